/** Customers, by id. */
import type { Knex } from 'knex';
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import { type ReachParams, withinReach } from '#kit/reach';
import type { Customer } from '../model.ts';

export interface CustomerRow {
  readonly customer_id: number;
  readonly name: string;
  readonly segment: Customer['segment'];
  readonly status: Customer['status'];
  readonly document_type: NonNullable<Customer['document']>['type'] | null;
  readonly document_number: string | null;
  readonly region_code: string;
  readonly development_channel: Customer['developmentChannel'];
  readonly language: Customer['language'];
  readonly list_flag: Customer['listFlag'];
  readonly opened_on: string;
  readonly opened_by_staff_id: string;
  readonly contact_phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly mailing_address: string | null;
  readonly hobbies: string;
  readonly manager_staff_id: string | null;
  readonly synthetic: number;
  /** The unit that a person has a seat in; null with what follows where they have none. */
  readonly group_customer_id: number | null;
  readonly position: string | null;
  readonly key_person: number | null;
}

export const CUSTOMER_COLUMNS = [
  'customer_id',
  'name',
  'segment',
  'status',
  'document_type',
  'document_number',
  'region_code',
  'development_channel',
  'language',
  'list_flag',
  'opened_on',
  'opened_by_staff_id',
  'contact_phone',
  'email',
  'address',
  'mailing_address',
  'hobbies',
  'manager_staff_id',
  'synthetic',
  'group_customer_id',
  'position',
  'key_person',
] as const satisfies readonly (keyof CustomerRow)[];

const SEAT_COLUMNS: ReadonlySet<keyof CustomerRow> = new Set(['group_customer_id', 'position', 'key_person']);

export interface CustomersSource {
  /** Those within reach. */
  byIds(customerIds: readonly string[], reach: ReachParams): Promise<ReadonlyMap<string, Customer>>;
}

export function createCustomersSource(db: Database): CustomersSource {
  const byIds = db.prepare<ReachParams & { ids: number[] }, CustomerRow>((sql, params) =>
    selectCustomers(sql)
      .where(db.oneOf('customer.customer_id', params.ids))
      .where(withinReach(sql, db, 'customer.customer_id', params)),
  );
  return {
    async byIds(customerIds, reach) {
      const rows = await byIds({ ids: toIds(customerIds), ...reach });
      return new Map(rows.map((row) => [String(row.customer_id), toCustomer(row)]));
    },
  };
}

/** All columns, each from its table. A person has one seat at most. */
const QUALIFIED = CUSTOMER_COLUMNS.map((column) =>
  SEAT_COLUMNS.has(column) ? `seat.${column}` : `customer.${column}`,
);

/** @param found What the records are joined to; all of them where nothing is. */
export function selectCustomers(sql: Knex, found = sql('customer')): Knex.QueryBuilder {
  return found
    .leftJoin({ seat: 'group_member' }, 'seat.customer_id', 'customer.customer_id')
    .select(QUALIFIED);
}

export function toCustomer(row: CustomerRow): Customer {
  const { document_type: type, document_number: number } = row;
  return {
    customerId: String(row.customer_id),
    name: row.name,
    segment: row.segment,
    status: row.status,
    document: type === null || number === null ? null : { type, number },
    regionCode: row.region_code,
    developmentChannel: row.development_channel,
    language: row.language,
    listFlag: row.list_flag,
    openedOn: row.opened_on,
    openedByStaffId: row.opened_by_staff_id,
    contactPhone: row.contact_phone,
    email: row.email,
    address: row.address,
    mailingAddress: row.mailing_address,
    hobbies: row.hobbies === '' ? [] : row.hobbies.split(','),
    managerStaffId: row.manager_staff_id,
    synthetic: Boolean(row.synthetic),
    seat: toSeat(row),
  };
}

function toSeat({ group_customer_id: group, position, key_person: isKey }: CustomerRow): Customer['seat'] {
  if (group === null || position === null) return null;
  return { groupCustomerId: String(group), position, keyPerson: Boolean(isKey) };
}
