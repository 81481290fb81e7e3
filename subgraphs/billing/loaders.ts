import DataLoader from 'dataloader';
import { addMonths, startOfDay } from '#kit/clock';
import { createLoader, createLoaderByArgs } from '#kit/loader';
import { firstBilledMonth } from './consumption.ts';
import type {
  Account,
  Bill,
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
import { firstRoamingDay } from './roaming.ts';
import type { AccountsSource } from './sources/accounts-sql.ts';
import type { BillsSource } from './sources/bills-sql.ts';
import type { CustomersSource } from './sources/customers-sql.ts';
import type { DailySource } from './sources/daily-sql.ts';
import type { DetailsSource } from './sources/details-sql.ts';
import type { PaymentsSource } from './sources/payments-sql.ts';
import type { Checked } from './sources/read-each.ts';
import type { RoamingSource } from './sources/roaming-sql.ts';
import type { ServicesSource } from './sources/services-sql.ts';
import type { UsageSource } from './sources/usage-sql.ts';

export interface Sources {
  readonly customers: CustomersSource;
  readonly accounts: AccountsSource;
  readonly bills: BillsSource;
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
  readonly loaders: Loaders;
}

type ById<V> = DataLoader<string, V>;
/** A loader for each number of months, the running one included or not as its field says. */
type ByMonths<V> = (months: number) => ById<readonly V[]>;
type InMonth<V> = (month: string) => ById<V>;

interface Loaders {
  readonly registeredLayer: ById<ServiceLayer | null>;
  readonly account: ById<Account | null>;
  readonly accountsOfCustomer: ById<readonly Account[]>;
  readonly bill: ById<Bill | null>;
  readonly bills: ByMonths<Bill>;
  readonly unpaidBills: ById<readonly Bill[]>;
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

export function createLoaders(sources: Sources, runningMonth: string): Loaders {
  const { customers, accounts, bills, payments, usage, daily, services, roaming, details } = sources;
  const withRunning = (months: number): string => addMonths(runningMonth, 1 - months);

  return {
    registeredLayer: createLoader('registeredLayer', customers.layersByCustomers, null),
    account: createLoader('account', accounts.byIds, null),
    accountsOfCustomer: createLoader<readonly Account[], []>('accountsOfCustomer', accounts.byCustomers, []),
    bill: createCheckedLoader('bill', bills.byIds, null),
    bills: createLoaderByArgs((months: number) =>
      createCheckedLoader<readonly Bill[], []>(
        'bills',
        (ids) => bills.byAccounts(ids, firstBilledMonth(runningMonth, months)),
        [],
      ),
    ),
    unpaidBills: createCheckedLoader<readonly Bill[], []>('unpaidBills', bills.unpaidByAccounts, []),
    payment: createLoader('payment', payments.byIds, null),
    payments: createLoaderByArgs((months: number) =>
      createLoader<readonly Payment[], []>(
        'payments',
        (ids) => payments.byAccounts(ids, startOfDay(`${addMonths(runningMonth, -months)}-01`)),
        [],
      ),
    ),
    usageMonths: createLoaderByArgs((months: number) =>
      createLoader<readonly UsageMonth[], []>(
        'usageMonths',
        (ids) => usage.bySubscribers(ids, withRunning(months)),
        [],
      ),
    ),
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
      createCheckedLoader<readonly DailyData[], []>(
        'dailyData',
        (ids) => daily.dataBySubscribers(ids, month),
        [],
      ),
    ),
    dailyMms: createLoaderByArgs((month: string) =>
      createCheckedLoader<readonly DailyMms[], []>(
        'dailyMms',
        (ids) => daily.mmsBySubscribers(ids, month),
        [],
      ),
    ),
    roaming: createLoader<readonly RoamingEvent[], []>(
      'roaming',
      (ids) => roaming.bySubscribers(ids, firstRoamingDay(runningMonth)),
      [],
    ),
    usageRecords: createLoaderByArgs((month: string) =>
      createCheckedLoader<readonly UsageRecord[], null>(
        'usageRecords',
        (ids) => details.bySubscribers(ids, month),
        null,
      ),
    ),
  };
}

/** As kit's loader, for a source that may fail for one key alone. */
function createCheckedLoader<V, M extends V | null>(
  name: string,
  fetchByKeys: (keys: readonly string[]) => Promise<Checked<V>>,
  missing: M,
): DataLoader<string, V | M> {
  return new DataLoader<string, V | M>(
    async (keys) => {
      const found = await fetchByKeys(keys);
      return keys.map((key) => found.get(key) ?? missing);
    },
    { name, maxBatchSize: 1_000 },
  );
}
