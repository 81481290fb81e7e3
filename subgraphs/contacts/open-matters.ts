/** What is not settled yet 未决事宜 (V14). */
import { toEpochSeconds } from '#kit/clock';
import type { TicketStatus } from '#schema/contacts';
import type { OpenMatter, ServiceRequest, Ticket } from './model.ts';

/**
 * States in which nobody has to do anything more: TMF621's final ones, and
 * RESOLVED, where the customer has the answer and only the filing is left.
 */
const SETTLED: readonly TicketStatus[] = ['RESOLVED', 'CLOSED', 'CANCELLED', 'REJECTED'];

/** `Customer.openMatters` may be no longer. */
export const MAX_OPEN_MATTERS = 50;

export function isOpen(status: TicketStatus): boolean {
  return !SETTLED.includes(status);
}

/** Past its deadline and not settled 超时. */
export function isOverdue({ status, dueAt }: Pick<Ticket, 'status' | 'dueAt'>, now: Date): boolean {
  return isOpen(status) && isPast(dueAt, now);
}

/** Overdue first, then by deadline; what has none comes last, oldest first. */
export function openMatters(
  tickets: readonly Ticket[],
  requests: readonly ServiceRequest[],
  now: Date,
): OpenMatter[] {
  const matters = [
    ...tickets.map((ticket): OpenMatter => {
      const { complaintTopic, businessType, acceptedAt, dueAt } = ticket;
      return {
        kind: 'TICKET',
        title: complaintTopic === null ? businessType : `${businessType}：${complaintTopic}`,
        openedAt: acceptedAt,
        dueAt,
        overdue: isOverdue(ticket, now),
        ticket,
        serviceRequest: null,
      };
    }),
    ...requests.map((serviceRequest): OpenMatter => {
      const { title, requestedAt, dueAt } = serviceRequest;
      return {
        kind: 'SERVICE_REQUEST',
        title,
        openedAt: requestedAt,
        dueAt,
        overdue: dueAt !== null && isPast(dueAt, now),
        ticket: null,
        serviceRequest,
      };
    }),
  ];
  // What is overdue has the earliest deadlines, so one order serves both.
  return matters.sort(byDeadline).slice(0, MAX_OPEN_MATTERS);
}

function byDeadline(a: OpenMatter, b: OpenMatter): number {
  return urgency(a) - urgency(b) || toEpochSeconds(a.openedAt) - toEpochSeconds(b.openedAt);
}

function urgency({ dueAt }: OpenMatter): number {
  return dueAt === null ? Number.MAX_SAFE_INTEGER : toEpochSeconds(dueAt);
}

function isPast(moment: string, now: Date): boolean {
  return toEpochSeconds(moment) < toEpochSeconds(now);
}
