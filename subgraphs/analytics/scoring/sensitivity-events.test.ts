import { describe, expect, it } from '@jest/globals';
import { readPolicy } from '../policy.ts';
import { at, complaint, contact, customer, line, plan } from '../testing/sensitivity-facts.ts';
import type { CustomerFacts, LineFacts } from './facts.ts';
import { type SensitivityKind, sensitivityEvents, sensitivityExposure } from './sensitivity.ts';

const AS_OF = '2026-11-20';
const policy = readPolicy();

const weigh = (kind: SensitivityKind, facts: CustomerFacts): [string, number][] =>
  sensitivityEvents(kind, facts, AS_OF, policy).map(({ code, weight }) => [code, weight]);

describe('complaints', () => {
  const kind = 'COMPLAINT_SENSITIVITY';
  const settled = { status: '05', satisfaction: '00', repliedAt: at('2026-10-04 09:00') };

  it.each([
    ['a class of its own', {}, ['TARIFF', 1]],
    ['a charge without reason', { complaintTopic: '账单疑问' }, ['UNREASONED_CHARGE', 1.2]],
    ['the network', { complaintClass: 'NETWORK', complaintTopic: '信号覆盖' }, ['NETWORK', 0.8]],
    ['a topic that nobody classed', { complaintTopic: '其他事项' }, ['OTHER', 0.6]],
    ['no topic', { complaintTopic: null }, ['OTHER', 0.6]],
    ['what went to the regulator', { isEscalated: true }, ['TARIFF', 2]],
    ['what was settled before, and was not', { isReopened: true, isEscalated: true }, ['TARIFF', 3]],
    ['what was mended to satisfaction', settled, ['TARIFF', 0.3]],
    ['what was answered, and still rankles', { ...settled, satisfaction: '02' }, ['TARIFF', 1]],
    ['an answer of tomorrow', { ...settled, repliedAt: at(`${AS_OF} 09:00`) }, ['TARIFF', 1]],
    ['what was turned down', { ...settled, status: '02' }, ['TARIFF', 1]],
  ] as const)('weigh by what they are about and how they went: %s', (_, own, expected) => {
    const tickets = [complaint('2026-10-03', own)];
    expect(weigh(kind, customer({ tickets }))).toEqual([expected]);
  });

  it('are tickets with a class: a fault is none', () => {
    expect(weigh(kind, customer({ tickets: [complaint('2026-10-03', { complaintClass: null })] }))).toEqual(
      [],
    );
  });

  it('are not there from before the first line or the records, after the last line, nor of today', () => {
    const days = ['2024-10-31', '2024-11-01', '2026-11-19', '2026-11-20'];
    const tickets = days.map((day) => complaint(day));
    expect(weigh(kind, customer({ tickets }))).toHaveLength(2);
    const briefly = [line({ openedOn: '2024-12-01', closedOn: '2026-11-18' })];
    expect(weigh(kind, customer({ tickets, lines: briefly }))).toEqual([]);
    expect(weigh(kind, customer({ tickets, lines: [] }))).toEqual([]);
  });
});

describe('what shows fee sensitivity', () => {
  const kind = 'FEE_SENSITIVITY';

  it.each([
    ['a bill query', contact('2026-10-20 10:00', 'BILL'), [['BILL_QUERY', 0.5]]],
    ['one right after the bill', contact('2026-10-01 08:00', 'BILL'), [['BILL_QUERY', 0.75]]],
    ['one on the fifth day', contact('2026-10-05 23:59', 'BILL'), [['BILL_QUERY', 0.75]]],
    ['one on the sixth', contact('2026-10-06 00:00', 'BILL'), [['BILL_QUERY', 0.5]]],
    ['a balance query', contact('2026-10-20 10:00', 'BALANCE'), [['BALANCE_QUERY', 0.2]]],
    ['call details', contact('2026-10-20 10:00', 'CDR'), [['CDR_QUERY', 0.8]]],
    [
      'what a plan costs',
      contact('2026-10-20 10:00', 'PLAN', { type: 'CONSULT' }),
      [['PLAN_PRICE_QUESTION', 0.6]],
    ],
    ['no change of a plan', contact('2026-10-20 10:00', 'PLAN', { type: 'HANDLE' }), []],
    ['no other topic', contact('2026-10-20 10:00', 'POINTS'), []],
    ['nothing we began', contact('2026-10-20 10:00', 'BILL', { direction: 'OUTBOUND' }), []],
  ] as const)('is %s', (_, own, expected) => {
    expect(weigh(kind, customer({ contacts: [own] }))).toEqual(expected);
  });

  it('is a complaint about charges, and no other', () => {
    const tickets = [
      complaint('2026-10-20'),
      complaint('2026-10-21', { complaintClass: 'NETWORK' }),
      complaint('2026-11-02'),
    ];
    expect(weigh(kind, customer({ tickets }))).toEqual([
      ['BILL_COMPLAINT', 1.5],
      ['BILL_COMPLAINT', 2.25],
    ]);
  });

  it('is no question that a reminder to pay called forth', () => {
    const treatments = [{ campaignKind: 'DUNNING', channel: 'SMS', treatedAt: at('2026-10-20 09:00') }];
    const contacts = [
      contact('2026-10-20 08:59', 'BALANCE'),
      contact('2026-10-20 09:00', 'BALANCE'),
      contact('2026-10-20 12:00', 'CDR'),
      contact('2026-10-21 08:59', 'BILL'),
      contact('2026-10-21 09:00', 'BILL'),
    ];
    expect(weigh(kind, customer({ contacts, treatments }))).toEqual([
      ['BALANCE_QUERY', 0.2],
      ['CDR_QUERY', 0.8],
      ['BILL_QUERY', 0.5],
    ]);
    const greeted = [{ campaignKind: 'CARE', channel: 'SMS', treatedAt: at('2026-10-20 09:00') }];
    expect(weigh(kind, customer({ contacts, treatments: greeted }))).toHaveLength(5);
  });

  it('is a cheaper plan in place of another of the same line', () => {
    const subscriptions = [
      plan('2025-01-01', '2025-12-31', 8_900),
      plan('2026-01-01', '2026-03-31', 5_900),
      plan('2026-04-01', null, 12_900),
    ];
    expect(weigh(kind, customer({ lines: [line({ subscriptions })] }))).toEqual([['DOWNGRADE', 1]]);
    const apart = [plan('2025-01-01', '2025-12-31', 8_900), plan('2026-03-01', null, 5_900)];
    expect(weigh(kind, customer({ lines: [line({ subscriptions: apart })] }))).toEqual([]);
  });
});

describe('exposure', () => {
  it('goes from the first opening to the day scored, or the end of the last closing', () => {
    const months = (lines: readonly LineFacts[]) =>
      sensitivityExposure('COMPLAINT_SENSITIVITY', customer({ lines }), AS_OF, policy).months * 30.44;
    expect(months([line({ openedOn: '2026-11-10' })])).toBeCloseTo(10, 9);
    expect(months([line({ openedOn: '2026-11-10', closedOn: '2026-11-12' })])).toBeCloseTo(3, 9);
    expect(
      months([line({ openedOn: '2026-11-15' }), line({ openedOn: '2026-11-10', closedOn: '2026-11-12' })]),
    ).toBeCloseTo(10, 9);
    expect(months([line({ openedOn: AS_OF })])).toBe(0);
    // Earlier than 2024-11-01 nothing is on record.
    expect(months([line()])).toBeCloseTo(749, 9);
  });
});
