import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { startBoss, type TestBoss } from './testing/boss.ts';

let boss: TestBoss;
beforeEach(async () => {
  boss = await startBoss();
});
afterEach(() => boss.close());

type Asked = readonly [operation: string, fields: Record<string, string>];
const LINES: Asked = ['KF1003', { CustID: '1001' }];
const ACCOUNT: Asked = ['KF1004', { AcctID: '4001' }];

const plan = (fault: object) =>
  fetch(`${boss.url}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  });
const read = async (what: string): Promise<unknown> => (await fetch(`${boss.url}/control/${what}`)).json();
const statusOf = async (asked: Asked) => (await boss.ask(...asked)).status;

it('a fault waits for its operation, so many times', async () => {
  const answer = await plan({ operation: 'KF1004', fault: 'http-500', times: 2 });
  expect(answer.status).toBe(204);
  expect(await statusOf(LINES)).toBe(200);
  expect(await statusOf(ACCOUNT)).toBe(500);
  expect(await read('faults')).toEqual([{ operation: 'KF1004', fault: 'http-500', param: '', times: 1 }]);
  expect(await statusOf(ACCOUNT)).toBe(500);
  expect(await statusOf(ACCOUNT)).toBe(200);
  expect(await read('faults')).toEqual([]);
});

it('a fault of all operations lasts until it is taken back', async () => {
  await plan({ operation: '*', fault: 'truncate', param: 10, times: null });
  for (const asked of [LINES, ACCOUNT, ACCOUNT]) expect((await boss.ask(...asked)).body).toHaveLength(10);
  await fetch(`${boss.url}/control/faults`, { method: 'DELETE' });
  expect((await boss.ask(...ACCOUNT)).content).toMatchObject({ AcctNum: '1' });
});

it.each([
  { operation: 'KF1004', fault: 'slow' },
  { operation: 'KF1004', fault: 'delay' },
  { operation: 'KF1004', fault: 'hang', times: 0 },
  { operation: 'accounts', fault: 'hang' },
  { fault: 'hang' },
])('refuses %j', async (fault) => {
  expect((await plan(fault)).status).toBe(400);
  expect(await read('faults')).toEqual([]);
});

it('counts requests by operation, whatever came of them', async () => {
  await boss.ask(...LINES);
  await boss.ask(...ACCOUNT, { fault: 'http-500' });
  await boss.ask(...ACCOUNT, { family: 'UniBSS' });
  await boss.ask('13808002001', {});
  expect(await read('calls')).toEqual({ KF1003: 1, KF1004: 2, unknown: 1 });
  expect(await read('writes')).toEqual({});
});
