import { expect, it } from '@jest/globals';
import { createWorld, MIN_CUSTOMERS } from '../../../mocks/world/world.ts';
import { readCallReasonPolicy } from '../call-reason-policy.ts';
import { contactOf, factsOf, lineOf, monthsTo, smsOf } from '../testing/facts.ts';
import { worldFacts } from '../testing/world-facts.ts';
import { createHitCounter } from './call-reason-hits.ts';
import type { CustomerFacts } from './facts.ts';

const policy = readCallReasonPolicy();
const AS_OF = '2026-11-20';

function hitsOf(customers: Iterable<CustomerFacts>) {
  const counter = createHitCounter(AS_OF, policy);
  for (const facts of customers) counter.add(facts);
  return counter.finish();
}

const lines = [lineOf({ months: monthsTo('2026-11', 25) })];

it('counts by hand', () => {
  const customer = factsOf({
    lines,
    contacts: [
      // Before the three months: for the usual topic only.
      contactOf('2026-07-10T10:00', 'POINTS'),
      contactOf('2026-08-10T10:00', 'POINTS'),
      // Two days after the bill: BILL_ISSUED and USUAL name five topics.
      contactOf('2026-09-03T10:00', 'BILL', { type: 'QUERY' }),
      contactOf('2026-09-04T10:00', 'PLAN'),
      // USUAL names one.
      contactOf('2026-09-20T10:00', 'POINTS'),
      contactOf('2026-09-21T10:00', 'PLAN'),
      // Neither is looked at.
      contactOf('2026-09-22T10:00', null),
      contactOf('2026-09-23T10:00', 'POINTS', { direction: 'OUTBOUND', type: 'CARE' }),
    ],
  });
  // Nothing is known before; no topic is named.
  const other = factsOf({ contacts: [contactOf('2026-10-20T10:00', 'CDR')] });
  expect(hitsOf([customer, other])).toEqual({
    contacts: 5,
    contactsWithReasons: 4,
    hitRate: 2 / 5,
    hitRateWithReasons: 2 / 4,
    // PLAN twice, and two of those that came once.
    baselineRate: 4 / 5,
    topicsWithReasons: (5 + 5 + 1 + 1) / 4,
    // PLAN is said of both; BILL with five topics; POINTS is not the most frequent one.
    baselineRateWithReasons: 3 / 4,
  });
});

it('does not look into the future', () => {
  const known = factsOf({ lines, contacts: [contactOf('2026-11-10T10:00', 'DATA_PLAN')] });
  const later = {
    ...known,
    // What is only known today of the line, or happened afterwards.
    lines: [
      lineOf({
        status: 'SUSPENDED',
        months: monthsTo('2026-11', 25, { dataKilobytes: 9_999_999 }),
        lateBills: [{ month: '2026-10', dueOn: '2026-11-10', paidOn: null }],
      }),
    ],
    contacts: [
      ...known.contacts,
      // Of the day itself and after, which is not counted either.
      contactOf('2026-11-20T10:00', 'DATA_PLAN'),
      contactOf('2026-11-21T10:00', 'DATA_PLAN'),
    ],
    treatments: [smsOf('2026-11-10T10:00')],
  };
  expect(hitsOf([later])).toEqual(hitsOf([known]));
  expect(hitsOf([later])).toMatchObject({ contacts: 1, contactsWithReasons: 0, hitRate: 0 });
});

it('is zero of nobody', () => {
  expect(hitsOf([])).toMatchObject({ contacts: 0, hitRate: 0, hitRateWithReasons: 0, baselineRate: 0 });
});

it('measures the made-up operator, where little but the bill makes people call', () => {
  const hits = hitsOf(worldFacts(createWorld({ seed: 5, customers: MIN_CUSTOMERS + 1_000 })));
  expect(hits.contacts).toBeGreaterThan(1_000);
  expect(hits.hitRate).toBeGreaterThan(0.25);
  expect(hits.hitRateWithReasons).toBeGreaterThan(0.38);
  expect(hits.topicsWithReasons).toBeLessThan(3);
});
