/** Who is behind a number, document, account, card … */
import type { Knex } from 'knex';
import type { Database, Param, Statement } from '#kit/database';
import { toId } from '#kit/ids';
import { type ReachParams, withinReach } from '#kit/reach';
import { MAX_MATCHES } from '../lookup.ts';
import type { CustomerMatch, LookupKey, PartyRole } from '../model.ts';
import { type CustomerRow, selectCustomers, toCustomer } from './customers-sql.ts';

/** Who was found, with their record: whoever looks somebody up shows them. */
interface MatchRow extends CustomerRow {
  /** Only where the value names a line. */
  readonly subscriber_id?: number;
  readonly number_held_since_at?: number | null;
}

/** One more than is shown tells that there are more. */
const LIMIT = MAX_MATCHES + 1;

export interface LookupSource {
  /**
   * @param value As `toLookupValue` gives it.
   * @param at Epoch seconds; who held it then. Only numbers and broadband accounts change hands.
   * @returns Those within reach by customer id, at most `MAX_MATCHES` + 1.
   */
  matches(by: LookupKey, value: string, at: number, reach: ReachParams): Promise<CustomerMatch[]>;
}

export function createLookupSource(db: Database): LookupSource {
  const byNumber = heldAt(db, 'number_holding', 'service_number');
  const byBroadband = heldAt(db, 'broadband', 'account_name');
  const byDocument = ofCustomer(db, 'customer', 'document_number');
  const byAccount = ofCustomer(db, 'account_ref', 'account_id');
  const byCard = ofCustomer(db, 'membership', 'card_number');
  const byEmail = ofCustomer(db, 'customer', 'email');
  const byPhone = db.prepare<ReachParams & { value: string }, MatchRow>((sql, params) =>
    withCustomers(
      sql,
      db,
      sql.from(
        sql('customer')
          .select('customer_id')
          .where('contact_phone', params.value)
          .union(sql('group_customer').select('customer_id').where('contact_phone', params.value))
          .as('of_phone'),
      ),
      'of_phone',
      params,
    ),
  );

  return {
    async matches(by, value, at, reach) {
      switch (by) {
        case 'SERVICE_NUMBER':
          return toMatches(await byNumber({ value, at, ...reach }), 'HOLDER');
        case 'BROADBAND_ACCOUNT':
          return toMatches(await byBroadband({ value, at, ...reach }), 'HOLDER');
        case 'ID_DOCUMENT':
          return toMatches(await byDocument({ value, ...reach }), 'HOLDER');
        case 'MEMBER_CARD':
          return toMatches(await byCard({ value, ...reach }), 'HOLDER');
        case 'ACCOUNT':
          return toMatches(await byAccount({ value: toId(value), ...reach }), 'PAYER');
        case 'CONTACT_PHONE':
          return toMatches(await byPhone({ value, ...reach }), 'CONTACT');
        case 'EMAIL':
          return toMatches(await byEmail({ value, ...reach }), 'CONTACT');
      }
    },
  };
}

function heldAt(
  db: Database,
  table: string,
  column: string,
): Statement<ReachParams & { value: string; at: number }, MatchRow> {
  return db.prepare((sql, params) =>
    withCustomers(
      sql,
      db,
      sql(`${table} as held`)
        .join('subscriber', 'subscriber.subscriber_id', 'held.subscriber_id')
        .select('subscriber.subscriber_id', numberHeldSince(sql).as('number_held_since_at'))
        .where(`held.${column}`, params.value)
        .where('held.held_since_at', '<=', params.at)
        .where((until) => {
          void until.whereNull('held.held_until_at').orWhere('held.held_until_at', '>', params.at);
        }),
      'subscriber',
      params,
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
): Statement<ReachParams & { value: string | number | null }, MatchRow> {
  return db.prepare((sql, params) =>
    withCustomers(sql, db, sql(`${table} as found`).where(`found.${column}`, params.value), 'found', params),
  );
}

/**
 * Of those found, the records within reach. Who is out of reach does not count,
 * for the limit either.
 *
 * @param found Table whose `customer_id` says who was found.
 */
function withCustomers(
  sql: Knex,
  db: Database,
  query: Knex.QueryBuilder,
  found: string,
  reach: { readonly [K in keyof ReachParams]: Param },
): Knex.QueryBuilder {
  return selectCustomers(sql, query.join('customer', 'customer.customer_id', `${found}.customer_id`))
    .where(withinReach(sql, db, `${found}.customer_id`, reach))
    .orderBy(`${found}.customer_id`)
    .limit(LIMIT);
}

function toMatches(rows: readonly MatchRow[], role: PartyRole): CustomerMatch[] {
  return rows.map((row) => ({
    customer: toCustomer(row),
    subscriberId: row.subscriber_id === undefined ? null : String(row.subscriber_id),
    numberHeldSinceAt: row.number_held_since_at ?? null,
    role,
  }));
}
