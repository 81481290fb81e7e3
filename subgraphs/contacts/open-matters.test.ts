import { describe, expect, it } from '@jest/globals';
import { toEpochSeconds } from '#kit/clock';
import type { TicketStatus } from '#schema/contacts';
import type { ServiceRequest, Ticket } from './model.ts';
import { isOverdue, MAX_OPEN_MATTERS, openMatters } from './open-matters.ts';

const now = toEpochSeconds('2026-11-20T10:00:00+08:00');

function ticket(ticketId: string, dueAt: string, own: Partial<Ticket> = {}): Ticket {
  return {
    ticketId,
    acceptedAt: toEpochSeconds('2026-11-17T10:00:00+08:00'),
    businessType: '宽带',
    dueAt: toEpochSeconds(dueAt),
    status: 'IN_PROGRESS',
    progress: null,
    acceptedByStaffId: 'A000001',
    repliedByStaffId: null,
    repliedAt: null,
    satisfaction: null,
    complaintClass: null,
    complaintTopic: null,
    severity: 'MINOR',
    escalated: false,
    reopened: false,
    ...own,
  };
}

function request(requestId: string, dueAt: string | null, requestedAt: string): ServiceRequest {
  return {
    requestId,
    direction: 'PASSIVE',
    type: 'HANDLE',
    title: '宽带移机',
    priority: 3,
    channel: 'HOTLINE',
    originDepartment: null,
    status: 'OPEN',
    requestedAt: toEpochSeconds(requestedAt),
    dueAt: dueAt === null ? null : toEpochSeconds(dueAt),
    contactId: null,
  };
}

describe('open matters', () => {
  it('puts the overdue first, then the next deadline, and what has none last', () => {
    const matters = openMatters(
      [ticket('1', '2026-11-22T10:00:00+08:00'), ticket('2', '2026-11-19T10:00:00+08:00')],
      [
        request('3', null, '2026-11-18T10:00:00+08:00'),
        request('4', '2026-11-21T10:00:00+08:00', '2026-11-18T10:00:00+08:00'),
        request('5', null, '2026-11-16T10:00:00+08:00'),
      ],
      now,
    );

    expect(
      matters.map(({ ticket, serviceRequest }) => ticket?.ticketId ?? serviceRequest?.requestId),
    ).toEqual(['2', '4', '1', '5', '3']);
    expect(matters.map(({ overdue }) => overdue)).toEqual([true, false, false, false, false]);
  });

  it('names a complaint by what it is about', () => {
    const [matter] = openMatters(
      [ticket('1', '2026-11-22T10:00:00+08:00', { complaintClass: 'NETWORK', complaintTopic: '宽带故障' })],
      [],
      now,
    );

    expect(matter?.title).toBe('宽带：宽带故障');
  });

  it('shows at most fifty', () => {
    const many = Array.from({ length: MAX_OPEN_MATTERS }, (_, i) =>
      ticket(String(i), '2026-11-22T10:00:00+08:00'),
    );
    const late = request('late', '2026-11-19T10:00:00+08:00', '2026-11-18T10:00:00+08:00');

    const matters = openMatters(many, [late], now);

    expect(matters).toHaveLength(MAX_OPEN_MATTERS);
    expect(matters[0]?.serviceRequest?.requestId).toBe('late');
  });
});

describe('overdue', () => {
  it('is later than the deadline, not at it', () => {
    expect(isOverdue(ticket('1', '2026-11-20T10:00:00+08:00'), now)).toBe(false);
    expect(isOverdue(ticket('1', '2026-11-20T09:59:59+08:00'), now)).toBe(true);
  });

  it.each<[TicketStatus, boolean]>([
    ['ACKNOWLEDGED', true],
    ['IN_PROGRESS', true],
    ['PENDING', true],
    ['HELD', true],
    ['REJECTED', false],
    ['RESOLVED', false],
    ['CLOSED', false],
    ['CANCELLED', false],
  ])('a ticket that is %s past its deadline: %s', (status, overdue) => {
    expect(isOverdue({ status, dueAt: toEpochSeconds('2026-11-01T10:00:00+08:00') }, now)).toBe(overdue);
  });
});
