/** Group customers and their members. */
import type { Database } from '#kit/database';
import { firstPerKey } from '#kit/first-per-key';
import { toIds } from '#kit/ids';
import type { Page } from '#kit/paging';
import { type ReachParams, withinReach } from '#kit/reach';
import type { GroupCustomer, GroupMember } from '../model.ts';
import { type PageRequest, toPages } from '../pages.ts';

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
  /** Those within reach. */
  byIds(customerIds: readonly string[], reach: ReachParams): Promise<ReadonlyMap<string, GroupCustomer>>;
  /** Members within reach, by customer id; a unit without further ones is absent. */
  memberPages(
    groupIds: readonly string[],
    request: PageRequest,
    reach: ReachParams,
  ): Promise<ReadonlyMap<string, Page<GroupMember>>>;
  /** Of members within reach. */
  memberCounts(groupIds: readonly string[], reach: ReachParams): Promise<ReadonlyMap<string, number>>;
}

export function createGroupsSource(db: Database): GroupsSource {
  // The manager of a unit is the one of its customer record: one fact, one place.
  const byIds = db.prepare<ReachParams & { ids: number[] }, GroupRow>((sql, params) =>
    sql('group_customer')
      .join('customer', 'customer.customer_id', 'group_customer.customer_id')
      .select('group_customer.*', 'customer.manager_staff_id')
      .where(db.oneOf('group_customer.customer_id', params.ids))
      .where(withinReach(sql, db, 'group_customer.customer_id', params)),
  );
  const members = db.prepare<ReachParams & { ids: number[]; after: number; limit: number }, SeatRow>(
    (sql, params) =>
      firstPerKey(
        sql,
        sql('group_member')
          .select(...SEAT_COLUMNS)
          .where(db.oneOf('group_customer_id', params.ids))
          .where('customer_id', '>', params.after)
          .where(withinReach(sql, db, 'group_member.customer_id', params)),
        {
          key: 'group_customer_id',
          orderBy: [['customer_id', 'asc']],
          columns: SEAT_COLUMNS,
          limit: params.limit,
        },
      ),
  );
  const counts = db.prepare<ReachParams & { ids: number[] }, { group_customer_id: number; members: number }>(
    (sql, params) =>
      sql('group_member')
        .select('group_customer_id')
        .count('* as members')
        .where(db.oneOf('group_customer_id', params.ids))
        .where(withinReach(sql, db, 'group_member.customer_id', params))
        .groupBy('group_customer_id'),
  );
  return {
    async byIds(customerIds, reach) {
      const rows = await byIds({ ids: toIds(customerIds), ...reach });
      return new Map(rows.map((row) => [String(row.customer_id), toGroup(row)]));
    },
    async memberPages(groupIds, { first, after }, reach) {
      const rows = await members({ ids: toIds(groupIds), after, limit: first + 1, ...reach });
      return toPages(rows, (row) => String(row.group_customer_id), toMember, first);
    },
    async memberCounts(groupIds, reach) {
      const rows = await counts({ ids: toIds(groupIds), ...reach });
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

function toMember(row: SeatRow): GroupMember {
  return {
    memberCustomerId: String(row.customer_id),
    position: row.position,
    keyPerson: Boolean(row.key_person),
  };
}
