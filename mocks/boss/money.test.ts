import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBoss, type TestBoss } from './testing/boss.ts';

let boss: TestBoss;
beforeAll(async () => {
  boss = await startBoss();
});
afterAll(() => boss.close());

const contentOf = async (operation: string, fields: Record<string, string>) =>
  (await boss.ask(operation, fields)).content;

describe('KF1004, accounts', () => {
  const ACCOUNT = {
    AcctID: '4001',
    CustID: '1001',
    PayMode: '1',
    PayMethod: '04',
    AcctStat: '2',
    CreditVale: '100000',
    CashAmount: '25050',
    GiftAmount: '5000',
    CurrentFee: '19000',
  };

  it('are told in 厘, by their id or their customer', async () => {
    const byId = await contentOf('KF1004', { AcctID: '4001' });
    expect(byId).toEqual({ RspCode: '0000', RspDesc: '成功', AcctNum: '1', Acct: ACCOUNT });
    expect(await contentOf('KF1004', { CustID: '1001' })).toEqual(byId);
  });

  it('are none of a customer who has none', async () => {
    expect(await contentOf('KF1004', { CustID: '1003' })).toEqual({
      RspCode: '0000',
      RspDesc: '成功',
      AcctNum: '0',
    });
  });
});

describe('KF1005, bills', () => {
  const asked = { AcctID: '4001', BeginMonth: '202609', EndMonth: '202610', WithItem: '0' };

  it('are told in 分, of the months asked for', async () => {
    expect(await contentOf('KF1005', asked)).toEqual({
      RspCode: '0000',
      RspDesc: '成功',
      BillNum: '2',
      Bill: [
        {
          BillMonth: '202609',
          IssueDate: '20260928',
          DueDate: '20261119',
          TotalFee: '5805',
          PaidFee: '0',
        },
        {
          BillMonth: '202610',
          IssueDate: '20261028',
          DueDate: '20261120',
          TotalFee: '5805',
          PaidFee: '0',
        },
      ],
    });
  });

  it('come with their items where those are asked for', async () => {
    expect(await contentOf('KF1005', { ...asked, EndMonth: '202609', WithItem: '1' })).toMatchObject({
      BillNum: '1',
      Bill: {
        ItemNum: '2',
        Item: [
          { ItemCode: 'VOICE', ItemFee: '805' },
          { ItemCode: 'PLAN_FEE', ItemFee: '5000' },
        ],
      },
    });
  });

  it('come with those that are still unpaid of earlier months', async () => {
    expect(await contentOf('KF1005', { ...asked, WithUnpaid: '1' })).toMatchObject({
      BillNum: '3',
      Bill: [{ BillMonth: '202609' }, { BillMonth: '202610' }, { BillMonth: '202608', PaidFee: '800' }],
    });
  });
});

describe('KF1006, arrears', () => {
  it('are told in 元, of bills past their due day', async () => {
    expect(await contentOf('KF1006', { AcctID: '4001' })).toEqual({
      RspCode: '0000',
      RspDesc: '成功',
      ArrearageFee: '108.10',
      ArrearNum: '2',
      Arrear: [
        {
          BillMonth: '202608',
          IssueDate: '20260828',
          DueDate: '20260915',
          TotalFee: '58.05',
          PaidFee: '8.00',
        },
        {
          BillMonth: '202609',
          IssueDate: '20260928',
          DueDate: '20261119',
          TotalFee: '58.05',
          PaidFee: '0.00',
        },
      ],
    });
  });

  it('are zero where nothing is owed', async () => {
    expect(await contentOf('KF1006', { AcctID: '4002' })).toMatchObject({
      ArrearageFee: '0.00',
      ArrearNum: '0',
    });
  });
});

describe('KF1010, payments', () => {
  it('are told in 元, both ends of the time included', async () => {
    expect(
      await contentOf('KF1010', {
        AcctID: '4001',
        BeginTime: '20261102080000',
        EndTime: '20261102080000',
      }),
    ).toEqual({
      RspCode: '0000',
      RspDesc: '成功',
      PayNum: '1',
      Pay: { PaySerial: '7', PayTime: '20261102080000', PayFee: '1000.05', PayMethod: '02' },
      MoreFlag: '0',
    });
  });

  it('are 200 at most, newest first, and it says that there are more', async () => {
    const asked = { AcctID: '4002', BeginTime: '20261001000000', EndTime: '20261031000000' };
    const { content } = await boss.ask('KF1010', asked);
    expect(content).toMatchObject({ PayNum: '200', MoreFlag: '1' });
    const pay = content['Pay'] as { PaySerial: string }[];
    expect([pay.length, pay[0]?.PaySerial, pay.at(-1)?.PaySerial]).toEqual([200, '200', '1']);

    const rest = await contentOf('KF1010', { ...asked, EndTime: '20261001000000' });
    expect(rest).toMatchObject({ PayNum: '1', Pay: { PaySerial: '0' }, MoreFlag: '0' });
  });
});

const MONTHS = { BeginMonth: '202601', EndMonth: '202601', WithItem: '0' };
const TIMES = { BeginTime: '20260101000000', EndTime: '20260102000000' };

it.each([
  ['KF1004', { AcctID: '9' }],
  ['KF1004', { CustID: '9' }],
  ['KF1005', { AcctID: '9', ...MONTHS }],
  ['KF1006', { AcctID: '9' }],
  ['KF1010', { AcctID: '9', ...TIMES }],
])('%s knows no %j', async (operation, fields) => {
  expect(await contentOf(operation, fields)).toMatchObject({ RspCode: '2009' });
});

it.each([
  ['KF1004', {}],
  ['KF1004', { AcctID: '4001', CustID: '1001' }],
  ['KF1005', { AcctID: '4001', BeginMonth: '202613', EndMonth: '202701', WithItem: '0' }],
  ['KF1005', { AcctID: '4001', BeginMonth: '202602', EndMonth: '202601', WithItem: '0' }],
  ['KF1005', { AcctID: '4001', ...MONTHS, WithItem: 'yes' }],
  ['KF1006', {}],
  ['KF1010', { AcctID: '4001', ...TIMES, EndTime: '20260231000000' }],
])('%s does not understand %j', async (operation, fields) => {
  expect(await contentOf(operation, fields)).toMatchObject({ RspCode: '1001' });
});

it('KF1005 refuses more than three years', async () => {
  const asked = { AcctID: '4001', BeginMonth: '202401', EndMonth: '202701', WithItem: '0' };
  expect(await contentOf('KF1005', asked)).toMatchObject({ RspCode: '1002' });
  expect(await contentOf('KF1005', { ...asked, EndMonth: '202612' })).toMatchObject({ RspCode: '0000' });
});
