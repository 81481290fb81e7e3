import { describe, expect, it } from '@jest/globals';
import { byChannel, byType, consultedTopics } from './contact-counts.ts';

const counts = [
  { channel: 'HOTLINE', type: 'QUERY', count: 2 },
  { channel: 'WEB', type: 'QUERY', count: 4 },
  { channel: 'HOTLINE', type: 'COMPLAINT', count: 1 },
] as const;

describe('contacts of the last year', () => {
  it('count by channel, most used first', () => {
    expect(byChannel(counts)).toEqual([
      { channel: 'WEB', count: 4 },
      { channel: 'HOTLINE', count: 3 },
    ]);
  });

  it('count by type, most frequent first', () => {
    expect(byType(counts)).toEqual([
      { type: 'QUERY', count: 6 },
      { type: 'COMPLAINT', count: 1 },
    ]);
  });
});

describe('consulted topics', () => {
  it('count every contact that was about them, and keep the newest', () => {
    expect(
      consultedTopics([
        { topicCodes: ['BILL'], count: 2, lastAt: '2026-09-01T10:00:00+08:00' },
        { topicCodes: ['BILL', 'DATA'], count: 1, lastAt: '2026-11-01T10:00:00+08:00' },
        { topicCodes: ['ROAMING'], count: 1, lastAt: '2026-11-02T10:00:00+08:00' },
      ]),
    ).toEqual([
      { code: 'BILL', count: 3, lastAt: '2026-11-01T10:00:00+08:00' },
      { code: 'ROAMING', count: 1, lastAt: '2026-11-02T10:00:00+08:00' },
      { code: 'DATA', count: 1, lastAt: '2026-11-01T10:00:00+08:00' },
    ]);
  });

  it('are at most twenty', () => {
    const lastAt = '2026-11-01T10:00:00+08:00';
    const many = Array.from({ length: 30 }, (_, i) => ({ topicCodes: [`T${i}`], count: i, lastAt }));

    expect(consultedTopics(many)).toHaveLength(20);
  });
});
