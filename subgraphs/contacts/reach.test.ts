/** Whoever asks, by whichever way in: what belongs to a customer is shown where he is within reach. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FORBIDDEN, insidersOf, lookedAfterRow, reachRow, strangersTo } from '#kit/testing/reach';
import { testViewer } from '#kit/testing/viewer';
import { type Contacts, createContacts } from './testing/contacts.ts';
import { contactRow, requestRow, seconds, ticketRow } from './testing/rows.ts';

/** In everything that customer 7 has, and nowhere else. */
const CANARY = 'CANARY';
const AT = '2026-11-01T10:00';

const response = (treatmentId: number, responseId: number, customerId: number) => ({
  treatment_id: treatmentId,
  response_id: responseId,
  customer_id: customerId,
  outcome: 'DECLINED',
  reason: customerId === 7 ? CANARY : '太贵',
  responded_at: seconds(AT),
  channel: 'OUTBOUND',
  staff_id: null,
});

const ROWS = {
  customer_reach: [lookedAfterRow(7), reachRow(8, { region_code: '110100' })],
  contact: [
    contactRow(70_001, AT, { resolution: CANARY }),
    contactRow(70_002, AT, { resolution: CANARY }),
    contactRow(80_001, AT),
  ],
  ticket: [ticketRow(70_001, AT, { progress: CANARY }), ticketRow(80_001, AT)],
  service_request: [
    requestRow(70_001, AT, { title: CANARY, contact_id: 70_001 }),
    requestRow(70_002, AT, { title: CANARY, contact_id: 80_001 }),
    requestRow(80_001, AT),
  ],
  response: [response(5, 9, 7), response(6, 10, 8)],
  contact_link: [
    { contact_id: 70_001, other_contact_id: 70_002, relation: 'REPEAT' },
    { contact_id: 70_001, other_contact_id: 80_001, relation: 'REPEAT' },
  ],
  contact_ticket: [
    { contact_id: 70_001, ticket_id: 70_001 },
    { contact_id: 70_001, ticket_id: 80_001 },
  ],
};

const ENTITIES: readonly [what: string, key: object, selection: string][] = [
  [
    'a customer',
    { __typename: 'Customer', customerId: '7' },
    '... on Customer { customerId contacts { totalCount nodes { resolution } } }',
  ],
  ['a contact', { __typename: 'Contact', contactId: '70001' }, '... on Contact { contactId resolution }'],
  ['a ticket', { __typename: 'Ticket', ticketId: '70001' }, '... on Ticket { ticketId progress }'],
  ['a request', { __typename: 'ServiceRequest', requestId: '70001' }, '... on ServiceRequest { title }'],
  ['an answer', { __typename: 'Response', responseId: '9' }, '... on Response { responseId reason }'],
];
const TREATMENT = '... on Treatment { treatmentId response { responseId reason } }';
const ROOT_FIELDS = [
  ['contact', '{ contact(contactId: "70001") { contactId resolution } }'],
  ['ticket', '{ ticket(ticketId: "70001") { ticketId progress } }'],
] as const;

describe.each(insidersOf('7'))('a viewer %s', (_, reach) => {
  let contacts: Contacts;
  beforeAll(async () => {
    contacts = await createContacts(ROWS, { viewer: testViewer({ reach }) });
  });
  afterAll(() => contacts.remove());

  it.each(ENTITIES)('is shown %s', async (_what, key, selection) => {
    const answer = await contacts.askEntities(selection, [key]);
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer)).toContain(CANARY);
  });

  it.each(ROOT_FIELDS)('is shown the root field %s', async (_field, query) => {
    const answer = await contacts.ask(query);
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer)).toContain(CANARY);
  });

  it('is shown the answer to a treatment, and that another has none', async () => {
    const of = ['5', '77'].map((treatmentId) => ({ __typename: 'Treatment', treatmentId }));
    expect(await contacts.askEntities(TREATMENT, of)).toEqual({
      data: {
        _entities: [
          { treatmentId: '5', response: { responseId: '9', reason: CANARY } },
          { treatmentId: '77', response: null },
        ],
      },
    });
  });
});

describe.each(strangersTo('8'))('a viewer %s', (_, reach) => {
  let contacts: Contacts;
  beforeAll(async () => {
    contacts = await createContacts(ROWS, { viewer: testViewer({ reach }) });
  });
  afterAll(() => contacts.remove());

  it.each(ENTITIES)('is not shown %s', async (_what, key, selection) => {
    const answer = await contacts.askEntities(selection, [key]);
    expect(answer).toMatchObject({
      data: { _entities: [null] },
      errors: [{ path: ['_entities', 0], ...FORBIDDEN }],
    });
    expect(answer.errors).toHaveLength(1);
    expect(JSON.stringify(answer)).not.toContain(CANARY);
  });

  it.each(ROOT_FIELDS)('is not shown the root field %s', async (field, query) => {
    expect(await contacts.ask(query)).toEqual({
      data: { [field]: null },
      errors: [expect.objectContaining({ path: [field], ...FORBIDDEN })],
    });
  });

  it('is not shown the answer to a treatment', async () => {
    const answer = await contacts.askEntities(TREATMENT, [{ __typename: 'Treatment', treatmentId: '5' }]);
    expect(answer).toMatchObject({
      data: { _entities: [{ response: null }] },
      errors: [{ path: ['_entities', 0, 'response'], ...FORBIDDEN }],
    });
    expect(JSON.stringify(answer)).not.toContain(CANARY);
  });

  it('is told the same of what there is not', async () => {
    const keys = [
      { __typename: 'Customer', customerId: '77' },
      { __typename: 'Contact', contactId: '70099' },
      { __typename: 'Ticket', ticketId: 'x' },
      { __typename: 'ServiceRequest', requestId: '1' },
      { __typename: 'Response', responseId: '77' },
    ];
    const { data, errors } = await contacts.askEntities('__typename', keys);
    expect(data._entities).toEqual(keys.map(() => null));
    expect(errors).toHaveLength(keys.length);
    expect(errors).toEqual(expect.arrayContaining(keys.map(() => expect.objectContaining(FORBIDDEN))));
  });
});

describe('what is tied to a contact', () => {
  it('is never another customer’s', async () => {
    const contacts = await createContacts(ROWS);
    const { data } = await contacts.askEntities(
      '... on Contact { linkedContacts { contactId } tickets { ticketId } } ... on ServiceRequest { contactId }',
      [
        { __typename: 'Contact', contactId: '70001' },
        { __typename: 'ServiceRequest', requestId: '70001' },
        { __typename: 'ServiceRequest', requestId: '70002' },
      ],
    );
    await contacts.remove();

    expect(data._entities).toEqual([
      { linkedContacts: [{ contactId: '70002' }], tickets: [{ ticketId: '70001' }] },
      { contactId: '70001' },
      { contactId: null },
    ]);
  });
});
