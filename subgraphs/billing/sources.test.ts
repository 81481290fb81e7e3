import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BossClient, CallOptions } from '#kit/boss/client';
import { testClock } from '#kit/testing/ask';
import type { TestDatabase } from '#kit/testing/database';
import type { BillingSystems } from './source-adapters.ts';
import { type BillingSections, createBillingSources } from './sources.ts';
import { createBillingDatabase } from './testing/billing.ts';
import { EXAMPLE } from './testing/example.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createBillingDatabase(EXAMPLE);
});

afterAll(() => database.remove());

const systems = (boss: BossClient | null = null): BillingSystems => ({
  db: database.db,
  boss,
  clock: testClock,
});

/** Knows nobody, and notes how long it was given. */
function noBoss(given: CallOptions[]): BossClient {
  return {
    async call(_: string, __: object, options: CallOptions) {
      given.push(options);
      return null;
    },
    async close() {},
  };
}

it('takes everything from the replica unless told otherwise', async () => {
  const sources = await createBillingSources(systems(), { payments: 'replica', daily: undefined });
  const { payments } = sources('SECTION');
  expect((await payments.byIds(['10-1'])).get('10-1')).toMatchObject({ amountFen: 5_800 });
  expect(sources('SECTION')).toBe(sources('SECTION'));
});

it('gives each pace its time', async () => {
  const given: CallOptions[] = [];
  const sources = await createBillingSources(systems(noBoss(given)), { customers: 'boss' });
  await sources('POP_UP').customers.layersByCustomers(['1']);
  await sources('SECTION').customers.layersByCustomers(['1']);
  expect(given.map(({ timeoutMs }) => timeoutMs)).toEqual([800, 3_000]);
});

it('gives all that a request asks of BOSS, one after the other, one time', async () => {
  const given: CallOptions[] = [];
  const sources = await createBillingSources(systems(noBoss(given)), { customers: 'boss', accounts: 'boss' });
  const { customers, accounts } = sources('SECTION');
  await customers.layersByCustomers(['1']);
  await accounts.byIdsOrCustomers(['10'], []);
  await sources('SECTION').customers.layersByCustomers(['1']);

  const [first, second, ofAnother] = given.map(({ since = Number.NaN }) => since);
  expect(second).toBe(first);
  expect(ofAnother).toBeGreaterThan(first ?? Number.NaN);
});

describe('a configuration that cannot be', () => {
  const faultsOf = (sections: object, boss: BossClient | null = noBoss([])): Promise<string> =>
    createBillingSources(systems(boss), sections as BillingSections).then(
      () => 'none',
      ({ message }: Error) => message,
    );

  it('is told whole, with what there is', async () => {
    const faults = await faultsOf({
      daily: 'boss',
      accounts: 'oracle',
      usage: 7,
      colour: 'boss',
      bills: 'boss',
    });
    expect(faults.split('\n')).toEqual([
      'Bad billing sources:',
      '  accounts: has no adapter oracle; there are: replica, boss',
      '  usage: must be the name of an adapter, or the path of one',
      '  daily: has no adapter boss; there are: replica',
      expect.stringMatching(/^ {2}colour: there is no such section; there are: customers, accounts, bills, /),
    ]);
  });

  it('names BOSS where there is none', async () => {
    expect(await faultsOf({ bills: 'boss' }, null)).toContain(
      'bills: needs a BOSS, and none is configured; there are: replica',
    );
  });

  it('names a module that is not there, or is none', async () => {
    const here = './subgraphs/billing';
    const faults = await faultsOf({ bills: `${here}/nothing.ts`, usage: `${here}/model.ts` });
    expect(faults).toMatch(/bills: .*nothing\.ts/);
    expect(faults).toContain(`usage: ${here}/model.ts does not export createSource(systems)`);
  });

  it('names a source that cannot be made, and what one cannot be asked', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sources-'));
    const empty = join(folder, 'empty.mjs');
    writeFileSync(empty, 'export const createSource = () => ({ byIds() {} });');
    const faults = await faultsOf({
      payments: './subgraphs/billing/testing/payments-oldbill.ts',
      bills: empty,
    });
    rmSync(folder, { recursive: true });
    expect(faults.split('\n')).toEqual([
      'Bad billing sources:',
      '  bills: its source has no byAccounts()',
      '  bills: its source has no itemsByIds()',
      '  payments: its source cannot be made: no such table: OLDBILL_PAYLOG',
    ]);
  });
});
