/** Rows of contact history: ordinary ones, and what a test says of them. */
import { toEpochSeconds } from '#kit/clock';
import type { Row } from '#kit/testing/database';

/** @param at A Shanghai moment, `2026-11-20T10:00`. */
export function seconds(at: string): number {
  return toEpochSeconds(`${at}:00+08:00`);
}

/** A query at the hotline, and what a test says of it. */
export function contactRow(contactId: number, startedAt: string, own: Row = {}): Row {
  return {
    contact_id: contactId,
    started_at: seconds(startedAt),
    ended_at: seconds(startedAt) + 81,
    channel: 'HOTLINE',
    direction: 'INBOUND',
    type: 'QUERY',
    staff_id: 'A000001',
    topics: '["BILL"]',
    resolution: '已解答',
    ivr_path: null,
    queue_seconds: null,
    satisfaction: null,
    ...own,
  };
}

/** A settled complaint about charges, and what a test says of it. */
export function ticketRow(ticketId: number, acceptedAt: string, own: Row = {}): Row {
  return {
    ticket_id: ticketId,
    accepted_at: seconds(acceptedAt),
    business_type: '资费',
    due_at: seconds(acceptedAt) + 72 * 3_600,
    status: '05',
    progress: '已退费',
    accepted_by_staff_id: 'A000001',
    replied_by_staff_id: 'A000002',
    replied_at: seconds(acceptedAt) + 24 * 3_600,
    satisfaction: '00',
    complaint_class: 'CHARGES',
    complaint_topic: '账单疑问',
    severity: 'MINOR',
    escalated: 0,
    reopened: 0,
    ...own,
  };
}

/** A transaction still to be done, and what a test says of it. */
export function requestRow(requestId: number, requestedAt: string, own: Row = {}): Row {
  return {
    request_id: requestId,
    requested_at: seconds(requestedAt),
    direction: 'PASSIVE',
    type: 'HANDLE',
    title: '宽带移机',
    priority: 3,
    channel: 'HOTLINE',
    origin_department: null,
    status: 'OPEN',
    due_at: seconds(requestedAt) + 48 * 3_600,
    contact_id: null,
    ...own,
  };
}
