/** Group customers and the seats of their members. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import type { Page } from '#kit/paging';
import type { GroupCustomer, GroupMember, GroupMembership } from '../model.ts';
import { type PageRequest, toPages } from '../pages.ts';
import { firstPerKey } from './first-per-key-sql.ts';

interface GroupRow {
  readonly customer_id: number;
  readonly unit_name: string;
  readonly unit_level: string;
  readonly contact_name: string;
  readonly contact_phone: string;
  readonly manager_staff_id: string | null;
}

interface SeatRow {
  readonly customer_id: number;
  readonly group_customer_id: number;
  readonly position: string;
  readonly key_person: number;
}

const SEAT_COLUMNS = [
  'customer_id',
  'group_customer_id',
  'position',
  'key_person',
] as const satisfies readonly (keyof SeatRow)[];

export interface GroupsSource {
  byIds(customerIds: readonly string[]): Promise<ReadonlyMap<string, GroupCustomer>>;
  seatsByCustomers(customerIds: readonly string[]): Promise<ReadonlyMap<string, GroupMembership>>;
  /** Members by customer id; a unit without further members is absent. */
  memberPages(
    groupIds: readonly string[],
    request: PageRequest,
  ): Promise<ReadonlyMap<string, Page<GroupMember>>>;
  memberCounts(groupIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

export function createGroupsSource(db: Database): GroupsSource {
  // The manager of a unit is the one of its customer record: one fact, one place.
  const byIds = db.prepare<{ ids: number[] }, GroupRow>((sql, { ids }) =>
    sql('group_customer')
      .join('customer', 'customer.customer_id', 'group_customer.customer_id')
      .select('group_customer.*', 'customer.manager_staff_id')
      .where(db.oneOf('group_customer.customer_id', ids)),
  );
  const seats = db.prepare<{ ids: number[] }, SeatRow>((sql, { ids }) =>
    sql('group_member')
      .select(...SEAT_COLUMNS)
      .where(db.oneOf('customer_id', ids)),
  );
  const members = db.prepare<{ ids: number[]; after: number; limit: number }, SeatRow>(
    (sql, { ids, after, limit }) =>
      firstPerKey(
        sql,
        sql('group_member')
          .select(...SEAT_COLUMNS)
          .where(db.oneOf('group_customer_id', ids))
          .where('customer_id', '>', after),
        { key: 'group_customer_id', orderBy: [['customer_id', 'asc']], columns: SEAT_COLUMNS, limit },
      ),
  );
  const counts = db.prepare<{ ids: number[] }, { group_customer_id: number; members: number }>(
    (sql, { ids }) =>
      sql('group_member')
        .select('group_customer_id')
        .count('* as members')
        .where(db.oneOf('group_customer_id', ids))
        .groupBy('group_customer_id'),
  );
  return {
    async byIds(customerIds) {
      const rows = await byIds({ ids: toIds(customerIds) });
      return new Map(rows.map((row) => [String(row.customer_id), toGroup(row)]));
    },
    async seatsByCustomers(customerIds) {
      const rows = await seats({ ids: toIds(customerIds) });
      return new Map(rows.map((row) => [String(row.customer_id), toSeat(row)]));
    },
    async memberPages(groupIds, { first, after }) {
      const rows = await members({ ids: toIds(groupIds), after, limit: first + 1 });
      return toPages(rows, (row) => String(row.group_customer_id), toMember, first);
    },
    async memberCounts(groupIds) {
      const rows = await counts({ ids: toIds(groupIds) });
      return new Map(rows.map((row) => [String(row.group_customer_id), row.members]));
    },
  };
}

function toGroup(row: GroupRow): GroupCustomer {
  return {
    customerId: String(row.customer_id),
    unitName: row.unit_name,
    unitLevel: row.unit_level,
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
    managerStaffId: row.manager_staff_id,
  };
}

function toSeat(row: SeatRow): GroupMembership {
  return {
    groupCustomerId: String(row.group_customer_id),
    position: row.position,
    keyPerson: Boolean(row.key_person),
  };
}

function toMember(row: SeatRow): GroupMember {
  return {
    memberCustomerId: String(row.customer_id),
    position: row.position,
    keyPerson: Boolean(row.key_person),
  };
}
