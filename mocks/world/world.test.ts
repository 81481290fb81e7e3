/** What must hold between customers: nobody shares a number, nobody names somebody who is not there. */
import { expect, test } from '@jest/globals';
import type { WorldCustomer } from './model.ts';
import { createWorld, MIN_CUSTOMERS } from './world.ts';

const SIZE = 20_000;
const world = createWorld({ seed: 1, customers: SIZE });
const customers: WorldCustomer[] = Array.from({ length: SIZE }, (_, index) => world.customer(index));
const lines = customers.flatMap(({ subscribers }) => subscribers);

test('a customer is the same whenever and in whatever order it is asked for', () => {
  const again = createWorld({ seed: 1, customers: SIZE });

  for (const index of [1_999, 0, 15, 800, 19_999, 802]) {
    expect(again.customer(index)).toEqual(customers[index]);
  }
  expect(createWorld({ seed: 2, customers: SIZE }).customer(900)).not.toEqual(customers[900]);
});

test('every id is unique and ascends with the customers', () => {
  const ascends = (ids: readonly number[]): void => {
    expect(ids.every((id, at) => at === 0 || id > (ids[at - 1] as number))).toBe(true);
  };

  ascends(customers.map(({ customerId }) => customerId));
  ascends(lines.map(({ subscriberId }) => subscriberId));
  ascends(lines.flatMap(({ subscriptions }) => subscriptions.map(({ subscriptionId }) => subscriptionId)));
  const accounts = customers.flatMap((customer) => customer.accounts);
  ascends(accounts.map(({ accountId }) => accountId));
  ascends(accounts.flatMap(({ payments }) => payments.map(({ paymentId }) => paymentId)));
  ascends(customers.flatMap(({ treatments }) => treatments.map(({ treatmentId }) => treatmentId)));
  ascends(customers.flatMap(({ memberships }) => memberships.map(({ membershipId }) => membershipId)));
});

test('documents, cards, e-mails, broadband accounts and devices belong to one', () => {
  const unique = (values: readonly (string | null)[]): void => {
    const known = values.filter((value) => value !== null);
    expect(new Set(known).size).toBe(known.length);
  };

  unique(customers.map(({ document }) => document.number));
  unique(customers.map(({ email }) => email));
  unique(customers.flatMap(({ memberships }) => memberships.map(({ cardNumber }) => cardNumber)));
  unique(lines.map(({ broadbandAccount }) => broadbandAccount));
  unique(lines.map(({ device }) => device?.deviceId ?? null));
});

test('a number has one holder at a time, and recycled ones have two after one another', () => {
  const byNumber = Map.groupBy(lines, ({ serviceNumber }) => serviceNumber);
  const shared = [...byNumber.values()].filter((holders) => holders.length > 1);

  for (const holders of shared) {
    const [first, second] = holders.toSorted((a, b) => a.heldSince - b.heldSince);
    expect(holders.length).toBe(2);
    expect(first?.heldUntil).not.toBeNull();
    expect(first?.heldUntil).toBeLessThan(second?.heldSince as number);
    expect(first?.status).toBe('CLOSED');
  }
  expect(shared.length / SIZE).toBeGreaterThan(0.008);
  expect(shared.length / SIZE).toBeLessThan(0.02);
});

test('mobile numbers have eleven digits and a segment that says where they are from', () => {
  const segments = new Map(world.catalogue.numberSegments.map((segment) => [segment.prefix, segment]));

  expect(segments.size).toBe(world.catalogue.numberSegments.length);
  for (const { serviceNumber, netClass, portedIn } of lines) {
    if (netClass === 'FIXED') continue;
    expect(serviceNumber).toMatch(/^1[3-9]\d{9}$/);
    const segment = segments.get(serviceNumber.slice(0, 7));
    expect(segment?.regionCode).toEqual(expect.any(String));
    expect(portedIn?.fromOperator ?? 'CHINA_MOBILE').toBe(segment?.operator);
  }
});

test('fixed numbers begin with a trunk code and a segment of it', () => {
  const prefixes = new Set(world.catalogue.numberSegments.map(({ prefix }) => prefix));

  for (const { serviceNumber, netClass } of lines) {
    if (netClass !== 'FIXED') continue;
    expect(serviceNumber).toMatch(/^0\d{10,11}$/);
    expect([4, 5].some((length) => prefixes.has(serviceNumber.slice(0, length)))).toBe(true);
  }
});

