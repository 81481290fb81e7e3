/** Every fault that the made-up BOSS knows, against every adapter: what comes is right, or a typed error. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { FAULTS, type FaultName } from '../../../mocks/boss/faults.ts';
import { type BillingTestSystems, openBillingSystems } from '../testing/billing-systems.ts';
import { CONTRACT_ROWS } from '../testing/contract-rows.ts';
import { createAccountsSource } from './accounts-boss.ts';
import { createArrearsSource } from './arrears-boss.ts';
import { createBillsSource } from './bills-boss.ts';
import type { BossOf } from './boss-ask.ts';
import { createCustomersSource } from './customers-boss.ts';
import { createDetailsSource } from './details-boss.ts';
import { createPaymentsSource } from './payments-boss.ts';
import { createUsageSource } from './usage-boss.ts';

/** One question for each operation, about somebody of whom there is something to tell. */
const QUESTIONS: Readonly<Record<string, (of: BossOf) => Promise<unknown>>> = {
  KF1004: async (of) => (await createAccountsSource(of).byIdsOrCustomers(['10'], [])).byId.get('10'),
  'KF1004 of a customer': async (of) =>
    (await createAccountsSource(of).byIdsOrCustomers([], ['1'])).byCustomer.get('1'),
  KF1005: async (of) => (await createBillsSource(of, clock).byAccounts(['10'], '2026-09')).get('10'),
  'KF1005 with items': async (of) =>
    (await createBillsSource(of, clock).itemsByIds(['10-202610'])).get('10-202610'),
  KF1006: async (of) =>
    createArrearsSource(of)
      .open(REQUEST)('10')
      .catch((error: unknown) => error),
  KF1007: async (of) => (await createUsageSource(of, clock).bySubscribers(['100'], '2026-10')).get('100'),
  KF1008: async (of) => (await createDetailsSource(of).bySubscribers(['100'], '2026-11')).get('100'),
  KF1010: async (of) => (await createPaymentsSource(of, clock).byAccounts(['10'], 0)).get('10'),
  KF1012: async (of) => (await createCustomersSource(of).layersByCustomers(['1'])).get('1'),
};

/** Elements without which there is no answer. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  KF1004: [
    'RspCode',
    'AcctNum',
    'Acct',
    'AcctID',
    'CustID',
    'PayMode',
    'CreditVale',
    'CashAmount',
    'CurrentFee',
  ],
  KF1005: ['RspCode', 'BillNum', 'Bill', 'BillMonth', 'IssueDate', 'DueDate', 'TotalFee', 'PaidFee'],
  KF1006: ['ArrearageFee', 'ArrearNum', 'Arrear', 'BillMonth', 'DueDate', 'TotalFee', 'PaidFee'],
  KF1007: ['MonthNum', 'Month', 'UsageMonth', 'VoiceMin', 'FreeTotle', 'FlowFee', 'FlowPkgFee', 'TotalFee'],
  KF1008: ['Kept', 'TotalNum', 'PageNo', 'RecNum', 'Rec', 'RecNo', 'RecType', 'StartTime', 'Fee'],
  KF1010: ['PayNum', 'Pay', 'PaySerial', 'PayTime', 'PayFee', 'PayMethod', 'MoreFlag'],
  KF1012: ['Registered', 'Layer'],
};

const REQUEST = { today: '2026-11-20', unpaidBills: async () => [] };
const clock = (): Date => systems.clock();
const CODES = ['SOURCE_MALFORMED', 'SOURCE_UNAVAILABLE', 'SOURCE_TIMEOUT', 'SOURCE_TOO_LARGE'];
const PATIENT_MS = 3_000;

let systems: BillingTestSystems;
/** What each question is answered while all is well. */
const right = new Map<string, unknown>();

beforeAll(async () => {
  // A month of one page: faults meet every request alike.
  const [usageDetail] = CONTRACT_ROWS['usage_detail'] ?? [];
  const records: unknown[] = JSON.parse(String(usageDetail?.['records']));
  const small = { ...usageDetail, records: JSON.stringify(records.slice(0, 5)) };
  systems = await openBillingSystems({ ...CONTRACT_ROWS, usage_detail: [small] });
  for (const [question, ask] of Object.entries(QUESTIONS))
    right.set(question, await askWithin(PATIENT_MS, ask));
});

afterEach(() => systems.heal());
afterAll(() => systems.close());

function askWithin(timeoutMs: number, ask: (of: BossOf) => Promise<unknown>): Promise<unknown> {
  return ask({ boss: systems.boss, timeoutMs });
}

/** The code of a typed error; else what came. */
function codeOf(found: unknown): unknown {
  if (!(found instanceof Error) || !('extensions' in found)) return found;
  const { code, source } = found.extensions as { code: string; source: string };
  return source === 'boss' && CODES.includes(code) ? code : found;
}

it('answers every question while all is well', () => {
  for (const answer of right.values()) {
    expect(answer).toBeDefined();
    expect(answer).not.toBeInstanceOf(Error);
  }
});

/** What becomes of a fault; of the others in the table below, `element` has its own test. */
const BECOMES: Readonly<
  Record<Exclude<FaultName, ByElement>, readonly [param: string | number, code: string]>
