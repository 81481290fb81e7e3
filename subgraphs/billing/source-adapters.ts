/** The adapters of each section that are ours. `sources.ts` chooses among them. */
import type { BossClient } from '#kit/boss/client';
import type { Clock } from '#kit/clock';
import type { Database } from '#kit/database';
import type { Sources } from './loaders.ts';
import * as accountsBoss from './sources/accounts-boss.ts';
import * as accountsSql from './sources/accounts-sql.ts';
import * as arrearsBills from './sources/arrears-bills.ts';
import * as arrearsBoss from './sources/arrears-boss.ts';
import * as billsBoss from './sources/bills-boss.ts';
import * as billsSql from './sources/bills-sql.ts';
import * as customersBoss from './sources/customers-boss.ts';
import * as customersSql from './sources/customers-sql.ts';
import { createDailySource } from './sources/daily-sql.ts';
import * as detailsBoss from './sources/details-boss.ts';
import * as detailsSql from './sources/details-sql.ts';
import * as paymentsBoss from './sources/payments-boss.ts';
import * as paymentsSql from './sources/payments-sql.ts';
import { createRoamingSource } from './sources/roaming-sql.ts';
import { createServicesSource } from './sources/services-sql.ts';
import * as usageBoss from './sources/usage-boss.ts';
import * as usageSql from './sources/usage-sql.ts';

export type Section = keyof Sources;

export interface BillingSystems {
  /** The billing replica. */
  readonly db: Database;
  /** Null where there is none; then no section may name it. */
  readonly boss: BossClient | null;
  readonly clock: Clock;
}

/** What makes a source gets. A module's is made once for each pace. */
export interface SourceSystems extends BillingSystems {
  /** In which a call of the source has to end, or to throw SOURCE_TIMEOUT. */
  readonly timeoutMs: number;
  /** From when on that time runs, by `performance.now()`, where a source is made for one request. */
  readonly since?: number;
}

interface Adapters<S> {
  readonly replica: (db: Database) => S;
  readonly boss?: (systems: SourceSystems & { readonly boss: BossClient }) => S;
}

/** Arrears of the replica are worked out from whatever serves the bills. */
export const ADAPTERS: { readonly [S in Section]: Adapters<Sources[S]> } = {
  customers: { replica: customersSql.createCustomersSource, boss: customersBoss.createCustomersSource },
  accounts: { replica: accountsSql.createAccountsSource, boss: accountsBoss.createAccountsSource },
  bills: {
    replica: billsSql.createBillsSource,
    boss: (systems) => billsBoss.createBillsSource(systems, systems.clock),
  },
  arrears: { replica: () => arrearsBills.createArrearsSource(), boss: arrearsBoss.createArrearsSource },
  payments: {
    replica: paymentsSql.createPaymentsSource,
    boss: (systems) => paymentsBoss.createPaymentsSource(systems, systems.clock),
  },
  usage: {
    replica: usageSql.createUsageSource,
    boss: (systems) => usageBoss.createUsageSource(systems, systems.clock),
  },
  daily: { replica: createDailySource },
  services: { replica: createServicesSource },
  roaming: { replica: createRoamingSource },
  details: { replica: detailsSql.createDetailsSource, boss: detailsBoss.createDetailsSource },
};

/** What a source of each section can be asked, to tell a module that is none. */
export const METHODS: { readonly [S in Section]: readonly (keyof Sources[S])[] } = {
  customers: ['layersByCustomers'],
  accounts: ['byIdsOrCustomers'],
  bills: ['byAccounts', 'byIds', 'itemsByIds'],
  arrears: ['open'],
  payments: ['byAccounts', 'byIds'],
  usage: ['bySubscribers'],
  daily: ['dataBySubscribers', 'mmsBySubscribers'],
  services: ['spBySubscribers', 'ringbackBySubscribers'],
  roaming: ['bySubscribers'],
  details: ['bySubscribers'],
};

export const SECTIONS: readonly Section[] = Object.keys(ADAPTERS) as Section[];

/** Everything from the replica. */
export function createReplicaSources(db: Database): Sources {
  const made = SECTIONS.map((section) => [section, ADAPTERS[section].replica(db)]);
  return Object.fromEntries(made) as Sources;
}
