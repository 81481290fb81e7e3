import { describe, expect, it } from '@jest/globals';
import { answeredTreatment, moment, NOW, scripted, write } from '../testing/contacts.ts';
import type { Row, Written } from '../testing/record-rows.ts';

/** As everybody else counts: from the same day three calendar months earlier on. */
const THREE_MONTHS_AGO = moment('2026-08-20T00:00');
const SIX_MONTHS_AGO = moment('2026-05-20T00:00');

const ofType = (rows: readonly Row[], type: string): readonly Row[] =>
  rows.filter((row) => row['type'] === type);
const complaintsSince = (of: Written, since: number): readonly Row[] =>
  of.rows('ticket').filter((row) => row['complaint_class'] !== null && Number(row['accepted_at']) >= since);
const openTickets = (of: Written): readonly Row[] =>
  of.rows('ticket').filter(({ status }) => ['00', '01', '06', '07'].includes(String(status)));

describe('a named case', () => {
  it.each([0, 1, 5, 6, 40])('has exactly %i contacts when it says so', (contacts) => {
    const treatments = [answeredTreatment(64, '2026-06-01T11:00')];

    expect(write(scripted(1, { contacts }, { treatments })).rows('contact')).toHaveLength(contacts);
  });

  it.each([0, 1, 3, 4])(
    'has exactly %i complaints in three months when it says so',
    (complaintsThreeMonths) => {
      for (let index = 0; index < 40; index++) {
        const of = write(
          scripted(index, index % 2 ? { complaintsThreeMonths, contacts: 8 } : { complaintsThreeMonths }),
        );
        expect(complaintsSince(of, THREE_MONTHS_AGO)).toHaveLength(complaintsThreeMonths);
      }
    },
  );

  it('has about as many bill and balance queries in six months as it says', () => {
    const of = write(scripted(1, { billQueries: 12 }));
    const recent = ofType(of.rows('contact'), 'QUERY').filter(
      (row) => Number(row['started_at']) >= SIX_MONTHS_AGO,
    );

    expect(recent).toHaveLength(12);
  });

  it.each([
    ['IN_TIME', 0, '01', false],
    ['OVERDUE', 0, '06', true],
    ['OVERDUE', 4, '06', true],
  ] as const)('has an open ticket %s among %i complaints', (openTicket, complaints, status, overdue) => {
    const of = write(scripted(1, { openTicket, complaintsThreeMonths: complaints, contacts: 9 }));
    const [open, ...others] = openTickets(of);

    expect(others).toEqual([]);
    expect(open?.['status']).toBe(status);
    expect(Number(open?.['due_at']) < NOW).toBe(overdue);
    expect(complaintsSince(of, THREE_MONTHS_AGO)).toHaveLength(complaints);
  });

  it('was last in touch through the voice menu, and waited for a human', () => {
    const last = write(scripted(1, { ivrCall: true, contacts: 6 }))
      .rows('contact')
      .at(-1);

    expect(last).toMatchObject({
      channel: 'HOTLINE',
      direction: 'INBOUND',
      queue_seconds: expect.any(Number),
    });
    expect(String(last?.['ivr_path'])).toContain('人工服务');
  });

  it('complained of the same thing again', () => {
    const of = write(scripted(1, { repeatComplaint: true, contacts: 5 }));
    const [first, again] = complaintsSince(of, 0);

    expect(again).toMatchObject({ reopened: 1, complaint_topic: first?.['complaint_topic'] });
    expect(of.rows('contact_link')).toHaveLength(2);
  });

  it('cannot ask for more complaints than contacts', () => {
    expect(() => write(scripted(1, { contacts: 1, complaintsThreeMonths: 2 }))).toThrow(
      'more than 1 contacts',
    );
  });
});
