import { describe, expect, it } from '@jest/globals';
import { answeredTreatment, customer, moment, NOW, write } from '../testing/contacts.ts';
import { handMadeLine } from '../testing/hand-made.ts';
import type { Row, Written } from '../testing/record-rows.ts';

const HISTORY_BEGINS = moment('2024-11-01T00:00');

const crowd = Array.from({ length: 300 }, (_, index) =>
  customer(index, { treatments: [answeredTreatment(index * 64 + 1, '2026-06-01T11:00')] }),
);
const written = write(...crowd);

const numbers = (rows: readonly Row[], column: string): number[] => rows.map((row) => Number(row[column]));
const ofType = (rows: readonly Row[], type: string): readonly Row[] =>
  rows.filter((row) => row['type'] === type);
const openTickets = (of: Written): readonly Row[] =>
  of.rows('ticket').filter(({ status }) => ['00', '01', '06', '07'].includes(String(status)));

describe('contacts written', () => {
  it('are numbered in the order of time, and so are tickets and requests', () => {
    for (const [table, id, at] of [
      ['contact', 'contact_id', 'started_at'],
      ['ticket', 'ticket_id', 'accepted_at'],
      ['service_request', 'request_id', 'requested_at'],
    ] as const) {
      const rows = written.rows(table);
      const inOrder = rows.every((row, i) => {
        const next = rows[i + 1];
        if (next === undefined) return true;
        const sameCustomer = Math.floor(Number(row[id]) / 10_000) === Math.floor(Number(next[id]) / 10_000);
        return Number(row[id]) < Number(next[id]) && (!sameCustomer || Number(row[at]) <= Number(next[at]));
      });
      expect(rows.length).toBeGreaterThan(300);
      expect(inOrder).toBe(true);
    }
  });

  it('lie between the opening of the line and now', () => {
    const opened = moment('2026-03-03T15:00');
    const closed = moment('2026-09-09T15:00');
    const short = write(
      ...Array.from({ length: 50 }, (_, index) =>
        customer(index, { subscribers: [handMadeLine({ heldSince: opened, heldUntil: closed })] }),
      ),
    );

    expect(Math.min(...numbers(written.rows('contact'), 'started_at'))).toBeGreaterThanOrEqual(
      HISTORY_BEGINS,
    );
    expect(Math.max(...numbers(written.rows('contact'), 'ended_at'))).toBeLessThanOrEqual(NOW);
    expect(short.rows('contact').length).toBeGreaterThan(50);
    expect(Math.min(...numbers(short.rows('contact'), 'started_at'))).toBeGreaterThanOrEqual(opened);
    expect(Math.max(...numbers(short.rows('contact'), 'started_at'))).toBeLessThanOrEqual(closed);
  });

  it('never end before they begin', () => {
    expect(
      written.rows('contact').filter((row) => Number(row['ended_at']) < Number(row['started_at'])),
    ).toEqual([]);
  });

  it('are the same for the same seed, whoever was written before', () => {
    const alone = write(crowd[7] ?? customer(7));
    const mine = written
      .rows('contact')
      .filter((row) => Math.floor(Number(row['contact_id']) / 10_000) === 100_000_007);

    expect(alone.rows('contact')).toEqual(mine);
    expect(mine.length).toBeGreaterThan(0);
  });

  it('are none for customers who never had a line, though what they answered is kept', () => {
    const prospect = write(
      customer(1, { subscribers: [], treatments: [answeredTreatment(64, '2026-06-01T11:00')] }),
    );

    expect(prospect.rows('contact')).toEqual([]);
    expect(prospect.rows('ticket')).toEqual([]);
    expect(prospect.rows('service_request')).toEqual([]);
    expect(prospect.rows('response')).toHaveLength(1);
  });

  it('ask about bills three times as often on the first five days of a month', () => {
    const days = ofType(written.rows('contact'), 'QUERY').map(({ started_at }) =>
      new Date((Number(started_at) + 8 * 3_600) * 1_000).getUTCDate(),
    );
    const perDay = (from: number, to: number) =>
      days.filter((day) => day >= from && day <= to).length / (to - from + 1);

    expect(days.length).toBeGreaterThan(2_000);
    expect(perDay(1, 5) / perDay(6, 28)).toBeGreaterThan(2.5);
    expect(perDay(1, 5) / perDay(6, 28)).toBeLessThan(3.5);
  });

  it('take an agent 81 seconds on average, the menu and the queue apart', () => {
    const seconds = written
      .rows('contact')
      .filter(({ channel, direction }) => channel === 'HOTLINE' && direction === 'INBOUND')
      .map((row) => {
        const steps = JSON.parse(String(row['ivr_path'] ?? '[]')) as [string | null, string, number][];
        const inMenu = steps.reduce((sum, [, , spent]) => sum + spent, 0);
        return (
          Number(row['ended_at']) - Number(row['started_at']) - inMenu - Number(row['queue_seconds'] ?? 0)
        );
      });

    const mean = seconds.reduce((sum, each) => sum + each, 0) / seconds.length;

    expect(mean).toBeGreaterThan(77);
    expect(mean).toBeLessThan(85);
  });

  it('pass the voice menu from its entrance on, to a human only at the hotline', () => {
    const calls = written.rows('contact').filter((row) => row['ivr_path'] !== null);
    const path = (row: Row) => JSON.parse(String(row['ivr_path'])) as [string | null, string, number][];

    expect(new Set(calls.map(({ channel }) => channel))).toEqual(new Set(['HOTLINE', 'IVR']));
    expect(calls.every((row) => path(row)[0]?.[0] === null)).toBe(true);
    expect(
      calls.every((row) => (path(row).at(-1)?.[1] === '人工服务') === (row['channel'] === 'HOTLINE')),
    ).toBe(true);
  });

  it('carry out each answered treatment, once', () => {
    const responses = written.rows('response');
    const calls = ofType(written.rows('contact'), 'RETAIN');
    const requests = ofType(written.rows('service_request'), 'RETAIN');

    expect(responses).toHaveLength(300);
    expect(numbers(calls, 'started_at')).toEqual(numbers(responses, 'responded_at'));
    expect(calls.every((row) => row['direction'] === 'OUTBOUND' && row['resolution'] === '客户拒绝')).toBe(
      true,
    );
    expect(numbers(requests, 'contact_id')).toEqual(numbers(calls, 'contact_id'));
  });
});

