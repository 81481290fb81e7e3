/** Statements for contacts, tickets and service requests. A customer's ids are one range. */
import { IDS_PER_CUSTOMER } from '../../../subgraphs/contacts/ids.ts';
import {
  CONTACTS_SHOWN,
  type ComplaintRow,
  type ContactRow,
  type HistoryRows,
  type LastContactRow,
  type RequestRow,
  type TicketRow,
} from '../contacts.ts';
import { OWNERS, type Server } from './server.ts';

type Range = [first: number, last: number];

/** A contact comes once for each of its topics, and once with nulls when it has none. */
interface TopicOfContactRow extends ContactRow {
  readonly contact_id: number;
  /** Of all contacts, shown or not. */
  readonly total: number;
  readonly code: string | null;
  readonly name: string | null;
}

const OWN_IDS = `owner.customer_id * ${IDS_PER_CUSTOMER} AND owner.customer_id * ${IDS_PER_CUSTOMER} + ${IDS_PER_CUSTOMER - 1}`;

export function prepareContacts({ names: { contacts }, prepare }: Server) {
  return {
    contacts: prepare<[...Range, ...Range], TopicOfContactRow>(
      `SELECT own.*, said.code, topic.name FROM (
         SELECT contact_id, channel, type, started_at, topics, resolution, ivr_path,
           (SELECT count(*) FROM ${contacts}.contact WHERE contact_id BETWEEN ? AND ?) AS total
         FROM ${contacts}.contact WHERE contact_id BETWEEN ? AND ?
         ORDER BY contact_id DESC LIMIT ${CONTACTS_SHOWN}
       ) own
       LEFT JOIN JSON_TABLE(own.topics, '$[*]' COLUMNS (code VARCHAR(40) PATH '$')) said ON TRUE
       LEFT JOIN ${contacts}.topic ON topic.code = said.code
       ORDER BY own.contact_id DESC`,
    ),
    tickets: prepare<Range, TicketRow>(
      `SELECT ticket_id, accepted_at, business_type, due_at, status, complaint_class, complaint_topic
       FROM ${contacts}.ticket WHERE ticket_id BETWEEN ? AND ? ORDER BY ticket_id`,
    ),
    openRequests: prepare<Range, RequestRow>(
      `SELECT title, requested_at, due_at FROM ${contacts}.service_request
       WHERE request_id BETWEEN ? AND ? AND status = 'OPEN' ORDER BY request_id`,
    ),
    doNotDisturb: prepare<[customer: number], object>(
      `SELECT 1 FROM ${contacts}.response WHERE customer_id = ? AND outcome = 'DO_NOT_DISTURB' LIMIT 1`,
    ),

    // A join, which looks up the range of each owner; a subquery with `max` would read the whole key for each.
    lastContactOfMany: prepare<[customers: string], LastContactRow>(
      `SELECT newest.customer_id AS customerId, contact.channel, contact.type, contact.started_at
       FROM (
         SELECT owner.customer_id, max(own.contact_id) AS contact_id
         FROM ${OWNERS} STRAIGHT_JOIN ${contacts}.contact own ON own.contact_id BETWEEN ${OWN_IDS}
         GROUP BY owner.customer_id
       ) newest
       STRAIGHT_JOIN ${contacts}.contact ON contact.contact_id = newest.contact_id`,
    ),
    complaintsOfMany: prepare<[customers: string], ComplaintRow>(
      `SELECT owner.customer_id AS customerId, accepted_at, status, complaint_class
       FROM ${OWNERS} STRAIGHT_JOIN ${contacts}.ticket ON ticket.ticket_id BETWEEN ${OWN_IDS}
       WHERE complaint_class IS NOT NULL`,
    ),
  };
}

type Contacts = ReturnType<typeof prepareContacts>;

/** Of one customer. */
export async function readHistory(contacts: Contacts, customerId: number): Promise<HistoryRows> {
  const first = customerId * IDS_PER_CUSTOMER;
  const last = first + IDS_PER_CUSTOMER - 1;
  const [rows, tickets, openRequests, asked] = await Promise.all([
    contacts.contacts(first, last, first, last),
    contacts.tickets(first, last),
    contacts.openRequests(first, last),
    contacts.doNotDisturb(customerId),
  ]);
  const topicNames = new Map<string, string>();
  for (const { code, name } of rows) if (code !== null && name !== null) topicNames.set(code, name);
  return {
    contacts: rows.filter(({ contact_id }, at) => contact_id !== rows[at - 1]?.contact_id),
    contactCount: rows[0]?.total ?? 0,
    topicNames,
    tickets,
    openRequests,
    doNotDisturb: asked.length > 0,
  };
}
