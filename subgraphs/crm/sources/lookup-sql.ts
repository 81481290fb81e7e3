/** Who is behind a number, document, account, card … */
import type { Database, Statement } from '#kit/database';
import { toId } from '#kit/ids';
import { MAX_MATCHES } from '../lookup.ts';
import type { CustomerMatch, LookupKey, PartyRole } from '../model.ts';

interface MatchRow {
  readonly customer_id: number;
  /** Only where the value names a line. */
  readonly subscriber_id?: number;
}

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
    sql('customer')
      .select('customer_id')
      .where('contact_phone', value)
      .union(sql('group_customer').select('customer_id').where('contact_phone', value))
      .orderBy('customer_id')
      .limit(LIMIT),
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
    sql(table)
      .join('subscriber', 'subscriber.subscriber_id', `${table}.subscriber_id`)
      .select('customer_id', 'subscriber.subscriber_id')
      .where(`${table}.${column}`, value)
      .where('held_since_at', '<=', at)
      .where((held) => {
        void held.whereNull('held_until_at').orWhere('held_until_at', '>', at);
      })
      .orderBy('customer_id')
      .limit(LIMIT),
  );
}

function ofCustomer(
  db: Database,
  table: string,
  column: string,
): Statement<{ value: string | number | null }, MatchRow> {
  return db.prepare((sql, { value }) =>
    sql(table).select('customer_id').where(column, value).orderBy('customer_id').limit(LIMIT),
  );
}

function toMatches(rows: readonly MatchRow[], role: PartyRole): CustomerMatch[] {
  return rows.map(({ customer_id: customer, subscriber_id: subscriber }) => ({
    customerId: String(customer),
    subscriberId: subscriber === undefined ? null : String(subscriber),
    role,
  }));
}
