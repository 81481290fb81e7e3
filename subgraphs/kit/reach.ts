/**
 * Whose data a viewer may see, as SQL: region, portfolio, groups, self. Each
 * system has `customer_reach`, a row for each customer, and decides from its
 * own; what belongs to a customer is within reach where the customer is.
 */
import type { Knex } from 'knex';
import type { Database, Param } from './database.ts';
import { appError } from './errors.ts';
import { toId } from './ids.ts';
import type { Reach } from './viewer.ts';

/** What a statement with `withinReach` is given beside its own parameters. */
export type ReachParams = Readonly<{
  self: number | null;
  manager: string | null;
  groupManager: string | null;
  regions: readonly string[];
  /** The same for MySQL; null matches nothing. */
  regionPattern: string | null;
}>;

export function toReachParams(reach: Reach): ReachParams {
  return {
    self: reach.kind === 'SELF' ? toId(reach.customerId) : null,
    manager: reach.kind === 'PORTFOLIO' ? reach.staffId : null,
    groupManager: reach.kind === 'GROUPS' ? reach.staffId : null,
    regions: reach.kind === 'REGIONS' ? reach.regions : [],
    regionPattern: reach.kind === 'REGIONS' ? toPattern(reach.regions) : null,
  };
}

/** Codes are digits: whatever else stands for one is no region, and no part of a pattern. */
function toPattern(regions: readonly string[]): string | null {
  const codes = regions.filter((code) => /^\d*$/.test(code));
  return codes.length === 0 ? null : `^(${codes.join('|')})`;
}

/** @param column The customer's id in the query that this is a condition of, for example `account.customer_id`. */
export function withinReach(
  sql: Knex,
  db: Database,
  column: string,
  params: { readonly [K in keyof ReachParams]: Param },
): Knex.Raw {
  return sql.raw('exists (select 1 from customer_reach as reach where reach.customer_id = ?? and ?)', [
    column,
    reaches(sql, db, params),
  ]);
}

/** The condition on a row of `customer_reach`, which the query calls `reach`. */
export function reaches(
  sql: Knex,
  db: Database,
  { self, manager, groupManager, regions, regionPattern }: { readonly [K in keyof ReachParams]: Param },
): Knex.Raw {
  // A list to join with is a table of its own on MySQL, made anew for each row: a pattern takes a tenth of it.
  const inRegions =
    db.dialect === 'mysql'
      ? sql.raw('reach.region_code regexp ?', [regionPattern])
      : sql.raw(
          'exists (select 1 from ? where substr(reach.region_code, 1, length(region.prefix)) = region.prefix)',
          [db.tableOf('region', 'prefix', regions, 'text')],
        );
  return sql.raw(
    '(? or reach.customer_id = ? or reach.manager_staff_id = ? or reach.group_manager_staff_id = ?)',
    [inRegions, self, manager, groupManager],
  );
}

/**
 * FORBIDDEN: the customer is out of reach or does not exist. A viewer who may not
 * see everybody is not told which.
 */
export function outOfReach(): Error {
  return appError('FORBIDDEN', 'There is no such customer among those that are yours to see.');
}
