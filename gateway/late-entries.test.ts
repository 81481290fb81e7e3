import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AuditEntry } from '#kit/audit/trail';
import { memoryTrail } from '#kit/testing/trail';
import { createLateEntries } from './late-entries.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const entry = (operation: string): AuditEntry => ({
  kind: 'VIEW',
  subject: 'A000001',
  role: 'HOTLINE_AGENT',
  channel: 'HOTLINE',
  customers: ['1'],
  operation,
  fields: [],
  purpose: null,
  outcome: 'OK',
});

function setUp() {
  const trail = memoryTrail();
  const reported: object[] = [];
  const late = createLateEntries({ trail, report: (event) => reported.push(event) });
  return { trail, reported, late };
}

const seconds = (count: number) => jest.advanceTimersByTimeAsync(count * 1_000);

describe('entries for which no answer waits', () => {
  it('are kept at once where they can be, as they are', async () => {
    const { trail, late } = setUp();
    late.append(entry('first'));
    await seconds(1);

    expect(trail.entries).toEqual([entry('first')]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('are kept once the record can be written again, with the moment they belong to', async () => {
    const { trail, late } = setUp();
    trail.fail();
    const happenedAt = Date.now();
    late.append(entry('first'));
    late.append(entry('second'));
    await seconds(60);
    expect(trail.entries).toEqual([]);

    trail.recover();
    await seconds(1);
    expect(trail.entries).toEqual([
      { ...entry('first'), happenedAt },
      { ...entry('second'), happenedAt },
    ]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('are tried again where the record fails again, and keep their moment', async () => {
    const { trail, late } = setUp();
    const happenedAt = Date.now();
    trail.fail();
    late.append(entry('first'));
    await seconds(1);
    trail.recover();
    // Between the look at its health and the write.
    const retried = seconds(1);
    trail.fail();
    await retried;
    await seconds(5);
    expect(trail.entries).toEqual([]);

    trail.recover();
    await seconds(1);
    expect(trail.entries).toEqual([{ ...entry('first'), happenedAt }]);
  });

  it('are dropped, oldest first, beyond ten thousand, and their number is told', async () => {
    const { trail, reported, late } = setUp();
    trail.fail();
    for (let at = 0; at < 10_003; at++) late.append(entry(String(at)));
    await seconds(1);
    expect(reported).toEqual([{ event: 'unrecorded', entries: 1 }]);

    trail.recover();
    await seconds(10);
    expect(trail.entries).toHaveLength(10_000);
    expect(trail.entries[0]?.operation).toBe('3');
    expect(reported.at(-1)).toEqual({ event: 'unrecorded', entries: 3 });
  });
});
