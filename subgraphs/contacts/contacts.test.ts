import { afterEach, describe, expect, it } from '@jest/globals';
import { type Contacts, createContacts } from './testing/contacts.ts';
import { contactRow, ticketRow } from './testing/rows.ts';

let contacts: Contacts;
afterEach(() => contacts.remove());

describe('contacts of a customer', () => {
  const contact = [
    contactRow(60_009, '2026-11-01T10:00'),
    contactRow(70_001, '2026-01-01T10:00'),
    contactRow(70_002, '2026-03-01T10:00', { channel: 'WEB' }),
    contactRow(70_003, '2026-05-01T10:00', { type: 'COMPLAINT' }),
    contactRow(70_004, '2026-07-01T10:00'),
    contactRow(70_005, '2026-09-01T10:00', { type: 'CONSULT' }),
    contactRow(70_006, '2026-11-01T10:00'),
    contactRow(80_001, '2026-11-01T10:00'),
  ];

  it('come newest first, five when nothing else is said', async () => {
    contacts = await createContacts({ contact });

    const { customer } = await contacts.askCustomer(
      'contacts { totalCount nodes { contactId startedAt } pageInfo { hasNextPage } }',
    );

    expect(customer.contacts).toEqual({
      totalCount: 6,
      nodes: [
        { contactId: '70006', startedAt: '2026-11-01T10:00:00+08:00' },
        { contactId: '70005', startedAt: '2026-09-01T10:00:00+08:00' },
        { contactId: '70004', startedAt: '2026-07-01T10:00:00+08:00' },
        { contactId: '70003', startedAt: '2026-05-01T10:00:00+08:00' },
        { contactId: '70002', startedAt: '2026-03-01T10:00:00+08:00' },
      ],
      pageInfo: { hasNextPage: true },
    });
  });

  it('can be paged through to the end, without a gap or a repetition', async () => {
    contacts = await createContacts({ contact });
    const seen: string[] = [];
    let after: string | null = null;

    for (let page = 0; page < 4; page++) {
      const cursor: string = after === null ? '' : `, after: "${after}"`;
      const { customer } = await contacts.askCustomer(
        `contacts(first: 2${cursor}) { nodes { contactId } pageInfo { hasNextPage endCursor } }`,
      );
      seen.push(...customer.contacts.nodes.map(({ contactId }: { contactId: string }) => contactId));
      after = customer.contacts.pageInfo.endCursor;
      expect(customer.contacts.pageInfo.hasNextPage).toBe(page < 2);
    }

    expect(seen).toEqual(['70006', '70005', '70004', '70003', '70002', '70001']);
    expect(after).toBeNull();
  });

  it('can be told by channel and type, and the total counts the same', async () => {
    contacts = await createContacts({ contact });
    const shape = '{ totalCount nodes { contactId } }';

    const { customer } = await contacts.askCustomer(
      `web: contacts(channel: WEB) ${shape}
       calls: contacts(channel: HOTLINE, types: [CONSULT, COMPLAINT]) ${shape}
       none: contacts(types: []) ${shape}`,
    );

    expect(customer).toEqual({
      web: { totalCount: 1, nodes: [{ contactId: '70002' }] },
      calls: { totalCount: 2, nodes: [{ contactId: '70005' }, { contactId: '70003' }] },
      none: { totalCount: 0, nodes: [] },
    });
  });

  it.each([
    ['first: 0', 'first must be 1 to 100.'],
    ['first: 101', 'first must be 1 to 100.'],
    ['after: "x"', 'after must be the endCursor of the page before.'],
  ])('refuse %s, and leave the other sections whole', async (argument, message) => {
    contacts = await createContacts({ contact });

    const { customer, errors } = await contacts.askCustomer(
      `contacts(${argument}) { totalCount } lastContact { contactId }`,
    );

    expect(customer).toEqual({ contacts: null, lastContact: { contactId: '70006' } });
    expect(errors).toEqual([
      expect.objectContaining({
        message,
        path: ['_entities', 0, 'contacts'],
        extensions: { code: 'BAD_USER_INPUT', retryable: false },
      }),
    ]);
  });

  it('are counted by channel and by type over the last twelve months in one statement', async () => {
    contacts = await createContacts({
      contact: [contactRow(70_001, '2025-11-19T23:59'), contactRow(70_002, '2025-11-20T00:00')],
    });

    const { customer } = await contacts.askCustomer(
      'contactsByChannel { channel count } contactsByType { type count }',
    );

    expect(customer).toEqual({
      contactsByChannel: [{ channel: 'HOTLINE', count: 1 }],
      contactsByType: [{ type: 'QUERY', count: 1 }],
    });
    // Reach, and the counts.
    expect(contacts.statements).toHaveLength(2);
  });

  it('show the way through the voice menu, what they were about, their ties and their tickets', async () => {
    contacts = await createContacts({
      contact: [
        contactRow(70_001, '2026-11-01T10:00', {
          ivr_path: '[[null,"欢迎致电",6],["0","人工服务",4]]',
          topics: '["BILL","GONE"]',
          queue_seconds: 20,
          satisfaction: '02',
        }),
        contactRow(70_002, '2026-11-02T10:00', { ivr_path: null, topics: '[]' }),
      ],
      contact_link: [
        { contact_id: 70_001, other_contact_id: 70_002, relation: 'FOLLOW_UP' },
        { contact_id: 70_002, other_contact_id: 70_001, relation: 'FOLLOW_UP' },
      ],
      ticket: [ticketRow(70_001, '2026-11-01T10:00')],
      contact_ticket: [{ contact_id: 70_001, ticket_id: 70_001 }],
      topic: [{ code: 'BILL', name: '话费账单' }],
    });

    const { customer } = await contacts.askCustomer(
      `contacts { nodes { ivrPath { menuKey prompt seconds } topics { code name } queueSeconds satisfaction
        linkedContacts { relation contactId } tickets { ticketId } } }`,
    );

    expect(customer.contacts.nodes[1]).toEqual({
      ivrPath: [
        { menuKey: null, prompt: '欢迎致电', seconds: 6 },
        { menuKey: '0', prompt: '人工服务', seconds: 4 },
      ],
      topics: [
        { code: 'BILL', name: '话费账单' },
        { code: 'GONE', name: 'GONE' },
      ],
      queueSeconds: 20,
      satisfaction: 'DISSATISFIED',
      linkedContacts: [{ relation: 'FOLLOW_UP', contactId: '70002' }],
      tickets: [{ ticketId: '70001' }],
    });
    expect(customer.contacts.nodes[0]).toMatchObject({ ivrPath: [], topics: [], tickets: [] });
    // Reach, contacts, topics, ties, tickets: one statement each, however many contacts.
    expect(contacts.statements).toHaveLength(5);
  });
});

