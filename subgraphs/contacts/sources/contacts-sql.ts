/** Contacts 接触, from the contact-history replica. */
import { toDateTime } from '#kit/clock';
import type { Database } from '#kit/database';
import type { Channel, ContactDirection, RequestType } from '#schema/contacts';
import { customerOf } from '../ids.ts';
import type { Contact, ContactFilter } from '../model.ts';
import { readIvrPath, readTopicCodes, toMoment, toSatisfaction } from './columns.ts';
import { customerRows, type OfCustomers, topOf } from './customer-rows.ts';

interface ContactRow {
  readonly contact_id: number;
  readonly started_at: number;
  readonly ended_at: number | null;
  readonly channel: Channel;
  readonly direction: ContactDirection;
  readonly type: RequestType;
  readonly staff_id: string | null;
  readonly topics: string;
  readonly resolution: string | null;
  readonly ivr_path: string | null;
  readonly queue_seconds: number | null;
  readonly satisfaction: string | null;
}

/** Newest first, from before `before` (a contact id; null from the newest) on. */
export interface ContactPage extends ContactFilter {
  readonly before: number | null;
  readonly limit: number;
}

export interface ContactsSource {
  byIds(contactIds: readonly number[]): Promise<ReadonlyMap<number, Contact>>;
  /** By customer id; a customer without contacts is absent. */
  newest(customerIds: readonly number[]): Promise<ReadonlyMap<number, Contact>>;
  /** By customer id; a customer without such contacts is absent. */
  page(customerIds: readonly number[], page: ContactPage): Promise<ReadonlyMap<number, readonly Contact[]>>;
  /** How many contacts of the filter each customer has; a customer with none is absent. */
  count(customerIds: readonly number[], filter: ContactFilter): Promise<ReadonlyMap<number, number>>;
}

const COLUMNS: readonly (keyof ContactRow)[] = [
  'contact_id',
  'started_at',
  'ended_at',
  'channel',
  'direction',
  'type',
  'staff_id',
  'topics',
  'resolution',
  'ivr_path',
  'queue_seconds',
  'satisfaction',
];

export function createContactsSource(db: Database): ContactsSource {
  const contacts = customerRows(db, 'contact', 'contact_id');
  const byIds = db.prepare<{ ids: readonly number[] }, ContactRow>((sql, { ids }) =>
    sql('contact').select(COLUMNS).where(db.oneOf('contact_id', ids)),
  );

  const newest = db.prepare<OfCustomers, ContactRow>((sql, { customers }) =>
    sql.select(COLUMNS).from(contacts.newest(sql, customers)),
  );

  const page = db.prepare<OfCustomers<ContactPage>, ContactRow>(
    (sql, { customers, channel, types, before, limit }) => {
      const rows = sql
        .from(contacts.all(sql, customers))
        .whereRaw('(? is null or contact_id < ?)', [before, before])
        .whereRaw('(? is null or channel = ?)', [channel, channel])
        .whereRaw('(? is null or ?)', [types, db.oneOf('type', types)]);
      return topOf(sql, { rows, columns: COLUMNS, order: 'contact_id desc', limit });
    },
  );

  const count = db.prepare<OfCustomers<ContactFilter>, { customer_id: number; contacts: number }>(
    (sql, { customers, channel, types }) =>
      sql
        .select('owner.customer_id', sql.raw('count(*) as contacts'))
        .from(contacts.all(sql, customers))
        .whereRaw('(? is null or channel = ?)', [channel, channel])
        .whereRaw('(? is null or ?)', [types, db.oneOf('type', types)])
        .groupBy('owner.customer_id'),
  );

  return {
    async byIds(contactIds) {
      const rows = await byIds({ ids: contactIds });
      return new Map(rows.map((row) => [row.contact_id, toContact(row)]));
    },
    async newest(customerIds) {
      const rows = await newest({ customers: customerIds });
      return new Map(rows.map((row) => [customerOf(row.contact_id), toContact(row)]));
    },
    async page(customerIds, wanted) {
      const rows = await page({ ...wanted, customers: customerIds });
      const byCustomer = Map.groupBy(rows, (row) => customerOf(row.contact_id));
      return new Map([...byCustomer].map(([customer, own]) => [customer, own.map(toContact)]));
    },
    async count(customerIds, { channel, types }) {
      const rows = await count({ customers: customerIds, channel, types });
      return new Map(rows.map((row) => [row.customer_id, row.contacts]));
    },
  };
}

function toContact(row: ContactRow): Contact {
  return {
    contactId: String(row.contact_id),
    channel: row.channel,
    direction: row.direction,
    type: row.type,
    startedAt: toDateTime(row.started_at),
    endedAt: toMoment(row.ended_at),
    staffId: row.staff_id,
    topicCodes: readTopicCodes(row.topics),
    resolution: row.resolution,
    ivrPath: row.ivr_path === null ? [] : readIvrPath(row.ivr_path),
    queueSeconds: row.queue_seconds,
    satisfaction: toSatisfaction(row.satisfaction),
  };
}
