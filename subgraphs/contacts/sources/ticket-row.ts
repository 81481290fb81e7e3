/** A row of `ticket`, and the ticket it stands for. */
import { toDateTime } from '#kit/clock';
import type { ComplaintClass, TicketSeverity } from '#schema/contacts';
import type { Ticket } from '../model.ts';
import { toMoment, toSatisfaction, toTicketStatus } from './columns.ts';

export interface TicketRow {
  readonly ticket_id: number;
  readonly accepted_at: number;
  readonly business_type: string;
  readonly due_at: number;
  readonly status: string;
  readonly progress: string | null;
  readonly accepted_by_staff_id: string;
  readonly replied_by_staff_id: string | null;
  readonly replied_at: number | null;
  readonly satisfaction: string | null;
  readonly complaint_class: ComplaintClass | null;
  readonly complaint_topic: string | null;
  readonly severity: TicketSeverity;
  readonly escalated: number;
  readonly reopened: number;
}

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

/** @throws SOURCE_MALFORMED on a code that the system should not have. */
export function toTicket(row: TicketRow): Ticket {
  return {
    ticketId: String(row.ticket_id),
    acceptedAt: toDateTime(row.accepted_at),
    businessType: row.business_type,
    dueAt: toDateTime(row.due_at),
    status: toTicketStatus(row.status),
    progress: row.progress,
    acceptedByStaffId: row.accepted_by_staff_id,
    repliedByStaffId: row.replied_by_staff_id,
    repliedAt: toMoment(row.replied_at),
    satisfaction: toSatisfaction(row.satisfaction),
    complaintClass: row.complaint_class,
    complaintTopic: row.complaint_topic,
    severity: row.severity,
    escalated: row.escalated === 1,
    reopened: row.reopened === 1,
  };
}
