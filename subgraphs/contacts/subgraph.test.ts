import { afterEach, describe, expect, it } from '@jest/globals';
import { type Contacts, createContacts } from './testing/contacts.ts';
import { contactRow, ticketRow } from './testing/rows.ts';

let contacts: Contacts;
afterEach(() => contacts.remove());

describe('a portfolio of a hundred customers', () => {
  it('costs one statement for whom may be seen, one for contacts and one for tickets, not one for each customer', async () => {
    const ids = Array.from({ length: 100 }, (_, i) => i + 1);
    contacts = await createContacts({
      contact: ids.flatMap((id) => [
        contactRow(id * 10_000 + 1, '2026-01-01T10:00'),
        contactRow(id * 10_000 + 2, '2026-11-01T10:00'),
      ]),
      ticket: ids.map((id) => ticketRow(id * 10_000 + 1, '2026-11-01T10:00')),
    });

    const { data } = await contacts.askEntities(
      '... on Customer { lastContact { contactId } lastTicket { ticketId } complaints { threeMonthCount redReminder } }',
      ids.map((id) => ({ __typename: 'Customer', customerId: String(id) })),
    );

    expect(data._entities).toHaveLength(100);
    expect(data._entities[99]).toEqual({
      lastContact: { contactId: '1000002' },
      lastTicket: { ticketId: '1000001' },
      complaints: { threeMonthCount: 1, redReminder: false },
    });
    expect(contacts.statements).toHaveLength(3);
  });
});

describe('when contact history is down', () => {
  it('every section is unknown with its own error, never empty', async () => {
    contacts = await createContacts({ contact: [contactRow(70_001, '2026-11-01T10:00')] });
    await contacts.db.close();

    const { customer, errors } = await contacts.askCustomer(
      'customerId contacts { totalCount } lastContact { contactId } openMatters { title } complaints { redAbove }',
    );

    expect(customer).toEqual({
      customerId: '7',
      contacts: null,
      lastContact: null,
      openMatters: null,
      complaints: null,
    });
    expect(errors).toHaveLength(4);
    expect(errors).toContainEqual(
      expect.objectContaining({
        message: 'The contacts system is not reachable.',
        path: ['_entities', 0, 'openMatters'],
        extensions: { code: 'SOURCE_UNAVAILABLE', retryable: true, source: 'contacts' },
      }),
    );
  });
});
