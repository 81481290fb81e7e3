import { afterEach, describe, expect, it } from '@jest/globals';
import { contactRow, ticketRow } from './test-database.ts';
import { createTestSubgraph, type TestSubgraph } from './test-subgraph.ts';

let subgraph: TestSubgraph;
afterEach(() => subgraph.history.remove());

async function ofCustomer(fields: string, customerId = '7') {
  const { data, errors } = await subgraph.askCustomers(fields, [customerId]);
  return { customer: data._entities[0], errors };
}

describe('a portfolio of a hundred customers', () => {
  it('costs one statement for each field, not for each customer', async () => {
    const ids = Array.from({ length: 100 }, (_, i) => i + 1);
    subgraph = await createTestSubgraph({
      contact: ids.flatMap((id) => [
        contactRow(id * 10_000 + 1, '2026-01-01T10:00'),
        contactRow(id * 10_000 + 2, '2026-11-01T10:00'),
      ]),
      ticket: ids.map((id) => ticketRow(id * 10_000 + 1, '2026-11-01T10:00')),
    });

    const { data } = await subgraph.askCustomers(
      'lastContact { contactId } lastTicket { ticketId } complaints { threeMonthCount redReminder }',
      ids.map(String),
    );

    expect(data._entities).toHaveLength(100);
    expect(data._entities[99]).toEqual({
      lastContact: { contactId: '1000002' },
      lastTicket: { ticketId: '1000001' },
      complaints: { threeMonthCount: 1, redReminder: false },
    });
    expect(subgraph.history.statements).toHaveLength(3);
  });
});

describe('when contact history is down', () => {
  it('every section is unknown with its own error, never empty', async () => {
    subgraph = await createTestSubgraph({ contact: [contactRow(70_001, '2026-11-01T10:00')] });
    subgraph.history.db.close();

    const { customer, errors } = await ofCustomer(
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
