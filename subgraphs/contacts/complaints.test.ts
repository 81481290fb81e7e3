import { describe, expect, it } from '@jest/globals';
import { byClass, complaintsSince, isRed, openComplaintCount } from './complaints.ts';
import { seconds } from './testing/rows.ts';

const tickets = [
  { complaint_class: 'SERVICE', accepted_at: seconds('2026-10-01T09:00') },
  { complaint_class: 'CHARGES', accepted_at: seconds('2026-10-02T23:30') },
  { complaint_class: 'CHARGES', accepted_at: seconds('2026-11-02T23:30') },
  { complaint_class: null, accepted_at: seconds('2026-11-03T09:00') },
] as const;

describe('complaints', () => {
  it('are tickets of any class, counted from the moment on', () => {
    expect(complaintsSince(tickets, seconds('2026-10-02T23:30'))).toEqual([tickets[1], tickets[2]]);
    expect(complaintsSince(tickets, 0)).toHaveLength(3);
  });

  it('are open until nobody has to do anything more, other tickets aside', () => {
    const codes = ['00', '01', '02', '03', '04', '05', '06', '07'];
    const complaints = codes.map((status) => ({ status, complaint_class: 'CHARGES' }) as const);

    expect(openComplaintCount(complaints)).toBe(4);
    expect(openComplaintCount(codes.map((status) => ({ status, complaint_class: null })))).toBe(0);
  });

  it('of a status that nobody knows are not taken for settled', () => {
    expect(() => openComplaintCount([{ status: '99', complaint_class: 'NETWORK' }])).toThrow(
      'The contacts system sent a ticket status that cannot be read.',
    );
  });

  it('turn red above the threshold, not at it', () => {
    expect(isRed(3, 3)).toBe(false);
    expect(isRed(4, 3)).toBe(true);
  });

  it('always list all three classes, with the day of the last complaint', () => {
    expect(byClass(tickets)).toEqual([
      { complaintClass: 'SERVICE', count: 1, lastOn: '2026-10-01' },
      { complaintClass: 'NETWORK', count: 0, lastOn: null },
      { complaintClass: 'CHARGES', count: 2, lastOn: '2026-11-02' },
    ]);
  });
});
