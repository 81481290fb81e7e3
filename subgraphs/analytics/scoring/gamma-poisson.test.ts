import { describe, expect, it } from '@jest/globals';
import { createRandom, type Random } from '../../../mocks/world/rng.ts';
import {
  createPopulation,
  DAYS_PER_MONTH,
  decay,
  decayedMonths,
  fitPrior,
  type Prior,
  rateOf,
  scoreOf,
} from './gamma-poisson.ts';
import { auc } from './metrics.ts';

const ALPHA = 0.35;
const MEAN = 0.035;
const HALF_LIFE = 180;
const USERS = 40_000;

interface User {
  readonly rate: number;
  readonly months: number;
  /** Events of the three months to come. */
  readonly next: number;
  readonly events: readonly { readonly ageDays: number; readonly weight: number }[];
}

/** Everybody has a rate of his own and 1 to 24 months with us; what he does comes at any time. */
function simulate(weightOf: (random: Random) => number): User[] {
  return Array.from({ length: USERS }, (_, nth) => {
    const random = createRandom(1, 'gamma-poisson', nth);
    const rate = (random.gamma(ALPHA) * MEAN) / ALPHA;
    const months = random.int(1, 24);
    const events = Array.from({ length: random.poisson(rate * months) }, () => ({
      ageDays: random.float() * months * DAYS_PER_MONTH,
      weight: weightOf(random),
    }));
    return { rate, months, events, next: random.poisson(3 * rate) };
  });
}

function priorOf(users: readonly User[]): Prior {
  const population = createPopulation();
  for (const { events, months } of users)
    population.add(
      events.map(({ weight }) => weight),
      months,
    );
  return fitPrior(population);
}

function predicted(prior: Prior, { events, months }: User): number {
  const weight = events.reduce((sum, event) => sum + event.weight * decay(event.ageDays, HALF_LIFE), 0);
  return rateOf(prior, weight, decayedMonths(0, months * DAYS_PER_MONTH, HALF_LIFE));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe.each([
  ['that all weigh 1', () => 1, 1],
  ['of several weights', (random: Random) => random.pick([1.2, 1, 0.8, 0.6, 0.3, 2.4]), 1.05],
] as const)('a prior from 40,000 users and events %s', (_, weightOf, meanWeight) => {
  const users = simulate(weightOf);
  const prior = priorOf(users);

  it('recovers how much users differ, and how often they do it', () => {
    expect(Math.abs(prior.alpha / ALPHA - 1)).toBeLessThan(0.15);
    expect(Math.abs(prior.mean / MEAN - 1)).toBeLessThan(0.03);
    expect(prior.alpha / prior.beta).toBeCloseTo(prior.mean, 12);
    expect(Math.abs(prior.meanWeight / meanWeight - 1)).toBeLessThan(0.02);
  });

  it('predicts as many events as there are to come', () => {
    const ratio = sum(users.map((user) => predicted(prior, user))) / sum(users.map(({ rate }) => rate));
    expect(Math.abs(ratio - 1)).toBeLessThan(0.02);
  });

  it('foresees the next three months far better than a count of the last three does', () => {
    const comes = Uint8Array.from(users, ({ next }) => (next > 0 ? 1 : 0));
    const recent = Float64Array.from(
      users,
      ({ events }) => events.filter(({ ageDays }) => ageDays < 3 * DAYS_PER_MONTH).length,
    );
    const foreseen = Float64Array.from(users, (user) => predicted(prior, user));
    expect(auc(recent, comes)).toBeLessThan(0.63);
    expect(auc(foreseen, comes)).toBeGreaterThan(0.68);
  });
});

describe('a score', () => {
  const prior: Prior = { alpha: 0.35, beta: 10, mean: 0.035, meanWeight: 1 };

  it('is 50 for the average, 67 for twice and 75 for three times the mean', () => {
    expect([1, 2, 3].map((times) => Math.round(scoreOf(times * MEAN, MEAN)))).toEqual([50, 67, 75]);
  });

  it('is 50 for who just came, and about 78 after a month and one event', () => {
    expect(scoreOf(rateOf(prior, 0, 0), prior.mean)).toBeCloseTo(50, 12);
    // 1.35 / 11 a month by 0.035.
    expect(scoreOf(rateOf(prior, 1, 1), prior.mean)).toBeCloseTo(77.81, 2);
  });

  it('stays the same when all weights are doubled', () => {
    const users = simulate((random) => random.pick([1.2, 0.6]));
    const doubled = users.map((user) => ({
      ...user,
      events: user.events.map((event) => ({ ...event, weight: 2 * event.weight })),
    }));
    const [one, two] = [priorOf(users), priorOf(doubled)];
    const busy = users.findIndex(({ events }) => events.length > 2);
    expect(predicted(two, doubled[busy] as User)).toBeCloseTo(predicted(one, users[busy] as User), 12);
  });
});

describe('decay', () => {
  it('halves an event, and the months in which it could happen, with each half-life', () => {
    expect(decay(180, 180)).toBe(0.5);
    const [near, far] = [decayedMonths(0, 30, 180), decayedMonths(180, 210, 180)];
    expect(far).toBeCloseTo(near / 2, 12);
  });

  it('makes of two years what the months of them weigh, one by one', () => {
    const byMonth = Array.from({ length: 24 }, (_, nth) => decay((nth + 0.5) * DAYS_PER_MONTH, 180));
    expect(decayedMonths(0, 24 * DAYS_PER_MONTH, 180)).toBeCloseTo(sum(byMonth), 1);
  });

  it('leaves months as they are where nothing decays', () => {
    expect(decayedMonths(0, DAYS_PER_MONTH, 1e9)).toBeCloseTo(1, 6);
  });
});

describe('a population without a prior of its own', () => {
  it('is average where nobody has done anything', () => {
    const quiet = createPopulation();
    for (let nth = 0; nth < 100; nth++) quiet.add([], 12);
    for (const prior of [fitPrior(quiet), fitPrior(createPopulation())]) {
      expect(Object.values(prior).every(Number.isFinite)).toBe(true);
      expect(Math.abs(scoreOf(rateOf(prior, 0, 12), prior.mean) - 50)).toBeLessThan(2);
    }
  });

  it('is nearly average where customers differ less than chance would have it', () => {
    const alike = createPopulation();
    for (let nth = 0; nth < 100; nth++) alike.add([1], 12);
    const prior = fitPrior(alike);
    expect(prior).toMatchObject({ alpha: 100, mean: 1 / 12 });
    expect(Math.abs(scoreOf(rateOf(prior, 3, 12), prior.mean) - 50)).toBeLessThan(1);
  });
});
