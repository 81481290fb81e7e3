/** What contact history knows, by the names of the SDL. Ids are decimal strings, moments ISO 8601. */
import type { Page } from '#kit/paging';
import type {
  Channel,
  ComplaintClass,
  ContactDirection,
  ContactRelation,
  IvrStep,
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
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly staffId: string | null;
  readonly topicCodes: readonly string[];
  readonly resolution: string | null;
  readonly ivrPath: readonly IvrStep[];
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
  readonly filter: ContactFilter;
  readonly page: Page<Contact>;
}

export interface ContactLink {
  readonly relation: ContactRelation;
  readonly contactId: string;
}

export interface Ticket {
  readonly ticketId: string;
  readonly acceptedAt: string;
  readonly businessType: string;
  readonly dueAt: string;
  readonly status: TicketStatus;
  readonly progress: string | null;
  readonly acceptedByStaffId: string;
  readonly repliedByStaffId: string | null;
  readonly repliedAt: string | null;
  readonly satisfaction: Satisfaction | null;
  readonly complaintClass: ComplaintClass | null;
  readonly complaintTopic: string | null;
  readonly severity: TicketSeverity;
  readonly escalated: boolean;
  readonly reopened: boolean;
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
  readonly requestedAt: string;
  readonly dueAt: string | null;
  readonly contactId: string | null;
}

export interface OpenMatter {
  readonly kind: OpenMatterKind;
  readonly title: string;
  readonly openedAt: string;
  readonly dueAt: string | null;
  readonly overdue: boolean;
  readonly ticket: Ticket | null;
  readonly serviceRequest: ServiceRequest | null;
}

export interface Response {
  readonly responseId: string;
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

/** Complaints of one customer and class. */
export interface ComplaintCount {
  readonly complaintClass: ComplaintClass;
  readonly count: number;
  readonly threeMonthCount: number;
  readonly lastAt: string;
}

/** Complaints of one customer; the figures are made of `counts` by complaints.ts. */
export interface ComplaintSummary {
  readonly customerId: string;
  readonly counts: readonly ComplaintCount[];
}
