/** Contact history: contacts, tickets, service requests. A customer's ids are one range. */

import { isRed } from '../../subgraphs/contacts/complaints.ts';
import { IDS_PER_CUSTOMER } from '../../subgraphs/contacts/ids.ts';
import { isOpen, MAX_OPEN_MATTERS } from '../../subgraphs/contacts/open-matters.ts';
import { toTicketStatus } from '../../subgraphs/contacts/sources/columns.ts';
import { toDateTime } from '../../subgraphs/kit/clock.ts';
import type { Systems } from './systems.ts';

interface ContactRow {
  readonly channel: string;
  readonly type: string;
  readonly started_at: number;
  readonly topics: string;
  readonly resolution: string | null;
  readonly ivr_path: string | null;
}

interface TicketRow {
  readonly ticket_id: number;
  readonly accepted_at: number;
  readonly business_type: string;
  readonly due_at: number;
  readonly status: string;
  readonly complaint_class: string | null;
  readonly complaint_topic: string | null;
}

interface RequestRow {
  readonly title: string;
  readonly requested_at: number;
  readonly due_at: number | null;
}

type LastContactRow = Pick<ContactRow, 'channel' | 'type' | 'started_at'> & { readonly customerId: number };
type Range = [first: number, last: number];

const CONTACTS_SHOWN = 5;
/** More complaints than this in three months are shown in red. */
const RED_ABOVE = 3;
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

    lastContactOfMany: systems.prepare<[customers: string], LastContactRow>(
      `SELECT owner.value AS customerId, contact.channel, contact.type, contact.started_at FROM json_each(?) owner
       CROSS JOIN contact ON contact_id =
         (SELECT max(newest.contact_id) FROM contact newest WHERE newest.contact_id BETWEEN ${OWN_IDS})`,
    ),
    complaintsOfMany: systems.prepare<
      [customers: string, since: number],
      { readonly customerId: number; readonly complaints: number }
    >(
      `SELECT owner.value AS customerId, count(*) AS complaints FROM json_each(?) owner
       CROSS JOIN ticket ON ticket_id BETWEEN ${OWN_IDS}
       WHERE complaint_class IS NOT NULL AND accepted_at >= ? GROUP BY owner.value`,
    ),
  };
}

type Contacts = ReturnType<typeof prepareContacts>;

/** The history of one customer, up to now. */
export function readHistory(contacts: Contacts, customerId: number, nowAt: number, threeMonthsAgoAt: number) {
  const first = customerId * IDS_PER_CUSTOMER;
  const last = first + IDS_PER_CUSTOMER - 1;
  const tickets = contacts.tickets.all(first, last).map((row) => {
    const status = toTicketStatus(row.status);
    return { row, status, open: isOpen(status) };
  });
  const newest = tickets.at(-1);
  return {
    openMatters: openMatters(
      tickets.filter(({ open }) => open).map(({ row }) => row),
      contacts.openRequests.all(first, last),
      nowAt,
    ),
    contacts: {
      totalCount: contacts.contactCount.get(first, last) ?? 0,
      nodes: shownContacts(contacts, contacts.contacts.all(first, last)),
    },
    lastTicket: newest
      ? {
          ticketId: String(newest.row.ticket_id),
          businessType: newest.row.business_type,
          acceptedAt: toDateTime(newest.row.accepted_at),
          dueAt: toDateTime(newest.row.due_at),
          status: newest.status,
          overdue: newest.open && newest.row.due_at < nowAt,
        }
      : null,
    complaints: complaintsOf(
      tickets.filter(({ row }) => row.complaint_class !== null && row.accepted_at >= threeMonthsAgoAt).length,
    ),
  };
}

export function complaintsOf(threeMonthCount: number) {
  return { threeMonthCount, redReminder: isRed(threeMonthCount, RED_ABOVE) };
}

function shownContacts(contacts: Contacts, rows: readonly ContactRow[]) {
  const codes = rows.map((row) => JSON.parse(row.topics) as string[]);
  const wanted = JSON.stringify([...new Set(codes.flat())]);
  const names = new Map(contacts.topics.all(wanted).map(({ code, name }) => [code, name]));
  return rows.map((row, nth) => ({
    channel: row.channel,
    type: row.type,
    startedAt: toDateTime(row.started_at),
    topics: codes[nth]?.map((code) => ({ name: names.get(code) ?? code })),
    resolution: row.resolution,
    ivrPath: row.ivr_path === null ? [] : toIvrPath(row.ivr_path),
  }));
}

function toIvrPath(text: string) {
  const steps = JSON.parse(text) as [menuKey: string | null, prompt: string, seconds: number][];
  return steps.map(([, prompt, seconds]) => ({ prompt, seconds }));
}

/** By deadline, what has none last; then tickets and requests as they came. */
function openMatters(tickets: readonly TicketRow[], requests: readonly RequestRow[], nowAt: number) {
  const matters = [
    ...tickets.map(({ business_type, complaint_topic, accepted_at, due_at }) => ({
      kind: 'TICKET',
      title: complaint_topic === null ? business_type : `${business_type}：${complaint_topic}`,
      openedAt: accepted_at,
      dueAt: due_at,
    })),
    ...requests.map(({ title, requested_at, due_at }) => ({
      kind: 'SERVICE_REQUEST',
      title,
      openedAt: requested_at,
      dueAt: due_at,
    })),
  ];
  return matters
    .sort((a, b) => urgency(a) - urgency(b) || a.openedAt - b.openedAt)
    .slice(0, MAX_OPEN_MATTERS)
    .map(({ kind, title, dueAt }) => ({
      kind,
      title,
      dueAt: dueAt === null ? null : toDateTime(dueAt),
      overdue: dueAt !== null && dueAt < nowAt,
    }));
}

function urgency({ dueAt }: { readonly dueAt: number | null }): number {
  return dueAt ?? Number.MAX_SAFE_INTEGER;
}
