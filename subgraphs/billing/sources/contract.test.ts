/** One contract for all adapters of a port: the replica, and BOSS in its forms, over the same rows. */
import { afterAll, beforeAll, describe } from '@jest/globals';
import type { BossOptions } from '#kit/boss/client';
import type { Charset } from '../../../mocks/boss/charset.ts';
import type { Sources } from '../loaders.ts';
import type { Section } from '../source-adapters.ts';
import { type BillingSections, createBillingSources } from '../sources.ts';
import { type BillingTestSystems, openBillingSystems } from '../testing/billing-systems.ts';
import { CONTRACT_ROWS } from '../testing/contract-rows.ts';
import { accountsContract } from '../testing/contracts/accounts.ts';
import { arrearsContract } from '../testing/contracts/arrears.ts';
import { billsContract } from '../testing/contracts/bills.ts';
import { customersContract } from '../testing/contracts/customers.ts';
import { detailsContract } from '../testing/contracts/details.ts';
import { paymentsContract } from '../testing/contracts/payments.ts';
import { usageContract } from '../testing/contracts/usage.ts';

const IN_BOTH: readonly Section[] = [
  'customers',
  'accounts',
  'bills',
  'arrears',
  'payments',
  'usage',
  'details',
];

const from = (adapter: string): BillingSections =>
  Object.fromEntries(IN_BOTH.map((section) => [section, adapter]));

const SYSTEMS: readonly [string, BillingSections, Partial<BossOptions> & { readonly charset?: Charset }][] = [
  ['the replica', {}, {}],
  ['BOSS over InterBOSS', from('boss'), {}],
  ['BOSS over UniBSS, in GB18030', from('boss'), { envelope: 'UniBSS', charset: 'GB18030', testFlag: '0' }],
];

describe.each(SYSTEMS)('from %s', (_, sections, options) => {
  let systems: BillingTestSystems;
  let sources: Sources;

  beforeAll(async () => {
    systems = await openBillingSystems(CONTRACT_ROWS, options);
    sources = (await createBillingSources(systems, sections))('SECTION');
  });

  afterAll(() => systems.close());

  describe('a source of customers', () => {
    customersContract(() => sources.customers);
  });
  describe('a source of accounts', () => {
    accountsContract(() => sources.accounts);
  });
  describe('a source of bills', () => {
    billsContract(() => sources.bills);
  });
  describe('arrears', () => {
    arrearsContract(() => openArrears(sources));
  });
  describe('a source of payments', () => {
    paymentsContract(() => sources.payments);
  });
  describe('a source of usage', () => {
    usageContract(() => sources.usage);
  });
  describe('a source of itemised records', () => {
    detailsContract(() => sources.details);
  });
});

/** As a request opens it. */
function openArrears({ arrears, bills }: Sources) {
  return arrears.open({
    today: '2026-11-20',
    async unpaidBills(accountId) {
      const found = (await bills.byAccounts([accountId], '2026-11')).get(accountId) ?? [];
      if (found instanceof Error) throw found;
      return found;
    },
  });
}
