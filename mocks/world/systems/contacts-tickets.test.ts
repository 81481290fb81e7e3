import { describe, expect, it } from '@jest/globals';
import { customer, write } from '../testing/contacts.ts';
import { handMadeLine } from '../testing/hand-made.ts';
import type { Row } from '../testing/record-rows.ts';
import { matterOf } from './contacts-topics.ts';

const crowd = Array.from({ length: 400 }, (_, index) =>
  customer(index, { subscribers: [handMadeLine({ broadbandAccount: index % 3 ? null : `kd${index}` })] }),
);
const written = write(...crowd);
const contacts = new Map(written.rows('contact').map((row) => [row['contact_id'], row]));
const tickets = new Map(written.rows('ticket').map((row) => [row['ticket_id'], row]));

/** Each ticket, and the contact that opened it: the first of those that touched it. */
const opened = [
  ...new Map(
    written
      .rows('contact_ticket')
      .toReversed()
      .map(({ contact_id, ticket_id }) => [
        ticket_id,
        { contact: contacts.get(contact_id ?? null) as Row, ticket: tickets.get(ticket_id ?? null) as Row },
      ]),
  ).values(),
];

describe('a ticket', () => {
  it.each([
    ['02', '工单已退回'],
    ['03', '客户已撤回'],
    ['04', '工单已回复'],
    ['05', '工单已办结'],
  ])('that stands at %s leaves its contact with %s', (status, resolution) => {
    const ended = opened.filter(({ ticket }) => ticket['status'] === status);

    expect(ended.length).toBeGreaterThan(0);
    expect(new Set(ended.map(({ contact }) => contact['resolution']))).toEqual(new Set([resolution]));
  });

  it('is answered by what settles its own matter', () => {
    const answered = opened.filter(({ ticket }) => ['04', '05'].includes(String(ticket['status'])));
    const strange = answered.filter(({ contact, ticket }) => {
      const [topicCode = ''] = JSON.parse(String(contact['topics'])) as string[];
      const { answers, businessType } = matterOf(topicCode);
      return !answers.includes(String(ticket['progress'])) || ticket['business_type'] !== businessType;
    });

    expect(answered.length).toBeGreaterThan(500);
    expect(strange).toEqual([]);
  });

  it('is answered, and its customer called back, in office hours by several of the back office', () => {
    const replies = written.rows('ticket').filter((row) => row['replied_at'] !== null);
    const calls = written.rows('contact').filter(({ type }) => type === 'REVISIT');
    const hours = [...replies.map((row) => row['replied_at']), ...calls.map((row) => row['started_at'])].map(
      (at) => new Date((Number(at) + 8 * 3_600) * 1_000).getUTCHours(),
    );

    expect(calls.length).toBeGreaterThan(100);
    expect(Math.min(...hours)).toBe(9);
    expect(Math.max(...hours)).toBe(17);
    expect(new Set(replies.map((row) => row['replied_by_staff_id'])).size).toBeGreaterThanOrEqual(4);
  });
});

it('Chinese is written with Chinese punctuation', () => {
  const texts = ['contact', 'ticket', 'service_request', 'response', 'topic', 'common_function'].flatMap(
    (table) =>
      written
        .rows(table)
        .flatMap(({ topics: _json, ivr_path: _path, ...texts }) => Object.values(texts).map(String)),
  );

  expect(texts.filter((text) => /\p{Script=Han}\s*[,;:()]|[,;:()]\s*\p{Script=Han}/u.test(text))).toEqual([]);
});
