/** What is not settled yet 未决事宜 (V14). */
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

/**
 * Past its deadline and not settled 超时.
 *
 * @param nowAt Epoch seconds.
 */
export function isOverdue({ status, dueAt }: Pick<Ticket, 'status' | 'dueAt'>, nowAt: number): boolean {
  return isOpen(status) && dueAt < nowAt;
}

/**
 * Overdue first, then by deadline; what has none comes last, oldest first.
 *
 * @param tickets Open ones.
 * @param requests Open ones.
 * @param nowAt Epoch seconds.
 */
export function openMatters(
  tickets: readonly Ticket[],
  requests: readonly ServiceRequest[],
  nowAt: number,
): OpenMatter[] {
  const matters = [
    ...tickets.map((ticket): OpenMatter => {
      const { complaintTopic, businessType, acceptedAt, dueAt } = ticket;
      return {
        kind: 'TICKET',
        title: complaintTopic === null ? businessType : `${businessType}：${complaintTopic}`,
        openedAt: acceptedAt,
        dueAt,
        overdue: isOverdue(ticket, nowAt),
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
        overdue: dueAt !== null && dueAt < nowAt,
        ticket: null,
        serviceRequest,
      };
    }),
  ];
  // What is overdue has the earliest deadlines, so one order serves both.
  return matters.sort(byDeadline).slice(0, MAX_OPEN_MATTERS);
}

function byDeadline(a: OpenMatter, b: OpenMatter): number {
  return urgency(a) - urgency(b) || a.openedAt - b.openedAt;
}

function urgency({ dueAt }: OpenMatter): number {
  return dueAt ?? Number.MAX_SAFE_INTEGER;
}
