/** Answers that can be read, and cannot be: what they say contradicts itself or the question. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type BossClient, createBossClient } from '#kit/boss/client';
import { found } from '#kit/boss/testing/answers';
import { type Hub, say, startHub } from '#kit/boss/testing/hub';
import { testClock } from '#kit/testing/ask';
import { createAccountsSource } from './accounts-boss.ts';
import { createArrearsSource } from './arrears-boss.ts';
import { createBillsSource } from './bills-boss.ts';
import type { BossOf } from './boss-ask.ts';
import { createDetailsSource } from './details-boss.ts';
import { createPaymentsSource } from './payments-boss.ts';
import { createUsageSource } from './usage-boss.ts';

let hub: Hub;
let boss: BossClient;
let of: BossOf;

beforeAll(async () => {
  hub = await startHub();
  boss = createBossClient({ url: hub.url, envelope: 'UniBSS', testFlag: '1', province: '280' });
  of = { boss, timeoutMs: 3_000 };
});

beforeEach(() => {
  hub.asked.length = 0;
});

afterAll(async () => {
  await boss.close();
  await hub.close();
});

const failing = (code: string) =>
  expect.objectContaining({ extensions: expect.objectContaining({ code, source: 'boss' }) });
const MALFORMED = failing('SOURCE_MALFORMED');

const xml = (elements: Readonly<Record<string, string | number>>): string =>
  Object.entries(elements)
    .map(([name, text]) => `<${name}>${text}</${name}>`)
    .join('');
const listed = (count: string, name: string, entries: readonly string[]): string =>
  xml({ [count]: entries.length }) + entries.map((entry) => xml({ [name]: entry })).join('');

describe('accounts', () => {
  const account = (AcctID: number, CustID: number, own: object = {}): string =>
    xml({
      AcctID,
      CustID,
      PayMode: 0,
      PayMethod: '01',
      AcctStat: 1,
      CreditVale: 0,
      CashAmount: 10,
      GiftAmount: 0,
      CurrentFee: 0,
      ...own,
    });
  const ask = async (entries: readonly string[]) => {
    hub.answer(say(listed('AcctNum', 'Acct', entries)));
    const { byId, byCustomer } = await createAccountsSource(of).byIdsOrCustomers(['10'], ['1']);
    return [byId.get('10'), byCustomer.get('1')];
  };

  it('are those asked for', async () => {
    expect(await ask([account(10, 1)])).toMatchObject([{ cashFen: 1 }, [{ cashFen: 1 }]]);
  });

  it('are not those of somebody else', async () => {
    expect(await ask([account(11, 2)])).toEqual([MALFORMED, MALFORMED]);
    expect(await ask([account(10, 1), account(11, 2)])).toEqual([MALFORMED, MALFORMED]);
    expect(await ask([account(10, 1), account(10, 1)])).toEqual([MALFORMED, MALFORMED]);
  });

  it('have no part of a 分', async () => {
    expect(await ask([account(10, 1, { CashAmount: 15 })])).toEqual([MALFORMED, MALFORMED]);
  });

  it('are one question for each id and customer, and fail alone', async () => {
    hub.answer((asked, response, form) => {
      const isFirst = asked.fields.get('xmlmsg')?.includes('<AcctID>10<');
      return say(listed('AcctNum', 'Acct', isFirst ? [] : [account(11, 1)]))(asked, response, form);
    });
    const { byId } = await createAccountsSource(of).byIdsOrCustomers(['10', '11', '11'], []);
    expect(byId.get('10')).toEqual(MALFORMED);
    expect(byId.get('11')).toMatchObject({ accountId: '11' });
    expect(hub.asked).toHaveLength(2);
  });
});

describe('arrears', () => {
  const overdue = (BillMonth: string, own: object = {}): string =>
    xml({
      BillMonth,
      IssueDate: '20260928',
      DueDate: '20261015',
      TotalFee: '58.00',
      PaidFee: '10.00',
      ...own,
    });
  const ask = (fee: string, entries: readonly string[]) => {
    hub.answer(say(xml({ ArrearageFee: fee }) + listed('ArrearNum', 'Arrear', entries)));
    const request = { today: '2026-11-20', unpaidBills: async () => [] };
    return createArrearsSource(of).open(request)('10');
  };

  it('are the sum of their bills', async () => {
    expect(await ask('96.00', [overdue('202609'), overdue('202608')])).toMatchObject({ amountFen: 9_600 });
    expect(await ask('0.00', [])).toMatchObject({ amountFen: 0, bills: [] });
  });

  it.each(['48.01', '4800', '0', '-48.00'])('are not %s where the bills say 48.00', async (fee) => {
    await expect(ask(fee, [overdue('202609')])).rejects.toEqual(MALFORMED);
  });

  it('are not known where BOSS does not know the sum', async () => {
    await expect(ask('', [overdue('202609')])).rejects.toEqual(failing('SOURCE_UNAVAILABLE'));
    await expect(ask('', [])).rejects.toEqual(failing('SOURCE_UNAVAILABLE'));
  });

  it('have no bill that is paid, or may still be', async () => {
    await expect(ask('48.00', [overdue('202609', { DueDate: '20261120' })])).rejects.toEqual(MALFORMED);
    await expect(ask('0.00', [overdue('202609', { PaidFee: '58.00' })])).rejects.toEqual(MALFORMED);
  });

  it('have no bill twice', async () => {
    await expect(ask('96.00', [overdue('202609'), overdue('202609')])).rejects.toEqual(MALFORMED);
  });
});

describe('bills', () => {
  const bill = (BillMonth: string, own: object = {}): string =>
    xml({ BillMonth, IssueDate: '20261028', DueDate: '20261030', TotalFee: 5_800, PaidFee: 5_800, ...own });
  const ask = async (entries: readonly string[]) => {
    hub.answer(say(listed('BillNum', 'Bill', entries)));
    return (await createBillsSource(of, testClock).byAccounts(['10'], '2026-09')).get('10');
  };

  it('are put in order, which BOSS does not promise', async () => {
    const found = await ask([bill('202609'), bill('202501', { PaidFee: 0 }), bill('202611')]);
    expect(found).toMatchObject([{ month: '2026-11' }, { month: '2026-09' }, { month: '2025-01' }]);
  });

  it.each([
    ['paid, and of a month before', [bill('202608')]],
    ['of a month to come', [bill('202612')]],
    ['there twice', [bill('202610'), bill('202610')]],
    ['due on no day', [bill('202610', { DueDate: '20260931' })]],
  ])('are not %s', async (_, entries) => {
    expect(await ask(entries)).toEqual(MALFORMED);
  });

  it('are asked for by account, however many months', async () => {
    hub.answer(say(listed('BillNum', 'Bill', [])));
    const ids = ['10-202609', '10-202610', '11-202610', '10-202401'];
    expect((await createBillsSource(of, testClock).byIds(ids)).size).toBe(0);
    const spans = hub.asked.map(({ fields }) =>
      ['AcctID', 'BeginMonth', 'EndMonth']
        .map((name) => fields.get('xmlmsg')?.split(`<${name}>`)[1]?.split('<')[0])
        .join(' '),
    );
    expect(new Set(spans)).toEqual(new Set(['10 202401 202401', '10 202609 202610', '11 202610 202610']));
    expect(spans).toHaveLength(3);
  });
});

describe('payments', () => {
  const payment = (PaySerial: number, PayTime: string): string =>
    xml({ PaySerial, PayTime, PayFee: '0.01', PayMethod: '01' });
  const ask = async (entries: readonly string[], more = 0) => {
    hub.answer(say(listed('PayNum', 'Pay', entries) + xml({ MoreFlag: more })));
    const since = Date.parse('2026-11-01T00:00:00+08:00') / 1_000;
    return (await createPaymentsSource(of, testClock).byAccounts(['10'], since)).get('10');
  };

  it.each([
    ['before the time asked for', [payment(1, '20261031235959')], 0],
    ['after today', [payment(1, '20261121000000')], 0],
    ['there twice', [payment(1, '20261102000000'), payment(1, '20261102000000')], 0],
    ['more than none', [], 1],
  ])('are not %s', async (_, entries, more) => {
    expect(await ask(entries, more)).toEqual(MALFORMED);
  });

  it('without end are too many', async () => {
    hub.answer((asked, response, form) => {
      const begin = /<BeginTime>(\d+)</.exec(asked.fields.get('xmlmsg') ?? '')?.[1] ?? '';
      return say(listed('PayNum', 'Pay', [payment(1, begin)]) + xml({ MoreFlag: 1 }))(asked, response, form);
    });
    const found = await createPaymentsSource(of, testClock).byAccounts(['10'], 0);
    expect(found.get('10')).toEqual(failing('SOURCE_TOO_LARGE'));
    expect(hub.asked.length).toBeLessThanOrEqual(30);
  });
});

describe('months of use', () => {
  it('are those asked for', async () => {
    const month = (UsageMonth: string): string =>
      xml({
        UsageMonth,
        VoiceMin: 1,
        SmsNum: 1,
        MmsNum: 1,
        WapFlow: 1,
        NetFlow: 1,
        ValueAddedFlow: 1,
        ActiveDays: 1,
        VoiceFree: 1,
        SmsFree: 1,
        FreeTotle: 1,
        FlowFee: 10,
        FlowPkgFee: 10,
        TotalFee: 10,
      });
    const ask = async (months: readonly string[]) => {
      hub.answer(say(listed('MonthNum', 'Month', months.map(month))));
      return (await createUsageSource(of, testClock).bySubscribers(['100'], '2026-10')).get('100');
    };
    expect(await ask(['202610', '202611'])).toMatchObject([{ month: '2026-11' }, { month: '2026-10' }]);
    expect(await ask(['202609'])).toEqual(MALFORMED);
    expect(await ask(['202612'])).toEqual(MALFORMED);
    expect(await ask(['202610', '202610'])).toEqual(MALFORMED);
  });
});

describe('itemised records', () => {
  /** A month of so many records, as it is when each page is asked for. */
  function month(totals: readonly number[], own: (page: number, at: number) => object = () => ({})): void {
    hub.answer((asked, response, form) => {
      const page = Number(/<PageNo>(\d+)</.exec(asked.fields.get('xmlmsg') ?? '')?.[1]);
      const total = totals[page - 1] ?? 0;
      const before = (page - 1) * 200;
      const records = Array.from({ length: Math.max(0, Math.min(200, total - before)) }, (_, at) =>
        xml({ RecNo: before + at, RecType: 'V', StartTime: '20261101000000', Fee: 10, ...own(page, at) }),
      );
      const head = xml({ Kept: 1, TotalNum: total, PageNo: page });
      const content = found('KF1008', head + listed('RecNum', 'Rec', records));
      return say('', { content })(asked, response, form);
    });
  }
  const ask = async () => (await createDetailsSource(of).bySubscribers(['100'], '2026-11')).get('100');

  it('are all pages', async () => {
    month([401, 401, 401]);
    expect(await ask()).toHaveLength(401);
    expect(hub.asked).toHaveLength(3);
  });

  it('are those of the first moment while the month goes on', async () => {
    month([401, 402, 403]);
    const records = await ask();
    expect(records).toHaveLength(401);
    expect(records).toMatchObject({ 0: { position: 400 }, 400: { position: 0 } });
  });

  it('are not what is left after some were lost', async () => {
    month([401, 401, 400]);
    expect(await ask()).toEqual(failing('SOURCE_UNAVAILABLE'));
  });

  it.each([
    ['out of place', { RecNo: 7 }],
    ['of another month', { StartTime: '20261201000000' }],
    ['of a kind that there is not', { RecType: 'X' }],
    ['with a name for a number', { Peer: 'somebody' }],
  ])('are not %s', async (_, odd) => {
    month([201, 201], (page) => (page === 2 ? odd : {}));
    expect(await ask()).toEqual(MALFORMED);
  });

  it('are not more than we accept', async () => {
    month([20_001]);
    expect(await ask()).toEqual(failing('SOURCE_TOO_LARGE'));
    expect(hub.asked).toHaveLength(1);
  });
});
