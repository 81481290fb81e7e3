import { createCalendar, RUNNING } from './calendar.ts';
import { createCatalogue } from './catalogue.ts';
import { createCustomerMaker } from './customers.ts';
import type { World } from './model.ts';
import { createNumberPlan, MAX_CUSTOMERS } from './numbers.ts';
import { FIRST_ORDINARY } from './roster.ts';

export interface WorldOptions {
  readonly seed: number;
  /** At least `MIN_CUSTOMERS`. */
  readonly customers: number;
  /** The moment at which the operator stands still, ISO 8601 with +08:00. */
  readonly until?: string;
  /** Months of itemised records, the running one included. */
  readonly detailMonths?: number;
}

/** Room for the named cases, their unit of 500 and their manager's portfolio. */
export const MIN_CUSTOMERS = FIRST_ORDINARY;

/** Raised whenever tables or named cases change, so that an older seeding can be told. */
export const WORLD_VERSION = 4;

const DEFAULT_NOW = '2026-11-20T10:00:00+08:00';
/** A large operator keeps itemised records for half a year, as real ones do; a small one can afford all. */
const LARGE = 50_000;
const DETAIL_MONTHS_WHEN_LARGE = 6;

/** @throws RangeError when the number of customers is out of range. */
export function createWorld({ seed, customers, until = DEFAULT_NOW, detailMonths }: WorldOptions): World {
  if (!Number.isInteger(customers) || customers < MIN_CUSTOMERS || customers > MAX_CUSTOMERS) {
    throw new RangeError(`The number of customers must be ${MIN_CUSTOMERS} to ${MAX_CUSTOMERS}.`);
  }
  const calendar = createCalendar(until);
  const numbers = createNumberPlan(seed);
  const makeCustomer = createCustomerMaker({ seed, size: customers, calendar, numbers });

  return {
    seed,
    size: customers,
    now: until,
    nowSeconds: calendar.now,
    today: calendar.day(calendar.today),
    billedMonths: calendar.months.slice(0, RUNNING),
    runningMonth: calendar.months[RUNNING] as string,
    detailMonths: detailMonths ?? (customers <= LARGE ? RUNNING + 1 : DETAIL_MONTHS_WHEN_LARGE),
    catalogue: createCatalogue(seed, customers, numbers),
    customer(index) {
      if (!Number.isInteger(index) || index < 0 || index >= customers) {
        throw new RangeError(`There is no customer ${index}; they are 0 to ${customers - 1}.`);
      }
      return makeCustomer(index);
    },
  };
}
