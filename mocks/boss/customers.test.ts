import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBoss, type TestBoss } from './testing/boss.ts';

let boss: TestBoss;
beforeAll(async () => {
  boss = await startBoss();
});
afterAll(() => boss.close());

const contentOf = async (operation: string, fields: Record<string, string>) =>
  (await boss.ask(operation, fields)).content;

describe('KF1001, who holds a number', () => {
  it('tells customer, line and account', async () => {
    const { contentRoot, content } = await boss.ask('KF1001', { ServiceNumber: '13808002001' });
    expect(contentRoot).toBe('KF1001Rsp');
    expect(content).toEqual({
      RspCode: '0000',
      RspDesc: '成功',
      CustMess: {
        Custid: '1001',
        CustName: '测试1001',
        CertType: '00',
        CertNum: '51019919900101001',
        CertAddr: '四川省成都市武侯区人民南路四段1号',
        CustLvl: '3',
        CustomerType: '01',
        CustomerLoc: '510100',
        DevChnlID: 'RETAIL',
      },
      UserMess: {
        NetType: '5G',
        SubscrbID: '2001',
        SubscrbStat: '00',
        Brand: 'GOTONE',
        ProvCode: '51',
        CityCode: '510100',
        OpenDate: '20200101',
        LandLvl: '',
        RoamStat: '',
        ProductID: '1',
        ProductName: '产品<1>&',
        CreditVale: '100000',
        // Of August 50.05 and of September 58.05; October is due today.
        ArrearageFee: '108.10',
      },
      AcctMess: { AcctID: '4001', AcctType: '1', PayType: '04' },
    });
  });

  it('tells who holds it now, and leaves empty what an account unknown to billing would say', async () => {
    expect(await contentOf('KF1001', { ServiceNumber: '13808002003' })).toMatchObject({
      CustMess: { Custid: '1001' },
      UserMess: { SubscrbID: '2002', SubscrbStat: '02', ProductID: '', ArrearageFee: '' },
      AcctMess: { AcctID: '4444', AcctType: '', PayType: '' },
    });
  });

  it.each(['13808002004', '13899999999'])('knows nobody who holds %s now', async (ServiceNumber) => {
    const { envelope, content } = await boss.ask('KF1001', { ServiceNumber });
    expect(envelope['Response']).toMatchObject({ RspType: '2', RspCode: '2998' });
    expect(content).toEqual({ RspCode: '2009', RspDesc: '用户不存在或状态不正常' });
  });
});

it('KF1002 finds customers by certificate, of one type', async () => {
  expect(await contentOf('KF1002', { CertType: '00', CertNum: '51019919900101001X' })).toMatchObject({
    CustNum: '1',
    Cust: { CustID: '1002', CustName: '测试1002', CustStat: '3' },
  });
  expect(await contentOf('KF1002', { CertType: '00', CertNum: '0' })).toEqual({
    RspCode: '0000',
    RspDesc: '成功',
    CustNum: '0',
  });
});

it('KF1003 tells all lines of a customer', async () => {
  expect(await contentOf('KF1003', { CustID: '1001' })).toMatchObject({
    SubscrbNum: '2',
    Subscrb: [
      { SubscrbID: '2001', ServiceNumber: '13808002001', SubscrbStat: '00', AcctID: '4001' },
      { SubscrbID: '2002', ServiceNumber: '13808002003', SubscrbStat: '02', AcctID: '4444' },
    ],
  });
  expect(await contentOf('KF1003', { CustID: '1003' })).toMatchObject({ SubscrbNum: '0' });
});

it('KF1009 tells products that have not ended, to their last second', async () => {
  expect(await contentOf('KF1009', { SubscrbID: '2001' })).toMatchObject({
    SubNum: '3',
    Sub: [
      { ProductID: '1', ProductName: '产品<1>&', EffTime: '20250101000000' },
      { ProductID: '2', EffTime: '20260910000000', ExpTime: '20261120235959' },
      { ProductID: '3', EffTime: '20261201000000' },
    ],
  });
});

describe('KF1012, the layer', () => {
  it('comes with the best VIP level that is valid', async () => {
    expect(await contentOf('KF1012', { CustID: '1001' })).toEqual({
      RspCode: '0000',
      RspDesc: '成功',
      Registered: '1',
      Layer: '1',
      VIPLev: '3',
    });
    expect(await contentOf('KF1012', { CustID: '1002' })).not.toHaveProperty('VIPLev');
  });

  it('is missing where there is none, which is not the same as an unknown customer', async () => {
    expect(await contentOf('KF1012', { CustID: '1003' })).toEqual({
      RspCode: '0000',
      RspDesc: '成功',
      Registered: '0',
    });
    expect(await contentOf('KF1012', { CustID: '9' })).toMatchObject({ RspCode: '2009' });
  });
});

describe('KF1013, a change', () => {
  const done = async (): Promise<unknown> => (await fetch(`${boss.url}/control/writes`)).json();

  it('is done once for a TransIDO, and its result told again', async () => {
    const fields = { CustID: '1001', ContactPhone: '13808009999', Email: 'a@example.com' };
    const first = await boss.ask('KF1013', fields, { transIdo: 'W1' });
    expect(first.content).toEqual({ RspCode: '0000', RspDesc: '成功', Updated: '2' });

    const again = await boss.ask('KF1013', { CustID: '1001', Email: '' }, { transIdo: 'W1' });
    expect(again.envelope['Response']).toMatchObject({ RspType: '2', RspCode: '2998' });
    expect(again.content).toEqual({ RspCode: '3A34', RspDesc: '重复交易', Updated: '2' });
    expect(await done()).toEqual({ KF1013: 1 });
  });

  it('is done though its answer is lost', async () => {
    const fields = { CustID: '1002', MailAddr: '重庆市' };
    const lost = boss.ask('KF1013', fields, { transIdo: 'W2', fault: 'drop' });
    await expect(lost).rejects.toMatchObject({ code: expect.any(String) });
    const again = await boss.ask('KF1013', fields, { transIdo: 'W2' });
    expect(again.content).toMatchObject({ RspCode: '3A34', Updated: '1' });
    expect(await done()).toEqual({ KF1013: 2 });
  });

  it('that was refused may be tried again', async () => {
    const unknown = await boss.ask('KF1013', { CustID: '9', Email: '' }, { transIdo: 'W3' });
    expect(unknown.content).toMatchObject({ RspCode: '2009' });
    const known = await boss.ask('KF1013', { CustID: '1001', Email: '' }, { transIdo: 'W3' });
    expect(known.content).toMatchObject({ RspCode: '0000', Updated: '1' });
  });
});

it.each([
  ['KF1001', {}],
  ['KF1002', { CertType: '99', CertNum: '1' }],
  ['KF1003', { CustID: '' }],
  ['KF1009', {}],
  ['KF1012', {}],
  ['KF1013', { CustID: '1001' }],
])('%s is not understood without what it needs', async (operation, fields) => {
  expect(await contentOf(operation, fields)).toEqual({ RspCode: '1001', RspDesc: '请求无法识别' });
});
