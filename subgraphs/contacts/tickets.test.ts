import { afterEach, describe, expect, it } from '@jest/globals';
import { type Contacts, createContacts } from './testing/contacts.ts';
import { requestRow, ticketRow } from './testing/rows.ts';

let contacts: Contacts;
afterEach(() => contacts.remove());

describe('tickets', () => {
  const ticket = [
    ticketRow(70_001, '2026-08-19T23:59'),
    ticketRow(70_002, '2026-08-20T00:00'),
    ticketRow(70_003, '2026-11-01T10:00', { status: '01', replied_at: null, progress: null }),
    ticketRow(70_004, '2026-11-19T10:00', { status: '06', complaint_class: null, complaint_topic: null }),
    ticketRow(70_005, '2026-11-19T12:00', { complaint_class: 'NETWORK' }),
  ];

  it('come newest first, all or only open ones', async () => {
    contacts = await createContacts({ ticket });

    const { customer } = await contacts.askCustomer(
      `lastTicket { ticketId }
       tickets(first: 2) { ticketId status overdue }
       open: tickets(openOnly: true) { ticketId status overdue }`,
    );

    expect(customer).toEqual({
      lastTicket: { ticketId: '70005' },
      tickets: [
        { ticketId: '70005', status: 'CLOSED', overdue: false },
        { ticketId: '70004', status: 'PENDING', overdue: false },
      ],
      open: [
        { ticketId: '70004', status: 'PENDING', overdue: false },
        { ticketId: '70003', status: 'IN_PROGRESS', overdue: true },
      ],
    });
  });

  it.each([2, 3])('count complaints from the day three months ago on, red above %i', async (redAbove) => {
    contacts = await createContacts({ ticket }, { redAbove });

    const { customer } = await contacts.askCustomer(
      `complaints { threeMonthCount redReminder redAbove
        byClass { complaintClass count lastOn } recent { ticketId } }`,
    );

    expect(customer.complaints).toEqual({
      threeMonthCount: 3,
      redReminder: redAbove === 2,
      redAbove,
      byClass: [
        { complaintClass: 'SERVICE', count: 0, lastOn: null },
        { complaintClass: 'NETWORK', count: 1, lastOn: '2026-11-19' },
        { complaintClass: 'CHARGES', count: 3, lastOn: '2026-11-01' },
      ],
      recent: [{ ticketId: '70005' }, { ticketId: '70003' }, { ticketId: '70002' }],
    });
  });

  it('stand among the open matters with service requests, the most urgent first', async () => {
    contacts = await createContacts({
      ticket,
      service_request: [
        requestRow(70_001, '2026-10-01T10:00', { status: 'DONE' }),
        requestRow(70_002, '2026-11-18T11:00', { contact_id: 70_009 }),
      ],
    });

    const { customer } = await contacts.askCustomer(
      'openMatters { kind title overdue dueAt ticket { ticketId overdue } serviceRequest { requestId contactId } }',
    );

    expect(customer.openMatters).toEqual([
      {
        kind: 'TICKET',
        title: '资费：账单疑问',
        overdue: true,
        dueAt: '2026-11-04T10:00:00+08:00',
        ticket: { ticketId: '70003', overdue: true },
        serviceRequest: null,
      },
      {
        kind: 'SERVICE_REQUEST',
        title: '宽带移机',
        overdue: false,
        dueAt: '2026-11-20T11:00:00+08:00',
        ticket: null,
        serviceRequest: { requestId: '70002', contactId: '70009' },
      },
      expect.objectContaining({ kind: 'TICKET', title: '资费', overdue: false }),
    ]);
  });

  it('are refused in lists of more than a hundred', async () => {
    contacts = await createContacts();

    const { customer, errors } = await contacts.askCustomer(
      'tickets(first: 101) { ticketId } serviceRequests(first: 0) { requestId }',
    );

    expect(customer).toEqual({ tickets: null, serviceRequests: null });
    expect(errors).toHaveLength(2);
  });

  it('with a code that nobody knows are said to be unreadable, not left out', async () => {
    contacts = await createContacts({
      ticket: [ticketRow(70_001, '2026-11-01T10:00', { status: '99' })],
    });

    const { customer, errors } = await contacts.askCustomer(
      'lastTicket { ticketId } complaints { threeMonthCount }',
    );

    expect(customer).toEqual({ lastTicket: null, complaints: { threeMonthCount: 1 } });
    expect(errors[0].extensions).toEqual({ code: 'SOURCE_MALFORMED', retryable: false, source: 'contacts' });
  });
});

describe('service requests', () => {
  it('come newest first, of both directions or of one', async () => {
    contacts = await createContacts({
      service_request: [
        requestRow(70_001, '2026-10-01T10:00'),
        requestRow(70_002, '2026-11-01T10:00', { direction: 'ACTIVE', type: 'CARE', due_at: null }),
      ],
    });

    const { customer } = await contacts.askCustomer(
      'both: serviceRequests { requestId } passive: serviceRequests(direction: PASSIVE) { requestId dueAt }',
    );

    expect(customer).toEqual({
      both: [{ requestId: '70002' }, { requestId: '70001' }],
      passive: [{ requestId: '70001', dueAt: '2026-10-03T10:00:00+08:00' }],
    });
  });
});
