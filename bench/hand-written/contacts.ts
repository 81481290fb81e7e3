/** Contact history: contacts, tickets, service requests. A customer's ids are one range. */

import type { ComplaintClass } from '../../schema/generated/contacts.ts';
import type { LiveFacts } from '../../subgraphs/analytics/model.ts';
import { complaintsSince, isRed, openComplaintCount } from '../../subgraphs/contacts/complaints.ts';
import { isOpen, MAX_OPEN_MATTERS } from '../../subgraphs/contacts/open-matters.ts';
import { toTicketStatus } from '../../subgraphs/contacts/sources/columns.ts';
import { toDateTime } from '../../subgraphs/kit/clock.ts';
import type { BusinessTime } from './business-time.ts';

export interface ContactRow {
  readonly channel: string;
  readonly type: string;
  readonly started_at: number;
  readonly topics: string;
  readonly resolution: string | null;
  readonly ivr_path: string | null;
}

export interface TicketRow {
  readonly ticket_id: number;
  readonly accepted_at: number;
  readonly business_type: string;
  readonly due_at: number;
  readonly status: string;
  readonly complaint_class: ComplaintClass | null;
  readonly complaint_topic: string | null;
}

export interface RequestRow {
  readonly title: string;
  readonly requested_at: number;
  readonly due_at: number | null;
}

/** A ticket that is a complaint. */
export type ComplaintRow = Pick<TicketRow, 'accepted_at' | 'status' | 'complaint_class'> & {
  readonly customerId: number;
};

export type LastContactRow = Pick<ContactRow, 'channel' | 'type' | 'started_at'> & {
  readonly customerId: number;
};

export const CONTACTS_SHOWN = 5;
/** More complaints than this in three months are shown in red. */
const RED_ABOVE = 3;
/** What contacts knows of a customer. */
export interface HistoryRows {
  /** The newest first. */
  readonly contacts: readonly ContactRow[];
  /** Of all, shown or not. */
  readonly contactCount: number;
  /** Of the shown contacts, by code. */
  readonly topicNames: ReadonlyMap<string, string>;
  /** In the order of their ids. */
  readonly tickets: readonly TicketRow[];
  readonly openRequests: readonly RequestRow[];
  /** That he has asked for it. */
  readonly doNotDisturb: boolean;
}

interface LiveRows extends Pick<HistoryRows, 'doNotDisturb'> {
  readonly tickets: readonly Pick<TicketRow, 'status' | 'complaint_class'>[];
}

/** What speaks against an offer. */
export function toLiveFacts({ tickets, doNotDisturb }: LiveRows): LiveFacts {
  return { openComplaintCount: openComplaintCount(tickets), doNotDisturb };
}

/** The history of one customer, up to now. */
export function toHistory(rows: HistoryRows, { nowAt, threeMonthsAgoAt }: BusinessTime) {
  const tickets = rows.tickets.map((row) => {
    const status = toTicketStatus(row.status);
    return { row, status, open: isOpen(status) };
  });
  const newest = tickets.at(-1);
  return {
    openMatters: openMatters(
      tickets.filter(({ open }) => open).map(({ row }) => row),
      rows.openRequests,
      nowAt,
    ),
    contacts: {
      totalCount: rows.contactCount,
      nodes: rows.contacts.map((row) => toShownContact(row, rows.topicNames)),
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
    complaints: complaintsOf(rows.tickets, threeMonthsAgoAt),
  };
}

export function complaintsOf(
  tickets: readonly Pick<TicketRow, 'accepted_at' | 'complaint_class'>[],
  threeMonthsAgoAt: number,
) {
  const threeMonthCount = complaintsSince(tickets, threeMonthsAgoAt).length;
  return { threeMonthCount, redReminder: isRed(threeMonthCount, RED_ABOVE) };
}

function toShownContact(row: ContactRow, topicNames: ReadonlyMap<string, string>) {
  return {
    channel: row.channel,
    type: row.type,
    startedAt: toDateTime(row.started_at),
    topics: topicsOf(row).map((code) => ({ name: topicNames.get(code) ?? code })),
    resolution: row.resolution,
    ivrPath: row.ivr_path === null ? [] : toIvrPath(row.ivr_path),
  };
}

export function topicsOf({ topics }: ContactRow): string[] {
  return JSON.parse(topics) as string[];
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
