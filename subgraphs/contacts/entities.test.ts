import { afterEach, describe, expect, it } from '@jest/globals';
import { FORBIDDEN, reachRow } from '#kit/testing/reach';
import { type Contacts, createContacts } from './testing/contacts.ts';
import { contactRow, requestRow, seconds, ticketRow } from './testing/rows.ts';

let contacts: Contacts;
afterEach(() => contacts.remove());

describe('entities', () => {
  const rows = {
    contact: [contactRow(70_001, '2026-11-01T10:00')],
    ticket: [ticketRow(70_001, '2026-11-01T10:00')],
    service_request: [requestRow(70_001, '2026-11-01T10:00')],
    response: [
      {
        treatment_id: 5,
        response_id: 9,
        customer_id: 7,
        outcome: 'DECLINED',
        reason: '太贵',
        responded_at: seconds('2026-11-01T10:00'),
        channel: 'OUTBOUND',
        staff_id: 'A000001',
      },
    ],
  };
  const ENTITIES = `
    ... on Contact { contactId } ... on Ticket { ticketId } ... on ServiceRequest { requestId }
    ... on Response { responseId outcome reason } ... on Treatment { response { responseId } }`;

  it('are found by their own id, and are null when there is none of a customer', async () => {
    contacts = await createContacts(rows);

    const { data, errors } = await contacts.askEntities(ENTITIES, [
      { __typename: 'Contact', contactId: '70001' },
      { __typename: 'Contact', contactId: '70002' },
      { __typename: 'Ticket', ticketId: '70001' },
      { __typename: 'Ticket', ticketId: '70002' },
      { __typename: 'ServiceRequest', requestId: '70001' },
      { __typename: 'Response', responseId: '9' },
      { __typename: 'Treatment', treatmentId: '5' },
      { __typename: 'Treatment', treatmentId: '6' },
    ]);

    expect(errors).toBeUndefined();
    expect(data._entities).toEqual([
      { contactId: '70001' },
      null,
      { ticketId: '70001' },
      null,
      { requestId: '70001' },
      { responseId: '9', outcome: 'DECLINED', reason: '太贵' },
      { response: { responseId: '9' } },
      { response: null },
    ]);
    expect(contacts.statements).toHaveLength(6);
  });

  it('are found from the root', async () => {
    contacts = await createContacts(rows);

    const { data, errors } = await contacts.ask(
      '{ contact(contactId: "70001") { type } gone: contact(contactId: "1e3") { type } ticket(ticketId: "70001") { severity } }',
    );

    expect(data).toEqual({ contact: { type: 'QUERY' }, gone: null, ticket: { severity: 'MINOR' } });
    expect(errors).toMatchObject([{ path: ['gone'], ...FORBIDDEN }]);
  });

  it.each(['007', 'x', '99999999999999999999'])('do not say that there is no customer %s', async (id) => {
    contacts = await createContacts(rows);

    expect(await contacts.askCustomer('contacts { totalCount }', id)).toMatchObject({
      customer: null,
      errors: [{ path: ['_entities', 0], ...FORBIDDEN }],
    });
  });

  it('know nothing of a customer without history', async () => {
    contacts = await createContacts({ ...rows, customer_reach: [reachRow(8)] });

    const { customer, errors } = await contacts.askCustomer(
      'contacts { totalCount nodes { contactId } pageInfo { endCursor } } lastContact { contactId } openMatters { title }',
      '8',
    );

    expect(errors).toBeUndefined();
    expect(customer).toEqual({
      contacts: { totalCount: 0, nodes: [], pageInfo: { endCursor: null } },
      lastContact: null,
      openMatters: [],
    });
  });
});

describe('common functions', () => {
  it('come in the order of the channel', async () => {
    const row = { code: 'KB', name: '知识库', path: '/kb', position: 1, channel: 'HOTLINE' };
    contacts = await createContacts({
      common_function: [{ ...row, position: 2, code: 'SHOPS', name: '网点查询' }, row],
    });

    const { data } = await contacts.ask(
      '{ hotline: commonFunctions(channel: HOTLINE) { code name path } fax: commonFunctions(channel: FAX) { code } }',
    );

    expect(data).toEqual({
      hotline: [
        { code: 'KB', name: '知识库', path: '/kb' },
        { code: 'SHOPS', name: '网点查询', path: '/kb' },
      ],
      fax: [],
    });
  });
});
