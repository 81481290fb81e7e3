/** Figures over the contacts of a period; what they mean is in contact-counts.ts. */
import { toDateTime } from '#kit/clock';
import type { Database } from '#kit/database';
import type { Channel, RequestType } from '#schema/contacts';
import { readTopicCodes } from '../contact-lists.ts';
import type { ConsultationCount, ContactCount } from '../model.ts';

import { customerRows, type OfCustomers } from './customer-rows.ts';

interface CountRow {
  readonly customer_id: number;
  readonly channel: Channel;
  readonly type: RequestType;
  readonly contacts: number;
}

interface ConsultationRow {
  readonly customer_id: number;
  readonly topics: string;
  readonly contacts: number;
  readonly last_at: number;
}

/** @param since Epoch seconds; earlier contacts do not count. */
type CountsByCustomers<T> = (
  customerIds: readonly number[],
  since: number,
) => Promise<ReadonlyMap<number, readonly T[]>>;

export interface ContactCountsSource {
  readonly byChannelAndType: CountsByCustomers<ContactCount>;
  /** Consultations and queries by phone, with an agent or the voice menu. */
  readonly consultations: CountsByCustomers<ConsultationCount>;
}

export function createContactCountsSource(db: Database): ContactCountsSource {
  const contacts = customerRows(db, 'contact', 'contact_id');
  const byChannelAndType = db.prepare<OfCustomers<{ since: number }>, CountRow>((sql, { customers, since }) =>
    sql
      .select('owner.customer_id', 'channel', 'type', sql.raw('count(*) as contacts'))
      .from(contacts.all(sql, customers))
      .where('started_at', '>=', since)
      .groupBy('owner.customer_id', 'channel', 'type'),
  );

  const consultations = db.prepare<OfCustomers<{ since: number }>, ConsultationRow>(
    (sql, { customers, since }) =>
      sql
        .select(
          'owner.customer_id',
          'topics',
          sql.raw('count(*) as contacts'),
          sql.raw('max(started_at) as last_at'),
        )
        .from(contacts.all(sql, customers))
        .where('started_at', '>=', since)
        .where('direction', 'INBOUND')
        .whereIn('channel', ['HOTLINE', 'IVR'])
        .whereIn('type', ['CONSULT', 'QUERY'])
        .groupBy('owner.customer_id', 'topics'),
  );

  return {
    async byChannelAndType(customerIds, since) {
      const rows = await byChannelAndType({ customers: customerIds, since });
      return perCustomer(rows, ({ channel, type, contacts }) => ({ channel, type, count: contacts }));
    },
    async consultations(customerIds, since) {
      const rows = await consultations({ customers: customerIds, since });
      return perCustomer(rows, ({ topics, contacts, last_at }) => ({
        topicCodes: readTopicCodes(topics),
        count: contacts,
        lastAt: toDateTime(last_at),
      }));
    },
  };
}

function perCustomer<R extends { readonly customer_id: number }, T>(
  rows: readonly R[],
  toCount: (row: R) => T,
): ReadonlyMap<number, readonly T[]> {
  const byCustomer = Map.groupBy(rows, (row) => row.customer_id);
  return new Map([...byCustomer].map(([customer, own]) => [customer, own.map(toCount)]));
}
