/** The staff register, and who looks after whom. */
import type { Database } from '#kit/database';
import { firstPerKey } from '#kit/first-per-key';
import type { Page } from '#kit/paging';
import { type ReachParams, withinReach } from '#kit/reach';
import type { Customer, StaffMember, StaffRole } from '../model.ts';
import { type PageRequest, toPages } from '../pages.ts';
import { CUSTOMER_COLUMNS, type CustomerRow, selectCustomers, toCustomer } from './customers-sql.ts';

interface StaffRow {
  readonly staff_id: string;
  readonly name: string;
  readonly role: StaffRole;
}

type CareRow = CustomerRow & { readonly manager_staff_id: string };

export interface StaffSource {
  byIds(staffIds: readonly string[]): Promise<ReadonlyMap<string, StaffMember>>;
  /** Customers within reach in ascending order of their ids; staff who look after nobody further are absent. */
  portfolioPages(
    staffIds: readonly string[],
    request: PageRequest,
    reach: ReachParams,
  ): Promise<ReadonlyMap<string, Page<Customer>>>;
  /** Of customers within reach. */
  portfolioCounts(staffIds: readonly string[], reach: ReachParams): Promise<ReadonlyMap<string, number>>;
}

export function createStaffSource(db: Database): StaffSource {
  const byIds = db.prepare<{ ids: readonly string[] }, StaffRow>((sql, { ids }) =>
    sql('staff').select('staff_id', 'name', 'role').where(db.oneOf('staff_id', ids)),
  );
  const portfolio = db.prepare<ReachParams & { id: string; after: number; limit: number }, CareRow>(
    (sql, params) =>
      selectCustomers(sql)
        .where('manager_staff_id', params.id)
        .where('customer.customer_id', '>', params.after)
        .where(withinReach(sql, db, 'customer.customer_id', params))
        // knex takes no parameter as a limit.
        .orderByRaw('customer.customer_id limit ?', [params.limit]),
  );
  const portfolios = db.prepare<
    ReachParams & { ids: readonly string[]; after: number; limit: number },
    CareRow
  >((sql, params) =>
    firstPerKey(
      sql,
      selectCustomers(sql)
        .where(db.oneOf('manager_staff_id', params.ids))
        .where('customer.customer_id', '>', params.after)
        .where(withinReach(sql, db, 'customer.customer_id', params)),
      {
        key: 'manager_staff_id',
        orderBy: [['customer.customer_id', 'asc']],
        columns: CUSTOMER_COLUMNS,
        limit: params.limit,
      },
    ),
  );
  const counts = db.prepare<
    ReachParams & { ids: readonly string[] },
    { manager_staff_id: string; customers: number }
  >((sql, params) =>
    sql('customer')
      .select('manager_staff_id')
      .count('* as customers')
      .where(db.oneOf('manager_staff_id', params.ids))
      .where(withinReach(sql, db, 'customer.customer_id', params))
      .groupBy('manager_staff_id'),
  );
  return {
    async byIds(staffIds) {
      const rows = await byIds({ ids: staffIds });
      return new Map(rows.map(({ staff_id: staffId, name, role }) => [staffId, { staffId, name, role }]));
    },
    async portfolioPages(staffIds, { first, after }, reach) {
      const limit = first + 1;
      // A manager sees their own portfolio; only developers ask for several, which takes a window.
      const [id, another] = staffIds;
      const rows =
        id !== undefined && another === undefined
          ? await portfolio({ id, after, limit, ...reach })
          : await portfolios({ ids: staffIds, after, limit, ...reach });
      return toPages(rows, (row) => row.manager_staff_id, toCustomer, first);
    },
    async portfolioCounts(staffIds, reach) {
      const rows = await counts({ ids: staffIds, ...reach });
      return new Map(rows.map((row) => [row.manager_staff_id, row.customers]));
    },
  };
}
