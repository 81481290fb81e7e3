import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import type { Family } from './testing/ask-boss.ts';
import { startBoss, type TestBoss } from './testing/boss.ts';

let boss: TestBoss;
let chinese: TestBoss;
beforeAll(async () => {
  boss = await startBoss();
  chinese = await startBoss({ charset: 'GB18030' });
});
afterAll(async () => {
  await boss.close();
  await chinese.close();
});

const FAMILIES: readonly Family[] = ['InterBOSS', 'UniBSS'];

it('InterBOSS answers in a nested header that repeats what was asked', async () => {
  const { status, headers, envelope } = await boss.ask('KF1006', { AcctID: '4002' }, { transIdo: 'A1' });
  expect({ status, type: headers['content-type'], synthetic: headers['x-boss-synthetic'] }).toEqual({
    status: 200,
    type: 'text/xml; charset=UTF-8',
    synthetic: 'true',
  });
  expect(envelope).toEqual({
    Version: '0100',
    TestFlag: '0',
    BIPType: { BIPCode: 'KFBIP1006', ActivityCode: 'KF1006', ActionCode: '1' },
    RoutingInfo: {
      OrigDomain: 'CTRM',
      RouteType: '00',
      Routing: { HomeDomain: 'BOSS', RouteValue: '280' },
    },
    TransInfo: {
      SessionID: 'S1',
      TransIDO: 'A1',
      TransIDOTime: '20261120100000',
      TransIDH: expect.stringMatching(/^H20261120100000\d{8}$/),
      TransIDHTime: '20261120100000',
    },
    SNReserve: expect.objectContaining({ CutOffDay: '20261120', MsgSender: '0011' }),
    Response: { RspType: '0', RspCode: '0000', RspDesc: '成功' },
    SvcCont:
      '<?xml version="1.0" encoding="UTF-8"?><KF1006Rsp><RspCode>0000</RspCode><RspDesc>成功</RspDesc>' +
      '<ArrearageFee>0.00</ArrearageFee><ArrearNum>0</ArrearNum></KF1006Rsp>',
  });
});

it('UniBSS answers in a flat header, percent-encoded', async () => {
  const { headers, body, envelope, content } = await boss.ask(
    'KF1006',
    { AcctID: '4002' },
    { family: 'UniBSS', transIdo: 'A1', testFlag: '1' },
  );
  expect(headers['content-type']).toBe('application/x-www-form-urlencoded; charset=UTF-8');
  expect(body.toString('latin1')).toMatch(/^xmlmsg=%3C%3Fxml%20version[A-Za-z0-9%._~-]+$/);
  expect(new URLSearchParams(body.toString('latin1')).get('xmlmsg')).toContain('<RspDesc>成功</RspDesc>');
  expect(envelope).toMatchObject({
    OrigDomain: 'CTRM',
    BIPCode: 'KFBIP1006',
    ActivityCode: 'KF1006',
    ActionCode: '1',
    Routing: { RouteType: '00', RouteValue: '51' },
    TransIDO: 'A1',
    TransIDH: expect.stringMatching(/^H/),
    ProcessTime: '20261120100000',
    Response: { RspType: '0', RspCode: '0000', RspDesc: '成功' },
    SPReserve: { CutOffDay: '20261120' },
    TestFlag: '1',
    SvcContVer: '0100',
  });
  expect(content).toMatchObject({ RspCode: '0000', ArrearNum: '0' });
});

describe.each(FAMILIES)('%s', (family) => {
  it('answers in GB18030 where it is told to, and says so', async () => {
    const asked = { ServiceNumber: '13808002001' };
    const { headers, body, text, content } = await chinese.ask('KF1001', asked, { family });
    expect(headers['content-type']).toMatch(/; charset=GB18030$/);
    expect(text.match(/encoding="GB18030"/g)).toHaveLength(2);
    expect(content['CustMess']).toMatchObject({
      CustName: '测试1001',
      CertAddr: '四川省成都市武侯区人民南路四段1号',
    });
    const bytes = iconv.encode('测试1001', 'GB18030');
    const onWire = family === 'InterBOSS' ? bytes.toString('latin1') : '%B2%E2%CA%D41001';
    expect(body.toString('latin1')).toContain(onWire);
  });

  it.each([
    ['a TransIDO that is none', { transIdo: 'T-1' }],
    ['a BIPCode of another operation', { bipCode: 'KFBIP1005' }],
    ['a TestFlag that is none', { testFlag: '2' }],
    ['content of another operation', { content: '<KF1005Req><AcctID>4001</AcctID></KF1005Req>' }],
    ['content that is cut off', { content: '<KF1004Req><AcctID>4001' }],
    [
      'content with a DOCTYPE',
      { content: '<!DOCTYPE KF1004Req><KF1004Req><AcctID>4001</AcctID></KF1004Req>' },
    ],
    [
      'content with a field twice',
      { content: '<KF1004Req><AcctID>4001</AcctID><AcctID>1</AcctID></KF1004Req>' },
    ],
  ])('does not understand %s', async (_, asking) => {
    const { envelope, content } = await boss.ask('KF1004', { AcctID: '4001' }, { family, ...asking });
    expect(envelope['Response']).toMatchObject({ RspType: '2', RspCode: '2998' });
    expect(content).toEqual({ RspCode: '1001', RspDesc: '请求无法识别' });
  });

  it('understands no operation beyond the thirteen', async () => {
    const { contentRoot, content } = await boss.ask('KF1014', { AcctID: '4001' }, { family });
    expect({ contentRoot, content }).toMatchObject({
      contentRoot: 'UnknownRsp',
      content: { RspCode: '1001' },
    });
  });
});

it.each([
  ['/interboss', 'xmlhead=%3CInterBOSS%2F%3E'],
  ['/interboss', 'xmlhead=%3CInterBOSS%3E&xmlbody='],
  ['/unibss', 'xmlmsg=hello'],
  ['/unibss', 'xmlmsg=%3CInterBOSS%3E%3CSvcCont%3Ea%3C%2FSvcCont%3E%3C%2FInterBOSS%3E'],
])('%s takes nothing else: %s', async (path, body) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await fetch(`${boss.url}${path}`, { method: 'POST', headers, body });
  expect(answer.status).toBe(400);
});
