/** Contacts 接触, from the contact-history replica. */
import type { Knex } from 'knex';
import type { Database, Param } from '#kit/database';
import type { Channel, ContactDirection, RequestType } from '#schema/contacts';
import { customerOf } from '../ids.ts';
import type { Contact, ContactFilter } from '../model.ts';
import { toSatisfaction } from './columns.ts';
import { customerRows, type OfCustomers, OWN_IDS } from './customer-rows.ts';

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

export interface ContactPageRead {
  readonly contacts: readonly Contact[];
  /** Contacts of the filter, before and after the page too. */
  readonly totalCount: number;
}

/** A customer whose page is empty comes once, with nulls. */
type PageRow = { readonly customer_id: number; readonly total: number } & (
  | ContactRow
  | { readonly contact_id: null }
);

export interface ContactsSource {
  byIds(contactIds: readonly number[]): Promise<ReadonlyMap<number, Contact>>;
  /** By customer id; a customer without contacts is absent. */
  newest(customerIds: readonly number[]): Promise<ReadonlyMap<number, Contact>>;
  /** By customer id. */
  page(customerIds: readonly number[], page: ContactPage): Promise<ReadonlyMap<number, ContactPageRead>>;
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

type PageParams = { readonly [K in keyof OfCustomers<ContactPage>]: Param };
type BuildPage = (sql: Knex, db: Database, params: PageParams) => Knex.QueryBuilder;

export function createContactsSource(db: Database): ContactsSource {
  const contacts = customerRows(db, 'contact', 'contact_id');
  const byIds = db.prepare<{ ids: readonly number[] }, ContactRow>((sql, { ids }) =>
    sql('contact').select(COLUMNS).where(db.oneOf('contact_id', ids)),
  );

  const newest = db.prepare<OfCustomers, ContactRow>((sql, { customers }) =>
    sql.select(COLUMNS).from(contacts.newest(sql, customers)),
  );

  const page = db.prepare<OfCustomers<ContactPage>, PageRow>((sql, params) =>
    PAGES[db.dialect](sql, db, params),
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
      return toPages(rows);
    },
  };
}

/** The contacts of the customer at hand, `owner`, that the filter lets through. */
function matching(db: Database, { channel, types }: PageParams, own: Knex.QueryBuilder): Knex.QueryBuilder {
  return own
    .whereRaw(`own.contact_id between ${OWN_IDS}`)
    .whereRaw('(? is null or own.channel = ?)', [channel, channel])
    .whereRaw('(? is null or ?)', [types, db.oneOf('own.type', types)]);
}

const PAGES: Readonly<Record<Database['dialect'], BuildPage>> = {
  sqlite(sql, db, params) {
    const own = () => matching(db, params, sql({ own: 'contact' }));
    const counted = sql
      .select('owner.customer_id', own().count().as('total'))
      .from(db.tableOf('owner', 'customer_id', params.customers, 'id'));
    const shown = own()
      .select('own.contact_id')
      .whereRaw('(? is null or own.contact_id < ?)', [params.before, params.before])
      // The page is cut off along the key, and only its contacts are read. A limit that is bound as
      // itself would have SQLite prepare the statement anew for every page.
      .orderByRaw('own.contact_id desc limit cast(? as integer)', [params.limit]);
    return sql
      .withMaterialized('owner', counted)
      .select('owner.customer_id', 'owner.total', ...COLUMNS.map((column) => `contact.${column}`))
      .from(sql.raw('owner left join contact on contact.contact_id in ?', [shown]))
      .orderBy('contact.contact_id', 'desc');
  },
  /**
   * MySQL looks for a range of the key in joins alone, and limits no list that `in` looks into. So all of an
   * owner's contacts are numbered, those of the page first; the first one tells the total in any case.
   */
  mysql(sql, db, params) {
    const owners = (): Knex.Raw => db.tableOf('owner', 'customer_id', params.customers, 'id');
    const isShown = sql.raw('(? is null or own.contact_id < ?)', [params.before, params.before]);
    const numbered = matching(
      db,
      params,
      sql
        .select('owner.customer_id', ...COLUMNS.map((column) => `own.${column}`))
        .select(sql.raw('? as is_shown', [isShown]))
        .select(sql.raw('count(*) over (partition by owner.customer_id) as total'))
        .select(
          sql.raw(
            'row_number() over (partition by owner.customer_id order by ? desc, own.contact_id desc) as nth',
            [isShown],
          ),
        )
        .from(sql.raw('? straight_join contact as own', [owners()])),
    );
    const [, ...others] = COLUMNS;
    return sql
      .select('owner.customer_id', sql.raw('coalesce(contact.total, 0) as total'))
      .select(sql.raw('case when contact.is_shown then contact.contact_id end as contact_id'))
      .select(others.map((column) => `contact.${column}`))
      .from(
        sql.raw(
          '? left join ? on contact.customer_id = owner.customer_id and (contact.nth = 1 or contact.is_shown and contact.nth <= ?)',
          [owners(), numbered.as('contact'), params.limit],
        ),
      )
      .orderBy('contact.contact_id', 'desc');
  },
};

function toPages(rows: readonly PageRow[]): ReadonlyMap<number, ContactPageRead> {
  const pages = new Map<number, { contacts: Contact[]; totalCount: number }>();
  for (const row of rows) {
    let page = pages.get(row.customer_id);
    if (page === undefined) {
      page = { contacts: [], totalCount: row.total };
      pages.set(row.customer_id, page);
    }
    if (row.contact_id !== null) page.contacts.push(toContact(row));
  }
  return pages;
}

function toContact(row: ContactRow): Contact {
  return {
    contactId: String(row.contact_id),
    channel: row.channel,
    direction: row.direction,
    type: row.type,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    staffId: row.staff_id,
    topicsText: row.topics,
    resolution: row.resolution,
    ivrPathText: row.ivr_path,
    queueSeconds: row.queue_seconds,
    satisfaction: toSatisfaction(row.satisfaction),
  };
}
