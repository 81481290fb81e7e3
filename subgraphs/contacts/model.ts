/**
 * What contact history knows, by the names of the SDL. Ids are decimal strings;
 * moments are epoch seconds and lists are JSON text until a resolver is asked for them.
 */
import type { Page } from '#kit/paging';
import type {
  Channel,
  ComplaintClass,
  ContactDirection,
  ContactRelation,
  OpenMatterKind,
  Outcome,
  RequestDirection,
  RequestType,
  Satisfaction,
  ServiceRequestStatus,
  TicketSeverity,
  TicketStatus,
} from '#schema/contacts';

export interface Contact {
  readonly contactId: string;
  readonly channel: Channel;
  readonly direction: ContactDirection;
  readonly type: RequestType;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly staffId: string | null;
  readonly topicsText: string;
  readonly resolution: string | null;
  /** Null without a voice menu. */
  readonly ivrPathText: string | null;
  readonly queueSeconds: number | null;
  readonly satisfaction: Satisfaction | null;
}

/** Which contacts are meant; null is any. */
export interface ContactFilter {
  readonly channel: Channel | null;
  readonly types: readonly RequestType[] | null;
}

export interface ContactConnection {
  readonly customerId: string;
  readonly page: Page<Contact>;
  /** Contacts of the filter, on every page. */
  readonly totalCount: number;
}

export interface ContactLink {
  readonly relation: ContactRelation;
  readonly contactId: string;
}

export interface Ticket {
  readonly ticketId: string;
  readonly acceptedAt: number;
  readonly businessType: string;
  readonly dueAt: number;
  readonly status: TicketStatus;
  readonly progress: string | null;
  readonly acceptedByStaffId: string;
  readonly repliedByStaffId: string | null;
  readonly repliedAt: number | null;
  readonly satisfaction: Satisfaction | null;
  readonly complaintClass: ComplaintClass | null;
  readonly complaintTopic: string | null;
  readonly severity: TicketSeverity;
  readonly escalated: boolean;
  readonly reopened: boolean;
}

/** A ticket as it is kept. What its codes mean is only asked of tickets that are shown. */
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

export interface ServiceRequest {
  readonly requestId: string;
  readonly direction: RequestDirection;
  readonly type: RequestType;
  readonly title: string;
  readonly priority: number;
  readonly channel: Channel;
  readonly originDepartment: string | null;
  readonly status: ServiceRequestStatus;
  readonly requestedAt: number;
  readonly dueAt: number | null;
  readonly contactId: string | null;
}

export interface OpenMatter {
  readonly kind: OpenMatterKind;
  readonly title: string;
  readonly openedAt: number;
  readonly dueAt: number | null;
  readonly overdue: boolean;
  readonly ticket: Ticket | null;
  readonly serviceRequest: ServiceRequest | null;
}

export interface Response {
  readonly responseId: string;
  readonly customerId: string;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly respondedAt: string;
  readonly channel: Channel;
  readonly staffId: string | null;
}

export interface Topic {
  readonly code: string;
  readonly name: string;
}

export interface CommonFunction {
  readonly code: string;
  readonly name: string;
  readonly path: string;
}

/** Contacts of one customer counted by channel and type. */
export interface ContactCount {
  readonly channel: Channel;
  readonly type: RequestType;
  readonly count: number;
}

/** Consultations of one customer that were about the same topics. */
export interface ConsultationCount {
  readonly topicCodes: readonly string[];
  readonly count: number;
  readonly lastAt: string;
}

/** Complaints of one customer; complaints.ts makes the figures. */
export interface ComplaintSummary {
  /** All tickets of the customer, oldest first. */
  readonly tickets: readonly TicketRow[];
  /** Those of the last three months. */
  readonly recent: readonly TicketRow[];
}
