/** Rows of `ticket`, and the ticket that each stands for. */
import type { Ticket, TicketRow } from '../model.ts';
import { OPEN_TICKET_CODES, toSatisfaction, toTicketStatus } from './columns.ts';

export const TICKET_COLUMNS: readonly (keyof TicketRow)[] = [
  'ticket_id',
  'accepted_at',
  'business_type',
  'due_at',
  'status',
  'progress',
  'accepted_by_staff_id',
  'replied_by_staff_id',
  'replied_at',
  'satisfaction',
  'complaint_class',
  'complaint_topic',
  'severity',
  'escalated',
  'reopened',
];

export function isOpenRow({ status }: TicketRow): boolean {
  return OPEN_TICKET_CODES.includes(status);
}

/** @throws SOURCE_MALFORMED on a code that the system should not have. */
export function toTicket(row: TicketRow): Ticket {
  return {
    ticketId: String(row.ticket_id),
    acceptedAt: row.accepted_at,
    businessType: row.business_type,
    dueAt: row.due_at,
    status: toTicketStatus(row.status),
    progress: row.progress,
    acceptedByStaffId: row.accepted_by_staff_id,
    repliedByStaffId: row.replied_by_staff_id,
    repliedAt: row.replied_at,
    satisfaction: toSatisfaction(row.satisfaction),
    complaintClass: row.complaint_class,
    complaintTopic: row.complaint_topic,
    severity: row.severity,
    escalated: row.escalated === 1,
    reopened: row.reopened === 1,
  };
}
