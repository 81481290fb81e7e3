import type { AuditTrail } from '#kit/audit/trail';
import { type Clock, toDay } from '#kit/clock';
import type { Database } from '#kit/database';
import { createOwners, createOwnersSource } from '#kit/owners';
import { createSubgraph, type Subgraph } from '#kit/subgraph';
import { createItemisedAccess } from './itemised-access.ts';
import { type Context, createLoaders, type Sources } from './loaders.ts';
import { OWNED } from './owners.ts';
import { resolvers } from './resolvers.ts';
import { createAccountsSource } from './sources/accounts-sql.ts';
import { createBillsSource } from './sources/bills-sql.ts';
import { createCustomersSource } from './sources/customers-sql.ts';
import { createDailySource } from './sources/daily-sql.ts';
import { createDetailsSource } from './sources/details-sql.ts';
import { createPaymentsSource } from './sources/payments-sql.ts';
import { createRoamingSource } from './sources/roaming-sql.ts';
import { createServicesSource } from './sources/services-sql.ts';
import { createUsageSource } from './sources/usage-sql.ts';

interface BillingOptions {
  /** Signs, at identity, what billing must believe of it: who approved an export. */
  readonly receiptKey: Uint8Array;
  /** Where it is recorded who took records out. */
  readonly trail: AuditTrail;
  /** The real clock, epoch milliseconds: `clock` may stand still. */
  readonly now?: () => number;
}

/**
 * Money and use: accounts, bills, payments, balances, arrears, and what each
 * line used. Owns `Account`, `Bill`, `Payment` and `Bucket`; adds to `Customer`
 * and `Subscriber`.
 */
export function createBillingSubgraph(
  db: Database,
  clock: Clock,
  { receiptKey, trail, now = Date.now }: BillingOptions,
): Subgraph {
  const sources: Sources = {
    customers: createCustomersSource(db),
    accounts: createAccountsSource(db),
    bills: createBillsSource(db),
    payments: createPaymentsSource(db),
    usage: createUsageSource(db),
    daily: createDailySource(db),
    services: createServicesSource(db),
    roaming: createRoamingSource(db),
    details: createDetailsSource(db),
  };
  const owners = createOwnersSource(db, OWNED);
  const itemised = createItemisedAccess(receiptKey, now);
  return createSubgraph({
    name: 'billing',
    resolvers,
    createContext: (request): Context => {
      const today = toDay(clock());
      const runningMonth = today.slice(0, 7);
      return {
        today,
        runningMonth,
        viewer: request.viewer,
        owners: createOwners(owners, request),
        loaders: createLoaders(sources, today, runningMonth),
        itemised,
        trail,
      };
    },
  });
}
