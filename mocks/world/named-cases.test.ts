/** Each named case shows what it says, as far as the truth goes; contact history has its own test. */
import { describe, expect, test } from '@jest/globals';
import { toSubscriberId } from './ids.ts';
import type { WorldCustomer, WorldMonth, WorldSubscriber } from './model.ts';
import { NAMED_CASES } from './named-cases.ts';
import { createWorld } from './world.ts';

describe.each([1, 2, 3, 20_261_120])('named cases of seed %i', (seed) => {
  const world = createWorld({ seed, customers: 2_000 });
  const customers: WorldCustomer[] = Array.from({ length: world.size }, (_, index) => world.customer(index));

  function named(id: string): WorldCustomer {
    const found = NAMED_CASES.find((each) => each.id === id);
    if (found === undefined) throw new Error(`There is no case ${id}.`);
    return customers[found.index] as WorldCustomer;
  }

  function lineOf(id: string): WorldSubscriber {
    return named(id).subscribers[0] as WorldSubscriber;
  }

  function monthsOf(id: string): readonly WorldMonth[] {
    return lineOf(id).months;
  }

  test('there are some fifty, each with a number that rings its line', () => {
    expect(NAMED_CASES.length).toBeGreaterThanOrEqual(30);
    expect(new Set(NAMED_CASES.map(({ id }) => id)).size).toBe(NAMED_CASES.length);

    for (const { index, line, serviceNumber } of NAMED_CASES) {
      const { subscribers, contactPhone } = customers[index] as WorldCustomer;
      const rings = subscribers.find((each) => each.serviceNumber === serviceNumber)?.subscriberId ?? null;
      expect({ serviceNumber, rings }).toEqual({
        serviceNumber,
        rings: line === null ? null : toSubscriberId(index, line),
      });
      expect([contactPhone, ...subscribers.map((each) => each.serviceNumber)]).toContain(serviceNumber);
    }
  });

  test('vip-group is of layer 1 though its seat alone would give 2', () => {
    const { registeredLayer, memberships, groupSeat, managerStaffId } = named('vip-group');

    expect(registeredLayer).toBe('GOTONE_VIP');
    expect(memberships[0]).toMatchObject({ level: 'DIAMOND' });
    expect(groupSeat).toMatchObject({ groupCustomerId: named('group-unit').customerId });
    expect(managerStaffId).toBe('V000001');
    expect(named('vip-expired').registeredLayer).toBe('GOTONE_CONTRACT');
    expect(named('roaming-in').registeredLayer).toBe('ROAM_IN');
  });

  test('suspended is stopped for bills unpaid, in-arrears not yet', () => {
    expect(lineOf('suspended').status).toBe('SUSPENDED');
    expect(named('suspended').accounts[0]?.status).toBe('IN_ARREARS');
    expect(lineOf('in-arrears').status).toBe('ACTIVE');
    expect(named('in-arrears').accounts[0]?.status).toBe('IN_ARREARS');
  });

  test('recycled-number changed hands after a pause', () => {
    const [before, after] = [lineOf('former-holder'), lineOf('recycled-number')];

    expect(before.serviceNumber).toBe(after.serviceNumber);
    expect(named('former-holder').status).toBe('LEFT');
    expect((after.heldSince - (before.heldUntil as number)) / 86_400).toBeGreaterThan(60);
  });

  test('left is gone, ported-in came from another operator', () => {
    expect(named('left')).toMatchObject({ status: 'LEFT', subscribers: [{ status: 'CLOSED' }] });
    expect(lineOf('ported-in').portedIn).toMatchObject({ fromOperator: 'CHINA_UNICOM' });
  });

  test('user, holder and payer may be three', () => {
    expect(lineOf('user-not-holder').realUser).toMatchObject({
      customerId: named('user-of-another').customerId,
    });
    expect(lineOf('family-dependant').accountId).toBe(named('family-payer').accounts[0]?.accountId);
    expect(lineOf('family-second').accountId).toBe(named('family-payer').accounts[0]?.accountId);
    expect(lineOf('paid-by-another').accountId).toBe(named('pays-for-another').accounts[0]?.accountId);
    expect(
      named('family-payer')
        .relations.map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['FAMILY', 'FAMILY', 'PAYS_FOR', 'PAYS_FOR']);
  });

  test('group-unit has 500 members, one of them its key person, and the named manager', () => {
    const unit = named('group-unit');
    const members = customers.filter(({ groupSeat }) => groupSeat?.groupCustomerId === unit.customerId);

    expect(unit).toMatchObject({
      segment: 'ENTERPRISE',
      group: { unitLevel: 'A1', managerStaffId: 'G000001' },
    });
    expect(members.length).toBe(500);
    expect(members.filter(({ groupSeat }) => groupSeat?.keyPerson)).toEqual([named('key-person')]);
    expect(members.every(({ status }) => status === 'IN_NET')).toBe(true);
  });

  test('bill-shock paid at least 1.6 times as much last month, with a cause', () => {
    const bills = named('bill-shock').accounts[0]?.bills ?? [];
    const [last, before] = [bills.at(-1), bills.slice(-7, -1)];
    const median = before.map(({ totalFen }) => totalFen).toSorted((a, b) => a - b)[3] as number;

    expect(last?.totalFen).toBeGreaterThan(1.5 * median);
    expect(last?.items.some(([code]) => code === 'DATA')).toBe(true);
  });

  test('brands, lists and languages are as named', () => {
    expect(lineOf('easyown').brandCode).toBe('EASYOWN');
    expect(named('easyown').accounts[0]?.payMode).toBe('PREPAID');
    expect(lineOf('mzone').brandCode).toBe('MZONE');
    expect(named('black-list').listFlag).toBe('BLACK');
    expect(named('red-list').listFlag).toBe('RED');
    expect(named('english-speaker')).toMatchObject({ language: 'ENGLISH', document: { type: 'PASSPORT' } });
  });

  test('broadband-only has a broadband account and no mobile line', () => {
    expect(named('broadband-only').subscribers.length).toBe(1);
    expect(lineOf('broadband-only')).toMatchObject({ netClass: 'FIXED', broadbandAccount: 'kd02888000025' });
  });

  test('use shows on border-roamer, heavy-data, silent and usage-panels', () => {
    const [lastMonth, thisMonth] = monthsOf('border-roamer').slice(-2) as [WorldMonth, WorldMonth];
    expect(lastMonth.roamingEvents + thisMonth.roamingEvents).toBeGreaterThanOrEqual(4);

    const heavy = monthsOf('heavy-data').at(-1) as WorldMonth;
    expect(heavy.cmwapKilobytes + heavy.cmnetKilobytes).toBeGreaterThan(heavy.dataAllowanceKilobytes);

    for (const month of monthsOf('silent').slice(-4)) {
      expect(month).toMatchObject({ voiceMinutes: 0, smsCount: 0, cmnetKilobytes: 0, activeDays: 0 });
    }
    const panels = monthsOf('usage-panels').slice(-4);
    for (const figure of [
      'mmsCount',
      'cmwapKilobytes',
      'cmnetKilobytes',
      'roamingEvents',
      'ringbackChanges',
    ] as const) {
      expect(panels.some((month) => month[figure] > 0)).toBe(true);
    }
    expect(panels.at(-1)?.spCodes.length).toBeGreaterThan(0);
  });

  test('contract-ending has days left, but fewer than sixty', () => {
    const ends = lineOf('contract-ending').subscriptions.flatMap(
      ({ contractEndsOn }) => contractEndsOn ?? [],
    );

    expect(ends).toEqual(['2026-12-30']);
  });

  test('empty has a line opened today and nothing else', () => {
    const { accounts, treatments, subscribers } = named('empty');

    expect(subscribers[0]?.openedOn).toBe(world.today);
    expect(accounts[0]?.bills).toEqual([]);
    expect(accounts[0]?.payments.length).toBe(1);
    expect(accounts[0]?.cashFen).toBeGreaterThanOrEqual(accounts[0]?.currentChargeFen ?? 0);
    expect(treatments).toEqual([]);
    expect(subscribers[0]?.months).toMatchObject([
      { month: world.runningMonth, activeDays: 0, voiceMinutes: 0, cmnetKilobytes: 0, spCodes: [] },
    ]);
  });

  test('retained was retained three times, do-not-disturb said so last', () => {
    expect(named('retained').treatments.filter(({ campaignKind }) => campaignKind === 'RETAIN').length).toBe(
      3,
    );
    expect(named('do-not-disturb').treatments.at(-1)?.response?.outcome).toBe('DO_NOT_DISTURB');
  });

  test('prospect has a phone and no more; three share another', () => {
    expect(named('prospect')).toMatchObject({
      status: 'PROSPECT',
      subscribers: [],
      accounts: [],
      memberships: [],
    });

    const { contactPhone } = named('shared-phone');
    expect(customers.filter((customer) => customer.contactPhone === contactPhone).length).toBe(3);
    expect(
      customers.flatMap(({ subscribers }) => subscribers).some((line) => line.serviceNumber === contactPhone),
    ).toBe(false);
  });

  test('two-lines has two numbers, two accounts and broadband', () => {
    expect(named('two-lines').subscribers.map(({ netClass }) => netClass === 'FIXED')).toEqual([
      false,
      false,
      true,
    ]);
    expect(named('two-lines').accounts.length).toBe(2);
  });

  test('the named manager looks after named cases that have something to tell', () => {
    const portfolio = customers.filter(({ managerStaffId }) => managerStaffId === 'V000001');

    expect(portfolio.length).toBe(100);
    expect(portfolio.every(({ registeredLayer }) => registeredLayer === 'GOTONE_VIP')).toBe(true);
    for (const id of ['bill-shock', 'contract-ending', 'silent', 'overdue-ticket']) {
      expect(portfolio).toContain(named(id));
    }
  });
});
