/** Tables of contact history, one function to insert a row of each. */
import type { Insert, WorldTreatment } from '../model.ts';
import type { Conversation } from './contacts-conversation.ts';
import type { Draft, TicketDraft, Tie } from './contacts-draft.ts';
import type { RequestDraft } from './contacts-requests.ts';

export interface ContactsTables {
  contact(contactId: number, draft: Draft, conversation: Conversation): void;
  ticket(ticketId: number, ticket: TicketDraft): void;
  contactTicket(contactId: number, ticketId: number): void;
  contactLink(contactId: number, otherContactId: number, relation: Tie['relation']): void;
  serviceRequest(requestId: number, request: RequestDraft, contactId: number | null): void;
  response(customerId: number, treatmentId: number, response: NonNullable<WorldTreatment['response']>): void;
  topic(code: string, name: string): void;
  commonFunction(channel: string, position: number, link: { code: string; name: string; path: string }): void;
}

export function createContactsTables(
  into: (table: string, columns: readonly string[]) => Insert,
): ContactsTables {
  const contact = into('contact', [
    'contact_id',
    'started_at',
    'ended_at',
    'channel',
    'direction',
    'type',
    'staff_id',
    'topics',
    'resolution',
    'ivr_path',
    'queue_seconds',
    'satisfaction',
  ]);
  const ticket = into('ticket', [
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
  ]);
  const contactTicket = into('contact_ticket', ['contact_id', 'ticket_id']);
  const contactLink = into('contact_link', ['contact_id', 'other_contact_id', 'relation']);
  const serviceRequest = into('service_request', [
    'request_id',
    'requested_at',
    'direction',
    'type',
    'title',
    'priority',
    'channel',
    'origin_department',
    'status',
    'due_at',
    'contact_id',
  ]);
  const response = into('response', [
    'treatment_id',
    'response_id',
    'customer_id',
    'outcome',
    'reason',
    'responded_at',
    'channel',
    'staff_id',
  ]);
  const topic = into('topic', ['code', 'name']);
  const commonFunction = into('common_function', ['channel', 'position', 'code', 'name', 'path']);

  return {
    contact: (contactId, draft, { endedAt, ivrPath, queueSeconds, resolution, satisfaction }) =>
      contact([
        contactId,
        draft.at,
        endedAt,
        draft.channel,
        draft.direction,
        draft.type,
        draft.staffId,
        `["${draft.topicCode}"]`,
        resolution,
        ivrPath && JSON.stringify(ivrPath),
        queueSeconds,
        satisfaction,
      ]),
    ticket: (ticketId, draft) =>
      ticket([
        ticketId,
        draft.acceptedAt,
        draft.businessType,
        draft.dueAt,
        draft.status,
        draft.progress,
        draft.acceptedByStaffId,
        draft.repliedByStaffId,
        draft.repliedAt,
        draft.satisfaction,
        draft.complaintClass,
        draft.complaintTopic,
        draft.severity,
        draft.escalated ? 1 : 0,
        draft.reopened ? 1 : 0,
      ]),
    contactTicket: (contactId, ticketId) => contactTicket([contactId, ticketId]),
    contactLink: (contactId, otherContactId, relation) => contactLink([contactId, otherContactId, relation]),
    serviceRequest: (requestId, draft, contactId) =>
      serviceRequest([
        requestId,
        draft.requestedAt,
        draft.direction,
        draft.type,
        draft.title,
        draft.priority,
        draft.channel,
        draft.originDepartment,
        draft.status,
        draft.dueAt,
        contactId,
      ]),
    response: (customerId, treatmentId, { responseId, outcome, reason, respondedAt, channel, staffId }) =>
      response([treatmentId, responseId, customerId, outcome, reason, respondedAt, channel, staffId]),
    topic: (code, name) => topic([code, name]),
    commonFunction: (channel, position, { code, name, path }) =>
      commonFunction([channel, position, code, name, path]),
  };
}
