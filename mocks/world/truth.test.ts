/** What a careful reader of the records would object to, if it were otherwise. */
import { expect, test } from '@jest/globals';
import { BRANDS } from './brands.ts';
import { dayNumber } from './calendar.ts';
import type { WorldCustomer } from './model.ts';
import { createWorld } from './world.ts';

const SIZE = 2_000;
const world = createWorld({ seed: 1, customers: SIZE });
const customers: WorldCustomer[] = Array.from({ length: SIZE }, (_, index) => world.customer(index));
const lines = customers.flatMap(({ subscribers }) => subscribers);
const accounts = customers.flatMap((customer) => customer.accounts);
const offers = new Map(world.catalogue.offers.map((offer) => [offer.offerId, offer]));

test('nothing is ordered after the last day of its sale', () => {
  const late = lines.flatMap(({ subscriptions }) =>
    subscriptions.filter(
      ({ offerId, startedOn }) => startedOn > (offers.get(offerId)?.saleEndedOn ?? '9999'),
    ),
  );

  expect(late).toEqual([]);
  expect(
    lines.some((line) => line.subscriptions.some(({ offerId }) => offers.get(offerId)?.era === '2008')),
  ).toBe(true);
});

test('prepaid money covers the running charge of every account in order', () => {
  const prepaid = accounts.filter(({ payMode, status }) => payMode === 'PREPAID' && status === 'ACTIVE');

  expect(prepaid.length).toBeGreaterThan(500);
  expect(prepaid.filter(({ cashFen, currentChargeFen }) => cashFen < currentChargeFen)).toEqual([]);
});

test('a line is cut off only while its payer owes, and a prepaid one in arrears is', () => {
  const payers = new Map(accounts.map((account) => [account.accountId, account]));
  const wrong = lines.filter(({ accountId, status }) => {
    const payer = payers.get(accountId);
    if (status.startsWith('SUSPENDED')) return payer?.status !== 'IN_ARREARS';
    return status === 'ACTIVE' && payer?.payMode === 'PREPAID' && payer.status === 'IN_ARREARS';
  });

  expect(wrong).toEqual([]);
});

test('only mobile lines roam, and at most once a day', () => {
  const wrong = lines.filter(({ netClass, months }) =>
    months.some(({ roamingEvents }) => roamingEvents > (netClass === 'FIXED' ? 0 : 30)),
  );

  expect(wrong).toEqual([]);
});

test('nobody who left is reached under a number that somebody else holds now', () => {
  const held = new Map(
    customers.flatMap(({ customerId, subscribers }) =>
      subscribers.flatMap((line) =>
        line.heldUntil === null ? [[line.serviceNumber, customerId] as const] : [],
      ),
    ),
  );
  const wrong = customers.filter(
    ({ status, customerId, contactPhone }) =>
      status === 'LEFT' && (held.get(contactPhone ?? '') ?? customerId) !== customerId,
  );

  expect(wrong).toEqual([]);
});

test('holders were sixteen when they came', () => {
  const young = customers.filter(({ document, openedOn }) => {
    const born = document.number.replace(/^.{6}(.{4})(..)(..).*$/, '$1-$2-$3');
    return document.type === 'RESIDENT_ID' && dayNumber(openedOn) - dayNumber(born) < 16 * 365;
  });

  expect(young.map(({ index }) => index)).toEqual([]);
});

test('units have no hobbies, and more credit than their bills', () => {
  for (const unit of customers.filter(({ segment }) => segment === 'ENTERPRISE')) {
    expect(unit.hobbies).toEqual([]);
    for (const { creditLimitFen, bills } of unit.accounts) {
      expect(creditLimitFen).toBeGreaterThan(Math.max(0, ...bills.map(({ totalFen }) => totalFen)));
    }
  }
});

test('no brand is that of another operator', () => {
  expect(BRANDS.some(({ name }) => name === '天翼')).toBe(false);
});

const treated = customers.flatMap(({ treatments }) => treatments);

test('who asked not to be disturbed hears only of what he owes', () => {
  const wrong = customers.filter(({ treatments }) => {
    const asked = treatments.findIndex(({ response }) => response?.outcome === 'DO_NOT_DISTURB');
    return asked >= 0 && treatments.slice(asked + 1).some(({ campaignKind }) => campaignKind !== 'DUNNING');
  });

  expect(wrong).toEqual([]);
});

test('reminders go to those who owe, and the named cases get theirs', () => {
  const wrong = customers.flatMap((customer) =>
    customer.treatments.filter(
      ({ campaignKind, treatedAt }) =>
        campaignKind === 'DUNNING' &&
        !customer.accounts.some(({ bills, payments }) => {
          const day = new Date((treatedAt + 8 * 3_600) * 1_000).toISOString().slice(0, 10);
          const due = bills.filter(({ dueOn }) => dueOn < day);
          const paid = payments.filter(({ paidAt }) => paidAt <= treatedAt);
          const sum = (amounts: readonly number[]): number =>
            amounts.reduce((total, each) => total + each, 0);
          return sum(paid.map(({ amountFen }) => amountFen)) < sum(due.map(({ totalFen }) => totalFen));
        }),
    ),
  );
  const reminders = treated.filter(({ campaignKind }) => campaignKind === 'DUNNING');

  expect(wrong).toEqual([]);
  expect(reminders.length).toBeGreaterThan(100);
  for (const index of [2, 45]) {
    expect(customers[index]?.treatments.some(({ campaignKind }) => campaignKind === 'DUNNING')).toBe(true);
  }
});

test('plans and ringback are offered to those who can want them', () => {
  const wrong = customers.flatMap(({ subscribers, treatments }) => {
    const mobile = subscribers.filter(({ netClass }) => netClass !== 'FIXED');
    return treatments.filter(({ campaignKind, offerId }) => {
      const offer = offers.get(offerId ?? 0);
      if (offer === undefined || campaignKind === 'RETAIN') return false;
      const own = mobile.flatMap(({ subscriptions }) =>
        subscriptions.map((order) => offers.get(order.offerId)),
      );
      if (offer.kind === 'RINGBACK' && own.some((each) => each?.kind === 'RINGBACK'))
        return mobile.length === 1;
      return mobile.length === 0 || (offer.kind === 'PLAN' && offer.brandCode !== mobile[0]?.brandCode);
    });
  });

  expect(wrong).toEqual([]);
});

test('who is retained is asked to stay with a product of their own', () => {
  const retained = customers.flatMap(({ subscribers, treatments }) => {
    const own = new Set(
      subscribers.flatMap(({ subscriptions }) => subscriptions.map((each) => each.offerId)),
    );
    return treatments
      .filter(({ campaignKind }) => campaignKind === 'RETAIN')
      .map(({ offerId }) => offerId !== null && own.has(offerId));
  });

  expect(retained.length).toBeGreaterThan(50);
  expect(retained.filter((stays) => !stays)).toEqual([]);
});

test('answers fit the campaign and the channel', () => {
  const wrong = treated.filter(({ campaignKind, response }) => {
    if (response === null) return false;
    const { outcome, channel, reason, staffId } = response;
    const missed = outcome === 'NO_ANSWER' || outcome === 'WRONG_PERSON';
    return (
      (missed && channel !== 'OUTBOUND') ||
      (reason !== null && (campaignKind === 'CARE' || campaignKind === 'DUNNING')) ||
      (staffId === null && (channel === 'RETAIL' || channel === 'OUTBOUND'))
    );
  });

  expect(wrong).toEqual([]);
});
