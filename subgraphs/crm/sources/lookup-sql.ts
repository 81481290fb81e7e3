/** Who is behind a number, document, account, card … */
import type { Knex } from 'knex';
import type { Database, Statement } from '#kit/database';
import { toId } from '#kit/ids';
import { MAX_MATCHES } from '../lookup.ts';
import type { CustomerMatch, LookupKey, PartyRole } from '../model.ts';
import { CUSTOMER_COLUMNS, type CustomerRow, toCustomer } from './customers-sql.ts';

interface FoundRow {
  readonly found_customer_id: number;
  /** Only where the value names a line. */
  readonly subscriber_id?: number;
  readonly number_held_since_at?: number | null;
}

/** Who was found, with their record: whoever looks somebody up shows them. Null where crm lacks the record. */
type MatchRow = FoundRow & (CustomerRow | { readonly customer_id: null });

/** One more than is shown tells that there are more. */
const LIMIT = MAX_MATCHES + 1;

export interface LookupSource {
  /**
   * @param value As `toLookupValue` gives it.
   * @param at Epoch seconds; who held it then. Only numbers and broadband accounts change hands.
   * @returns By customer id, at most `MAX_MATCHES` + 1.
   */
  matches(by: LookupKey, value: string, at: number): Promise<CustomerMatch[]>;
}

export function createLookupSource(db: Database): LookupSource {
  const byNumber = heldAt(db, 'number_holding', 'service_number');
  const byBroadband = heldAt(db, 'broadband', 'account_name');
  const byDocument = ofCustomer(db, 'customer', 'document_number');
  const byAccount = ofCustomer(db, 'account_ref', 'account_id');
  const byCard = ofCustomer(db, 'membership', 'card_number');
  const byEmail = ofCustomer(db, 'customer', 'email');
  const byPhone = db.prepare<{ value: string }, MatchRow>((sql, { value }) =>
    withCustomers(
      sql
        .from(
          sql('customer')
            .select('customer_id')
            .where('contact_phone', value)
            .union(sql('group_customer').select('customer_id').where('contact_phone', value))
            .orderBy('customer_id')
            .limit(LIMIT)
            .as('of_phone'),
        )
        .orderBy('of_phone.customer_id'),
      'of_phone',
    ),
  );

  return {
    async matches(by, value, at) {
      switch (by) {
        case 'SERVICE_NUMBER':
          return toMatches(await byNumber({ value, at }), 'HOLDER');
        case 'BROADBAND_ACCOUNT':
          return toMatches(await byBroadband({ value, at }), 'HOLDER');
        case 'ID_DOCUMENT':
          return toMatches(await byDocument({ value }), 'HOLDER');
        case 'MEMBER_CARD':
          return toMatches(await byCard({ value }), 'HOLDER');
        case 'ACCOUNT':
          return toMatches(await byAccount({ value: toId(value) }), 'PAYER');
        case 'CONTACT_PHONE':
          return toMatches(await byPhone({ value }), 'CONTACT');
        case 'EMAIL':
          return toMatches(await byEmail({ value }), 'CONTACT');
      }
    },
  };
}

function heldAt(
  db: Database,
  table: string,
  column: string,
): Statement<{ value: string; at: number }, MatchRow> {
  return db.prepare((sql, { value, at }) =>
    withCustomers(
      sql(`${table} as held`)
        .join('subscriber', 'subscriber.subscriber_id', 'held.subscriber_id')
        .select('subscriber.subscriber_id', numberHeldSince(sql).as('number_held_since_at'))
        .where(`held.${column}`, value)
        .where('held.held_since_at', '<=', at)
        .where((until) => {
          void until.whereNull('held.held_until_at').orWhere('held.held_until_at', '>', at);
        })
        .orderBy('subscriber.customer_id')
        .limit(LIMIT),
      'subscriber',
    ),
  );
}

/** Since when the line that was found has its number: from its newest holding of it. */
function numberHeldSince(sql: Knex): Knex.QueryBuilder {
  return sql('number_holding as own')
    .max('own.held_since_at')
    .where('own.subscriber_id', sql.ref('subscriber.subscriber_id'))
    .where('own.service_number', sql.ref('subscriber.service_number'));
}

function ofCustomer(
  db: Database,
  table: string,
  column: string,
): Statement<{ value: string | number | null }, MatchRow> {
  return db.prepare((sql, { value }) =>
    withCustomers(
      sql(`${table} as found`).where(`found.${column}`, value).orderBy('found.customer_id').limit(LIMIT),
      'found',
    ),
  );
}

/** @param found Table whose `customer_id` says who was found. */
function withCustomers(query: Knex.QueryBuilder, found: string): Knex.QueryBuilder {
  return query
    .leftJoin('customer', 'customer.customer_id', `${found}.customer_id`)
    .select(
      `${found}.customer_id as found_customer_id`,
      ...CUSTOMER_COLUMNS.map((column) => `customer.${column}`),
    );
}

function toMatches(rows: readonly MatchRow[], role: PartyRole): CustomerMatch[] {
  return rows.map((row) => ({
    customerId: String(row.found_customer_id),
    customer: row.customer_id === null ? null : toCustomer(row),
    subscriberId: row.subscriber_id === undefined ? null : String(row.subscriber_id),
    numberHeldSinceAt: row.number_held_since_at ?? null,
    role,
  }));
}
