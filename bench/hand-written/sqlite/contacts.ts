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
  topicsOf,
} from '../contacts.ts';
import type { Systems } from './systems.ts';

type Range = [first: number, last: number];

const OWN_IDS = `owner.value * ${IDS_PER_CUSTOMER} AND owner.value * ${IDS_PER_CUSTOMER} + ${IDS_PER_CUSTOMER - 1}`;

export function prepareContacts(systems: Systems) {
  return {
    contacts: systems.prepare<Range, ContactRow>(
      `SELECT channel, type, started_at, topics, resolution, ivr_path FROM contact
       WHERE contact_id BETWEEN ? AND ? ORDER BY contact_id DESC LIMIT ${CONTACTS_SHOWN}`,
    ),
    contactCount: systems
      .prepare<Range, number>('SELECT count(*) FROM contact WHERE contact_id BETWEEN ? AND ?')
      .pluck(),
    topics: systems.prepare<[codes: string], { readonly code: string; readonly name: string }>(
      'SELECT code, name FROM topic WHERE code IN (SELECT value FROM json_each(?))',
    ),
    tickets: systems.prepare<Range, TicketRow>(
      `SELECT ticket_id, accepted_at, business_type, due_at, status, complaint_class, complaint_topic
       FROM ticket WHERE ticket_id BETWEEN ? AND ? ORDER BY ticket_id`,
    ),
    openRequests: systems.prepare<Range, RequestRow>(
      `SELECT title, requested_at, due_at FROM service_request
       WHERE request_id BETWEEN ? AND ? AND status = 'OPEN' ORDER BY request_id`,
    ),
    doNotDisturb: systems
      .prepare<[customer: number], number>(
        "SELECT 1 FROM response WHERE customer_id = ? AND outcome = 'DO_NOT_DISTURB' LIMIT 1",
      )
      .pluck(),

    lastContactOfMany: systems.prepare<[customers: string], LastContactRow>(
      `SELECT owner.value AS customerId, contact.channel, contact.type, contact.started_at FROM json_each(?) owner
       CROSS JOIN contact ON contact_id =
         (SELECT max(newest.contact_id) FROM contact newest WHERE newest.contact_id BETWEEN ${OWN_IDS})`,
    ),
    complaintsOfMany: systems.prepare<[customers: string], ComplaintRow>(
      `SELECT owner.value AS customerId, accepted_at, status, complaint_class FROM json_each(?) owner
       CROSS JOIN ticket ON ticket_id BETWEEN ${OWN_IDS} WHERE complaint_class IS NOT NULL`,
    ),
  };
}

type Contacts = ReturnType<typeof prepareContacts>;

/** Of one customer. */
export function readHistory(contacts: Contacts, customerId: number): HistoryRows {
  const first = customerId * IDS_PER_CUSTOMER;
  const last = first + IDS_PER_CUSTOMER - 1;
  const shown = contacts.contacts.all(first, last);
  const codes = JSON.stringify([...new Set(shown.flatMap(topicsOf))]);
  return {
    contacts: shown,
    contactCount: contacts.contactCount.get(first, last) ?? 0,
    topicNames: new Map(contacts.topics.all(codes).map(({ code, name }) => [code, name])),
    tickets: contacts.tickets.all(first, last),
    openRequests: contacts.openRequests.all(first, last),
    doNotDisturb: contacts.doNotDisturb.get(customerId) !== undefined,
  };
}