describe('tickets written', () => {
  it('belong to every complaint, and complaints to tickets with a class', () => {
    const opened = new Map(
      written.rows('contact_ticket').map(({ contact_id, ticket_id }) => [ticket_id, contact_id]),
    );
    const complaints = ofType(written.rows('contact'), 'COMPLAINT');
    const tickets = written.rows('ticket').filter((row) => row['complaint_class'] !== null);
    const touched = new Set(written.rows('contact_ticket').map(({ contact_id }) => contact_id));

    expect(tickets).toHaveLength(complaints.length);
    expect(complaints.every(({ contact_id }) => touched.has(contact_id ?? null))).toBe(true);
    expect(written.rows('ticket').every(({ ticket_id }) => opened.has(ticket_id ?? null))).toBe(true);
  });

  it('are answered before now, and open only while nobody answered', () => {
    const tickets = written.rows('ticket');

    expect(tickets.filter((row) => Number(row['replied_at']) > NOW)).toEqual([]);
    expect(openTickets(written).every((row) => row['replied_at'] === null)).toBe(true);
    expect(tickets.every((row) => Number(row['due_at']) > Number(row['accepted_at']))).toBe(true);
  });

  it('say that a repeated complaint was opened again, and tie it to the one before, both ways', () => {
    const links = written.rows('contact_link').filter(({ relation }) => relation === 'REPEAT');
    const pairs = new Set(links.map((row) => `${row['contact_id']} ${row['other_contact_id']}`));
    const reopened = written.rows('ticket').filter((row) => row['reopened'] === 1);

    expect(reopened.length).toBeGreaterThan(10);
    expect(links).toHaveLength(reopened.length * 2);
    expect(links.every((row) => pairs.has(`${row['other_contact_id']} ${row['contact_id']}`))).toBe(true);
  });
});

describe('links of the desktops', () => {
  it('stay within the operator, and every desktop has some', () => {
    const links = written.rows('common_function');

    expect(links.every(({ path }) => /^\/[a-z]+$/.test(String(path)))).toBe(true);
    expect(new Set(links.map(({ channel }) => channel)).size).toBe(11);
  });
});
