import type { AuditTrail } from '#kit/audit/trail';
import { addMonths, startOfDay } from '#kit/clock';
import { type ById, createLoader, createLoaderByArgs } from '#kit/loader';
import type { Owners } from '#kit/owners';
import type { Viewer } from '#kit/viewer';
import { createAccountLoaders } from './account-loaders.ts';
import type { Arrears } from './arrears.ts';
import { firstBilledMonth } from './consumption.ts';
import type { ItemisedAccess } from './itemised-access.ts';
import type {
  Account,
  Bill,
  BillItem,
  DailyData,
  DailyMms,
  Payment,
  RingbackMonth,
  RoamingEvent,
  ServiceLayer,
  SpMonth,
  UsageMonth,
  UsageRecord,
} from './model.ts';
import type { Owned } from './owners.ts';
import { firstRoamingDay } from './roaming.ts';
import { createSinceLoader } from './since-loader.ts';
import type { AccountsSource } from './sources/accounts-sql.ts';
import type { ArrearsSource } from './sources/arrears-bills.ts';
import type { BillsSource } from './sources/bills-sql.ts';
import type { CustomersSource } from './sources/customers-sql.ts';
import type { DailySource } from './sources/daily-sql.ts';
import type { DetailsSource } from './sources/details-sql.ts';
import type { PaymentsSource } from './sources/payments-sql.ts';
import type { RoamingSource } from './sources/roaming-sql.ts';
import type { ServicesSource } from './sources/services-sql.ts';
import type { UsageSource } from './sources/usage-sql.ts';

export interface Sources {
  readonly customers: CustomersSource;
  readonly accounts: AccountsSource;
  readonly bills: BillsSource;
  readonly arrears: ArrearsSource;
  readonly payments: PaymentsSource;
  readonly usage: UsageSource;
  readonly daily: DailySource;
  readonly services: ServicesSource;
  readonly roaming: RoamingSource;
  readonly details: DetailsSource;
}

/** Everything a billing resolver can reach. Built anew for each request, which so has one today. */
export interface Context {
  readonly today: string;
  readonly runningMonth: string;
  readonly viewer: Viewer;
  readonly owners: Owners<Owned>;
  readonly loaders: Loaders;
  readonly itemised: ItemisedAccess;
  readonly trail: AuditTrail;
}

/** A loader for each number of months, the running one included or not as its field says. */
type ByMonths<V> = (months: number) => ById<readonly V[]>;
type InMonth<V> = (month: string) => ById<V>;

interface Loaders {
  readonly registeredLayer: ById<ServiceLayer | null>;
  readonly account: ById<Account | null>;
  readonly accountsOfCustomer: ById<readonly Account[]>;
  readonly bill: ById<Bill | null>;
  readonly bills: ByMonths<Bill>;
  readonly billItems: ById<readonly BillItem[]>;
  readonly arrears: ById<Arrears>;
  readonly payment: ById<Payment | null>;
  readonly payments: ByMonths<Payment>;
  readonly usageMonths: ByMonths<UsageMonth>;
  readonly spMonths: ByMonths<SpMonth>;
  readonly ringbackMonths: ByMonths<RingbackMonth>;
  readonly dailyData: InMonth<readonly DailyData[]>;
  readonly dailyMms: InMonth<readonly DailyMms[]>;
  readonly roaming: ById<readonly RoamingEvent[]>;
  /** Null where the records of the month are not kept. */
  readonly usageRecords: InMonth<readonly UsageRecord[] | null>;
}

export function createLoaders(sources: Sources, today: string, runningMonth: string): Loaders {
  const { customers, accounts, bills, arrears, payments, usage, daily, services, roaming, details } = sources;
  const withRunning = (months: number): string => addMonths(runningMonth, 1 - months);
  const billsSince = createSinceLoader<readonly Bill[]>('bills', bills.byAccounts, []);
  const usageSince = createSinceLoader<readonly UsageMonth[]>('usageMonths', usage.bySubscribers, []);

  return {
    registeredLayer: createLoader('registeredLayer', customers.layersByCustomers, null),
    ...createAccountLoaders(accounts),
    bill: createLoader('bill', bills.byIds, null),
    bills: createLoaderByArgs((months: number) => {
      const from = firstBilledMonth(runningMonth, months);
      return { load: async (id) => since(await billsSince(id, from), from) };
    }),
    billItems: createLoader<readonly BillItem[], []>('billItems', bills.itemsByIds, []),
    arrears: onceEach(arrears.open({ today, unpaidBills: (id) => billsSince(id, runningMonth) })),
    payment: createLoader('payment', payments.byIds, null),
    payments: createLoaderByArgs((months: number) =>
      createLoader<readonly Payment[], []>(
        'payments',
        (ids) => payments.byAccounts(ids, startOfDay(`${addMonths(runningMonth, -months)}-01`)),
        [],
      ),
    ),
    usageMonths: createLoaderByArgs((months: number) => {
      const from = withRunning(months);
      return { load: async (id) => since(await usageSince(id, from), from) };
    }),
    spMonths: createLoaderByArgs((months: number) =>
      createLoader<readonly SpMonth[], []>(
        'spMonths',
        (ids) => services.spBySubscribers(ids, withRunning(months)),
        [],
      ),
    ),
    ringbackMonths: createLoaderByArgs((months: number) =>
      createLoader<readonly RingbackMonth[], []>(
        'ringbackMonths',
        (ids) => services.ringbackBySubscribers(ids, withRunning(months)),
        [],
      ),
    ),
    dailyData: createLoaderByArgs((month: string) =>
      createLoader<readonly DailyData[], []>('dailyData', (ids) => daily.dataBySubscribers(ids, month), []),
    ),
    dailyMms: createLoaderByArgs((month: string) =>
      createLoader<readonly DailyMms[], []>('dailyMms', (ids) => daily.mmsBySubscribers(ids, month), []),
    ),
    roaming: createLoader<readonly RoamingEvent[], []>(
      'roaming',
      (ids) => roaming.bySubscribers(ids, firstRoamingDay(runningMonth)),
      [],
    ),
    usageRecords: createLoaderByArgs((month: string) =>
      createLoader<readonly UsageRecord[], null>(
        'usageRecords',
        (ids) => details.bySubscribers(ids, month),
        null,
      ),
    ),
  };
}

/** What was asked for, of what a loader read, newest first; mostly that is all of it. */
function since<V extends { readonly month: string }>(read: readonly V[], fromMonth: string): readonly V[] {
  const oldest = read.at(-1);
  if (oldest === undefined || oldest.month >= fromMonth) return read;
  return read.filter(({ month }) => month >= fromMonth);
}

/** What several fields show of an id, computed once for a request. */
function onceEach<V>(compute: (id: string) => Promise<V>): ById<V> {
  const computed = new Map<string, Promise<V>>();
  return {
    load(id) {
      let result = computed.get(id);
      if (result === undefined) {
        result = compute(id);
        computed.set(id, result);
      }
      return result;
    },
  };
}