describe('a contact that cannot be read', () => {
  it.each([
    ['topics', 'topics { code }', { topics: '[7]' }],
    ['topics', 'topics { code }', { topics: '["BI' }],
    ['the way through the menu', 'ivrPath { prompt }', { ivr_path: '[["1","话费查询"]]' }],
    ['the way through the menu', 'ivrPath { prompt }', { ivr_path: '{}' }],
  ])('is said to be unreadable where its %s are asked for: %s', async (_, field, own) => {
    contacts = await createContacts({ contact: [contactRow(70_001, '2026-11-01T10:00', own)] });

    const { customer, errors } = await contacts.askCustomer(
      `contacts { nodes { ${field} } } lastContact { contactId }`,
    );

    expect(customer).toEqual({ contacts: null, lastContact: { contactId: '70001' } });
    expect(errors).toEqual([
      expect.objectContaining({
        extensions: { code: 'SOURCE_MALFORMED', retryable: false, source: 'contacts' },
      }),
    ]);
  });
});

describe('services asked about', () => {
  it('count consultations and queries by phone in the last twelve months', async () => {
    contacts = await createContacts({
      contact: [
        contactRow(70_001, '2025-10-01T10:00'),
        contactRow(70_002, '2026-01-01T10:00', { type: 'CONSULT' }),
        contactRow(70_003, '2026-02-01T10:00', { channel: 'IVR' }),
        contactRow(70_004, '2026-03-01T10:00', { channel: 'WEB' }),
        contactRow(70_005, '2026-04-01T10:00', { type: 'COMPLAINT' }),
        contactRow(70_006, '2026-05-01T10:00', { direction: 'OUTBOUND' }),
      ],
      topic: [{ code: 'BILL', name: '话费账单' }],
    });

    const { customer } = await contacts.askCustomer('consultedTopics { topic { name } count lastAt }');

    expect(customer.consultedTopics).toEqual([
      { topic: { name: '话费账单' }, count: 2, lastAt: '2026-02-01T10:00:00+08:00' },
    ]);
  });
});