test('whoever a customer refers to exists and says the same', () => {
  const byId = new Map(customers.map((customer) => [customer.customerId, customer]));
  const accounts = new Map(
    customers.flatMap((each) => each.accounts.map((account) => [account.accountId, each])),
  );
  const staff = new Set(world.catalogue.staff.map(({ staffId }) => staffId));
  const offers = new Set(world.catalogue.offers.map(({ offerId }) => offerId));
  const tied = (from: number, to: number, kind: string): boolean =>
    byId.get(from)?.relations.some((relation) => relation.kind === kind && relation.customerId === to) ??
    false;

  for (const {
    customerId,
    relations,
    groupSeat,
    managerStaffId,
    openedByStaffId,
    subscribers,
    treatments,
  } of customers) {
    for (const { kind, customerId: other } of relations) {
      if (kind === 'FAMILY') expect(tied(other, customerId, 'FAMILY')).toBe(true);
      if (kind === 'USES') {
        expect(byId.get(other)?.subscribers[0]?.realUser?.customerId).toBe(customerId);
      }
    }
    if (groupSeat) expect(byId.get(groupSeat.groupCustomerId)?.group).not.toBeNull();
    if (managerStaffId) expect(staff.has(managerStaffId)).toBe(true);
    expect(staff.has(openedByStaffId)).toBe(true);
    for (const line of subscribers) {
      const payer = accounts.get(line.accountId);
      expect(payer).toBeDefined();
      if (payer?.customerId !== customerId && payer?.group === null) {
        expect(tied(payer?.customerId as number, customerId, 'PAYS_FOR')).toBe(true);
      }
      if (line.realUser?.customerId) expect(tied(line.realUser.customerId, customerId, 'USES')).toBe(true);
      for (const { offerId, openedByStaffId: clerk } of line.subscriptions) {
        expect(offers.has(offerId)).toBe(true);
        expect(clerk === null || staff.has(clerk)).toBe(true);
      }
    }
    for (const { offerId } of treatments) expect(offerId === null || offers.has(offerId)).toBe(true);
  }
});

test('nothing happens before a line is opened, after it is closed, or in the future', () => {
  for (const customer of customers) {
    for (const {
      openedOn,
      heldSince,
      heldUntil,
      statusSince,
      subscriptions,
      months,
    } of customer.subscribers) {
      expect(openedOn <= world.today && heldSince <= world.nowSeconds).toBe(true);
      expect(statusSince <= world.nowSeconds).toBe(true);
      expect(heldUntil === null || (heldSince < heldUntil && heldUntil < world.nowSeconds)).toBe(true);
      expect(months.length <= 25 && (months[0]?.month ?? '9999') >= openedOn.slice(0, 7)).toBe(true);
      for (const { startedOn, endedOn } of subscriptions) {
        expect(startedOn >= openedOn && startedOn <= world.today).toBe(true);
        expect(endedOn === null || endedOn >= startedOn).toBe(true);
      }
    }
    for (const { treatedAt, response } of customer.treatments) {
      expect(treatedAt < world.nowSeconds && (response?.respondedAt ?? 0) <= world.nowSeconds).toBe(true);
    }
  }
});

test('a VIP manager has about a hundred customers, the named one exactly', () => {
  const counts = Map.groupBy(
    customers.filter(({ managerStaffId }) => managerStaffId?.startsWith('V')),
    ({ managerStaffId }) => managerStaffId,
  );

  expect(counts.get('V000001')?.length).toBe(100);
  // The second begins in the block of named cases and the last ends early.
  for (let nth = 3; nth < counts.size; nth++) {
    const count = counts.get(`V${String(nth).padStart(6, '0')}`)?.length ?? 0;
    expect(count).toBeGreaterThan(70);
    expect(count).toBeLessThan(130);
  }
});

test('a world too small for its named cases is refused', () => {
  expect(() => createWorld({ seed: 1, customers: MIN_CUSTOMERS - 1 })).toThrow('must be 800 to');
  expect(() => world.customer(SIZE)).toThrow(RangeError);
});
