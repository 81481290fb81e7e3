import { afterEach, describe, expect, it } from '@jest/globals';
import { type Contacts, createContacts } from './testing/contacts.ts';
import { seconds, ticketRow } from './testing/rows.ts';

let contacts: Contacts;
afterEach(() => contacts.remove());

describe('what speaks against an offer', () => {
  const answer = (treatmentId: number, customerId: number, outcome: string) => ({
    treatment_id: treatmentId,
    response_id: treatmentId,
    customer_id: customerId,
    outcome,
    reason: null,
    responded_at: seconds('2025-11-01T10:00') + treatmentId,
    channel: 'OUTBOUND',
    staff_id: null,
  });
  const FIELDS = '... on Customer { openComplaintCount doNotDisturb }';
  const who = (...ids: number[]) => ids.map((id) => ({ __typename: 'Customer', customerId: String(id) }));

  it('is counted and asked for in one statement each, for all customers', async () => {
    contacts = await createContacts({
      ticket: [
        ticketRow(70_001, '2026-11-01T10:00', { status: '01' }),
        ticketRow(70_002, '2026-11-02T10:00', { status: '06' }),
        ticketRow(70_003, '2026-11-03T10:00'),
        ticketRow(70_004, '2026-11-04T10:00', { status: '01', complaint_class: null }),
        ticketRow(80_001, '2026-11-04T10:00'),
        ticketRow(90_001, '2026-11-04T10:00'),
      ],
      response: [
        answer(1, 8, 'DO_NOT_DISTURB'),
        // Whatever he said since, it was said once.
        answer(2, 8, 'ACCEPTED'),
        answer(3, 7, 'DECLINED'),
        answer(4, 9, 'DO_NOT_DISTURB'),
        answer(5, 9, 'DO_NOT_DISTURB'),
      ],
    });

    expect(await contacts.askEntities(FIELDS, who(7, 8, 9))).toEqual({
      data: {
        _entities: [
          { openComplaintCount: 2, doNotDisturb: false },
          { openComplaintCount: 0, doNotDisturb: true },
          { openComplaintCount: 0, doNotDisturb: true },
        ],
      },
    });
    // Whom one may see, tickets, answers.
    expect(contacts.statements).toHaveLength(3);
  });

  it('is not known where the system cannot say, which is not none and not no', async () => {
    contacts = await createContacts();
    await contacts.db.close();
    const { data, errors } = await contacts.askEntities(FIELDS, who(7));

    expect(data).toEqual({ _entities: [{ openComplaintCount: null, doNotDisturb: null }] });
    expect(errors).toHaveLength(2);
  });
});
