import { describe, expect, it } from '@jest/globals';
import { onceADay, toDay } from './clock.ts';

describe('onceADay', () => {
  const at = (moment: string) => new Date(moment);

  it('works a day out once, until the next begins in Shanghai', () => {
    const worked: string[] = [];
    const dayOf = onceADay((moment) => {
      worked.push(moment.toISOString());
      return toDay(moment);
    });

    expect(dayOf(at('2026-11-20T00:00:00+08:00'))).toBe('2026-11-20');
    expect(dayOf(at('2026-11-20T23:59:59.999+08:00'))).toBe('2026-11-20');
    expect(worked).toHaveLength(1);
    expect(dayOf(at('2026-11-21T00:00:00+08:00'))).toBe('2026-11-21');
    expect(worked).toHaveLength(2);
  });

  it('works it out anew where the clock was put back', () => {
    const dayOf = onceADay(toDay);
    dayOf(at('2026-11-21T00:00:00+08:00'));
    expect(dayOf(at('2026-11-20T23:59:59+08:00'))).toBe('2026-11-20');
  });
});
