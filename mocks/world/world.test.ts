/** What must hold between customers: nobody shares a number, nobody names somebody who is not there. */
import { describe, expect, test } from '@jest/globals';
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

describe('whoever a customer refers to', () => {
  const byId = new Map(customers.map((customer) => [customer.customerId, customer]));
  const payers = new Map(
    customers.flatMap((each) => each.accounts.map(({ accountId }) => [accountId, each])),
  );
  const isTied = (from: number | undefined, to: number, kind: string): boolean =>
    byId.get(from ?? 0)?.relations.some((tie) => tie.kind === kind && tie.customerId === to) ?? false;

  test('is a relative who says the same', () => {
    const families = customers.flatMap(({ customerId, relations }) =>
      relations.filter(({ kind }) => kind === 'FAMILY').map((tie) => [customerId, tie.customerId] as const),
    );

    expect(families.length).toBeGreaterThan(1_000);
    expect(families.filter(([from, to]) => !isTied(to, from, 'FAMILY'))).toEqual([]);
  });

  test('is a holder who names the user, and the other way round', () => {
    const uses = customers.flatMap(({ customerId, relations }) =>
      relations.filter(({ kind }) => kind === 'USES').map((tie) => [customerId, tie.customerId] as const),
    );
    const used = customers.flatMap(({ customerId, subscribers }) =>
      subscribers.flatMap(({ realUser }) =>
        realUser?.customerId ? [[realUser.customerId, customerId] as const] : [],
      ),
    );

    expect(uses.length).toBeGreaterThan(200);
    expect(new Set(used.map(String))).toEqual(new Set(uses.map(String)));
  });

  test('is a payer with an account, who says so unless it is the unit', () => {
    const strangers = customers.flatMap(({ customerId, subscribers }) =>
      subscribers.filter(({ accountId }) => {
        const payer = payers.get(accountId);
        const known = payer?.customerId === customerId || payer?.group !== null;
        return payer === undefined || !(known || isTied(payer.customerId, customerId, 'PAYS_FOR'));
      }),
    );

    expect(strangers).toEqual([]);
  });

  test('is a unit, a member of the staff or an offer that exists', () => {
    const units = customers.flatMap(({ groupSeat }) => groupSeat?.groupCustomerId ?? []);
    const staff = new Set(world.catalogue.staff.map(({ staffId }) => staffId));
    const offers = new Set(world.catalogue.offers.map(({ offerId }) => offerId));
    const orders = lines.flatMap(({ subscriptions }) => subscriptions);
    const treatments = customers.flatMap((customer) => customer.treatments);
    const named = [
      ...customers.flatMap((each) => [each.openedByStaffId, each.managerStaffId, each.group?.managerStaffId]),
      ...orders.map(({ openedByStaffId }) => openedByStaffId),
      ...treatments.map(({ response }) => response?.staffId),
    ];

    expect(units.filter((unit) => !byId.get(unit)?.group)).toEqual([]);
    expect(named.filter((staffId) => staffId && !staff.has(staffId))).toEqual([]);
    expect(
      [...orders, ...treatments].filter(({ offerId }) => offerId !== null && !offers.has(offerId)),
    ).toEqual([]);
  });
});

test('nothing happens before a line is opened, after it is closed, or in the future', () => {
  const { today, nowSeconds } = world;
  const wrongLines = lines.filter(
    ({ openedOn, heldSince, heldUntil, statusSince, months, subscriptions }) => {
      const isHeld =
        heldSince <= nowSeconds && (heldUntil === null || (heldSince < heldUntil && heldUntil < nowSeconds));
      const isUsed = months.length <= 25 && (months[0]?.month ?? '9999') >= openedOn.slice(0, 7);
      const isOrdered = subscriptions.every(
        ({ startedOn, endedOn }) =>
          startedOn >= openedOn && startedOn <= today && (endedOn ?? today) >= startedOn,
      );
      return !(isHeld && isUsed && isOrdered && openedOn <= today && statusSince <= nowSeconds);
    },
  );
  const wrongTreatments = customers
    .flatMap(({ treatments }) => treatments)
    .filter(
      ({ treatedAt, response }) =>
        treatedAt >= nowSeconds || (response?.respondedAt ?? treatedAt) > nowSeconds,
    );
  const wrongCards = customers
    .flatMap(({ memberships }) => memberships)
    .filter(({ validFrom, validUntil }) => validFrom > today || validFrom > validUntil);

  expect([wrongLines, wrongTreatments, wrongCards]).toEqual([[], [], []]);
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
