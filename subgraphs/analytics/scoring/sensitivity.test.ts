import { describe, expect, it } from '@jest/globals';
import { readPolicy } from '../policy.ts';
import { complaint, customer, line } from '../testing/sensitivity-facts.ts';
import type { CustomerFacts } from './facts.ts';
import type { Prior } from './gamma-poisson.ts';
import {
  type SensitivityKind,
  sensitivityEvents,
  sensitivityExposure,
  sensitivityRate,
  sensitivityScore,
} from './sensitivity.ts';

const AS_OF = '2026-11-20';
const policy = readPolicy();
/** Weights of the policy are taken as they are. */
const prior: Prior = { alpha: 0.35, beta: 10, mean: 0.035, meanWeight: 1 };

function score(kind: SensitivityKind, facts: CustomerFacts) {
  const events = sensitivityEvents(kind, facts, AS_OF, policy);
  return sensitivityScore(kind, events, sensitivityExposure(kind, facts, AS_OF, policy), prior, policy);
}

describe('a sensitivity score', () => {
  const kind = 'COMPLAINT_SENSITIVITY';
  const newcomer = [line({ openedOn: '2026-10-20' })];

  it('is about 78 for a newcomer of a month with one complaint, who is not HIGH', () => {
    const one = score(kind, customer({ lines: newcomer, tickets: [complaint('2026-11-05')] }));
    expect(Math.abs(one.value - 78)).toBeLessThan(1);
    expect(one).toMatchObject({ band: 'MEDIUM', eventCount: 1 });
  });

  it('is HIGH with two', () => {
    const tickets = [complaint('2026-11-05'), complaint('2026-11-06')];
    expect(score(kind, customer({ lines: newcomer, tickets })).band).toBe('HIGH');
  });

  it('is LOW without an event, and the lower the longer nothing happened', () => {
    const long = score(kind, customer());
    const short = score(kind, customer({ lines: newcomer }));
    expect([long.band, short.band]).toEqual(['LOW', 'LOW']);
    expect(long.value).toBeLessThan(short.value);
    expect(short.value).toBeLessThan(50);
    expect(long).toMatchObject({ reasons: [], eventCount: 0 });
    expect(score(kind, customer({ lines: [] })).value).toBe(50);
  });

  it('fades: what was HIGH is not after years of peace', () => {
    const of = (days: string[]) => score(kind, customer({ tickets: days.map((day) => complaint(day)) }));
    expect(of(['2026-10-01', '2026-10-20', '2026-11-01']).band).toBe('HIGH');
    expect(of(['2024-11-10', '2024-11-20', '2024-12-01']).band).toBe('LOW');
  });

  it('has one decimal, and a band of that very value', () => {
    const tickets = [complaint('2026-11-05')];
    const events = sensitivityEvents(kind, customer({ tickets }), AS_OF, policy);
    const exposure = sensitivityExposure(kind, customer(), AS_OF, policy);
    const { value } = sensitivityScore(kind, events, exposure, prior, policy);
    expect(Math.round(value * 10) / 10).toBe(value);
    const bandFrom = (medium: number) =>
      sensitivityScore(kind, events, exposure, prior, { ...policy, bands: { ...policy.bands, medium } });
    expect([bandFrom(value).band, bandFrom(value + 0.1).band]).toEqual(['MEDIUM', 'LOW']);
  });

  it('gives as reasons the five events that weigh most now, with what they weigh', () => {
    const tickets = [
      complaint('2025-01-01'),
      complaint('2025-11-25', { isEscalated: true }),
      complaint('2026-05-24', { complaintTopic: '账单疑问' }),
      complaint('2026-08-01'),
      complaint('2026-09-01'),
      complaint('2026-10-03', { complaintTopic: '账单疑问', isReopened: true }),
    ];
    const { reasons, eventCount } = score(kind, customer({ tickets }));

    expect(eventCount).toBe(6);
    expect(reasons.map(({ textZh }) => textZh.slice(0, 10))).toEqual([
      '2026-10-03',
      '2026-09-01',
      '2026-08-01',
      '2026-05-24',
      '2025-11-25',
    ]);
    expect(reasons[0]).toEqual({
      code: 'UNREASONED_CHARGE',
      textZh: '2026-10-03 投诉：账单疑问（再次投诉）',
      textEn: '2026-10-03 complaint: unexplained charge (made again)',
      // 47.583 days, at 1.2 by 1.5.
      contribution: Math.round(1_800 * 2 ** (-47.5833333 / 180)) / 1_000,
    });
    expect(reasons[3]).toMatchObject({ textZh: '2026-05-24 投诉：账单疑问', contribution: 0.601 });
  });

  it('comes of a rate that is in events of mean weight a month', () => {
    const facts = customer({ lines: newcomer, tickets: [complaint('2026-11-05')] });
    const events = sensitivityEvents(kind, facts, AS_OF, policy);
    const exposure = sensitivityExposure(kind, facts, AS_OF, policy);
    const rate = (meanWeight: number) =>
      sensitivityRate(kind, events, exposure, { ...prior, meanWeight }, policy);
    expect(rate(1)).toBeCloseTo((0.35 + 2 ** (-14.5833333 / 180)) / (10 + exposure.decayedMonths), 6);
    expect(rate(0.5)).toBeGreaterThan(rate(1));
  });
});
