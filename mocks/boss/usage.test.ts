import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBoss, type TestBoss } from './testing/boss.ts';

let boss: TestBoss;
beforeAll(async () => {
  boss = await startBoss();
});
afterAll(() => boss.close());

const contentOf = async (operation: string, fields: Record<string, string>) =>
  (await boss.ask(operation, fields)).content;

describe('KF1007, what a line used', () => {
  const asked = { SubscrbID: '2001', BeginMonth: '202609', EndMonth: '202610' };

  it('is told by month, charges in 厘; a month without use is absent', async () => {
    expect(await contentOf('KF1007', asked)).toEqual({
      RspCode: '0000',
      RspDesc: '成功',
      MonthNum: '1',
      Month: {
        UsageMonth: '202609',
        VoiceMin: '120',
        SmsNum: '10',
        MmsNum: '3',
        WapFlow: '300',
        NetFlow: '2000',
        ValueAddedFlow: '100',
        ActiveDays: '20',
        VoiceFree: '200',
        SmsFree: '0',
        FreeTotle: '1500',
        FlowFee: '810',
        FlowPkgFee: '5000',
        TotalFee: '58050',
      },
    });
    expect(await contentOf('KF1007', { ...asked, EndMonth: '202611' })).toMatchObject({ MonthNum: '2' });
    expect(await contentOf('KF1007', { ...asked, SubscrbID: '2003' })).toMatchObject({ MonthNum: '0' });
  });
});

describe('KF1008, single records', () => {
  const asked = { SubscrbID: '2001', Month: '202611', PageNo: '1', PageSize: '200' };

  it('are told oldest first, with what applies to their type', async () => {
    expect(await contentOf('KF1008', asked)).toEqual({
      RspCode: '0000',
      RspDesc: '成功',
      Kept: '1',
      TotalNum: '4',
      PageNo: '1',
      RecNum: '4',
      Rec: [
        {
          RecNo: '0',
          RecType: 'D',
          StartTime: '20261101010000',
          Fee: '0',
          Duration: '900',
          Flow: '2048',
        },
        { RecNo: '1', RecType: 'S', StartTime: '20261101020000', Fee: '100', Peer: '15412345678' },
        {
          RecNo: '2',
          RecType: 'V',
          StartTime: '20261102010101',
          Fee: '310',
          Peer: '16400001234',
          Duration: '61',
        },
        { RecNo: '3', RecType: 'M', StartTime: '20261102034640', Fee: '0', Peer: '10086' },
      ],
    });
  });

  it('go on with the place in the month on the next page, and end with an empty one', async () => {
    const second = { ...asked, PageNo: '2', PageSize: '3' };
    expect(await contentOf('KF1008', second)).toMatchObject({
      TotalNum: '4',
      PageNo: '2',
      RecNum: '1',
      Rec: { RecNo: '3' },
    });
    expect(await contentOf('KF1008', { ...second, PageNo: '3' })).toEqual({
      RspCode: '0000',
      RspDesc: '成功',
      Kept: '1',
      TotalNum: '4',
      PageNo: '3',
      RecNum: '0',
    });
  });

  it('of a month without any are not the same as those that are not kept', async () => {
    expect(await contentOf('KF1008', { ...asked, Month: '202610' })).toMatchObject({
      Kept: '1',
      TotalNum: '0',
    });
    expect(await contentOf('KF1008', { ...asked, Month: '202609' })).toEqual({
      RspCode: '0000',
      RspDesc: '成功',
      Kept: '0',
    });
  });

  it.each([
    [{ PageSize: '201' }, '1002'],
    [{ PageNo: '10001' }, '1002'],
    [{ PageNo: '0' }, '1001'],
    [{ PageSize: 'all' }, '1001'],
    [{ Month: '2026-11' }, '1001'],
    [{ SubscrbID: '9' }, '2009'],
  ])('are not told for %j', async (own, RspCode) => {
    expect(await contentOf('KF1008', { ...asked, ...own })).toMatchObject({ RspCode });
  });
});

it('KF1007 knows no line of that id, and no month of that name', async () => {
  const asked = { SubscrbID: '9', BeginMonth: '202609', EndMonth: '202610' };
  expect(await contentOf('KF1007', asked)).toMatchObject({ RspCode: '2009' });
  expect(await contentOf('KF1007', { ...asked, BeginMonth: '' })).toMatchObject({ RspCode: '1001' });
  expect(await contentOf('KF1007', { ...asked, BeginMonth: '202001' })).toMatchObject({ RspCode: '1002' });
});