> = {
  delay: [10, 'RIGHT'],
  hang: ['', 'SOURCE_TIMEOUT'],
  drip: ['', 'SOURCE_TIMEOUT'],
  drop: ['', 'SOURCE_UNAVAILABLE'],
  'drop-midway': ['', 'SOURCE_UNAVAILABLE'],
  truncate: [500, 'SOURCE_MALFORMED'],
  'empty-answer': ['', 'SOURCE_MALFORMED'],
  'http-500': ['', 'SOURCE_UNAVAILABLE'],
  'html-page': ['', 'SOURCE_MALFORMED'],
  'gbk-bytes': ['', 'SOURCE_MALFORMED'],
  'bad-utf8': ['', 'SOURCE_MALFORMED'],
  'no-charset': ['bare', 'RIGHT'],
  'rsptype-1': ['', 'SOURCE_UNAVAILABLE'],
  'wrong-transido': ['', 'SOURCE_MALFORMED'],
  testflag: ['', 'SOURCE_MALFORMED'],
  'empty-body': ['', 'SOURCE_MALFORMED'],
  'truncated-cdata': ['', 'SOURCE_MALFORMED'],
  'duplicate-answer': ['', 'SOURCE_MALFORMED'],
  doctype: ['', 'SOURCE_MALFORMED'],
  'entity-bomb': ['', 'SOURCE_MALFORMED'],
  // Who is asked about is somebody: not that he has nothing.
  '2998-2009': ['', 'SOURCE_UNAVAILABLE'],
  '3A34': ['', 'SOURCE_MALFORMED'],
  'wrong-operation': ['', 'SOURCE_MALFORMED'],
  deep: [100, 'SOURCE_MALFORMED'],
  huge: [2_000_000, 'SOURCE_TOO_LARGE'],
};

type ByElement =
  | 'empty-element'
  | 'missing-element'
  | 'not-a-number'
  | 'single-instead-of-list'
  | 'wrong-count';

it('is tried with every fault that there is', () => {
  const byElement = [
    'empty-element',
    'missing-element',
    'not-a-number',
    'single-instead-of-list',
    'wrong-count',
  ];
  expect([...Object.keys(BECOMES), ...byElement].toSorted()).toEqual(Object.keys(FAULTS).toSorted());
});

describe.each(Object.entries(BECOMES))('%s', (fault, [param, becomes]) => {
  it.each(Object.entries(QUESTIONS))(`makes of %s ${becomes}`, async (question, ask) => {
    await systems.plan(fault, param);
    const timeoutMs = becomes === 'SOURCE_TIMEOUT' ? 100 : PATIENT_MS;
    const expected = becomes === 'RIGHT' ? right.get(question) : becomes;
    expect(codeOf(await askWithin(timeoutMs, ask))).toEqual(expected);
  });
});

describe.each([
  ['doctype', 'envelope'],
  ['entity-bomb', 'envelope'],
])('%s in the %s', (fault, param) => {
  it.each(Object.values(QUESTIONS))('is refused', async (ask) => {
    await systems.plan(fault, param);
    expect(codeOf(await askWithin(PATIENT_MS, ask))).toBe('SOURCE_MALFORMED');
  });
});

describe.each(Object.entries(QUESTIONS))('%s', (question, ask) => {
  it.each(['empty-element', 'not-a-number'])(
    'is never answered from %s, whichever element it is',
    async (fault) => {
      const codes: unknown[] = [];
      // Beyond the last element BOSS says that there is none, in which nobody can answer.
      for (let at = 0; ; at++) {
        await systems.plan(fault, at);
        const seen = systems.events.length;
        codes.push(codeOf(await askWithin(PATIENT_MS, ask)));
        await systems.heal();
        if (systems.events.slice(seen).some(({ outcome }) => outcome === 'HTTP_STATUS')) break;
      }
      expect(codes.length).toBeGreaterThan(2);
      expect(codes.filter((code) => !CODES.includes(String(code)))).toEqual([]);
    },
  );

  it('is never answered from a part, over HTTP, wherever it ends', async () => {
    const codes = new Set<unknown>();
    for (let length = 0; ; length += 61) {
      await systems.plan('truncate', length);
      const found = codeOf(await askWithin(PATIENT_MS, ask));
      await systems.heal();
      if (found !== 'SOURCE_MALFORMED') {
        codes.add(found);
        break;
      }
    }
    expect([...codes]).toEqual([right.get(question)]);
  });

  it.each(ELEMENTS[question.slice(0, 6)] ?? [])('is not answered without %s', async (name) => {
    await systems.plan('missing-element', name);
    expect(CODES).toContain(codeOf(await askWithin(PATIENT_MS, ask)));
  });
});

const LISTS = Object.entries(QUESTIONS).filter(([question]) => question !== 'KF1012');

describe.each([
  ['wrong-count', ''],
  ['wrong-count', 0],
  ['single-instead-of-list', ''],
])('%s %s', (fault, param) => {
  it.each(LISTS)('makes of the list of %s none', async (_, ask) => {
    await systems.plan(fault, param);
    expect(CODES).toContain(codeOf(await askWithin(PATIENT_MS, ask)));
  });
});

it('says nothing personal in errors or reports', async () => {
  for (const fault of ['truncated-cdata', 'wrong-count', 'testflag']) {
    await systems.plan(fault);
    const found = await askWithin(PATIENT_MS, QUESTIONS['KF1008'] as (of: BossOf) => Promise<unknown>);
    await systems.heal();
    const { originalError: cause, stack } = found as Error & { originalError?: Error };
    expect(`${JSON.stringify(found)} ${stack} ${cause?.stack}`).not.toMatch(/1541234|1640000|127\.0\.0\.1/);
  }
  expect(new Set(systems.events.flatMap((event) => Object.keys(event)))).toEqual(
    new Set(['operation', 'outcome', 'ms']),
  );
});
