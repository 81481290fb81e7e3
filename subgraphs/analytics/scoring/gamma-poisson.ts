/**
 * How often somebody does a thing, judged by what he did and by how much customers differ: each has a rate of his own,
 * drawn from a gamma distribution, and does it by chance at that rate. A newcomer is taken for the average customer
 * until his own history says more.
 *
 * Events have weights. The formula counts events, so weights are divided by their mean; a rate is in events of mean
 * weight a month.
 */
const LN_2 = Math.log(2);
export const DAYS_PER_MONTH = 30.44;
/** Above it customers are as good as alike: a year of events moves a rate by some percent. */
const HIGHEST_ALPHA = 100;

/** Sums over all customers so far, in constant memory. */
export interface Population {
  /**
   * Neither is decayed here: moments are about how customers differ, and an old event shows that as well as a new one.
   *
   * @param weights Of all events of one customer, as policy has them: R is their sum.
   * @param months How long he could have been seen to do it: X.
   */
  add(weights: readonly number[], months: number): void;
  readonly sums: Readonly<Sums>;
}

interface Sums {
  /** Events, their weights and the squares of these. */
  events: number;
  weight: number;
  squaredWeight: number;
  /** ΣX, ΣX², ΣR², ΣRX; ΣR is `weight`. */
  months: number;
  squaredMonths: number;
  squaredSum: number;
  sumByMonths: number;
}

export interface Prior {
  /** Shape of the gamma distribution of rates. */
  readonly alpha: number;
  /** Its rate, in months. */
  readonly beta: number;
  /** μ, events of mean weight a month. */
  readonly mean: number;
  /** What weights are divided by. */
  readonly meanWeight: number;
}

export function createPopulation(): Population {
  const sums: Sums = {
    events: 0,
    weight: 0,
    squaredWeight: 0,
    months: 0,
    squaredMonths: 0,
    squaredSum: 0,
    sumByMonths: 0,
  };
  return {
    sums,
    add(weights, months) {
      let sum = 0;
      for (const weight of weights) {
        sum += weight;
        sums.squaredWeight += weight * weight;
      }
      sums.events += weights.length;
      sums.weight += sum;
      sums.months += months;
      sums.squaredMonths += months * months;
      sums.squaredSum += sum * sum;
      sums.sumByMonths += sum * months;
    },
  };
}

/**
 * By moments: μ = ΣR/ΣX, v = Σ((R−μX)² − φμX)/ΣX², α = μ²/v, β = μ/v, with φ = E[w²] of weights of mean 1.
 *
 * Where customers differ no more than chance would have it (v ≤ 0, or hardly more), α is 100: nearly everybody is
 * average. Where nobody has done anything yet, as if half an event had been seen: then all are average.
 */
export function fitPrior({ sums }: Population): Prior {
  if (sums.events === 0 || sums.months === 0) {
    const mean = 0.5 / Math.max(1, sums.months);
    return { alpha: HIGHEST_ALPHA, beta: HIGHEST_ALPHA / mean, mean, meanWeight: 1 };
  }
  const meanWeight = sums.weight / sums.events;
  const phi = sums.squaredWeight / sums.events / meanWeight ** 2;
  const mean = sums.weight / meanWeight / sums.months;
  const spread =
    sums.squaredSum / meanWeight ** 2 -
    (2 * mean * sums.sumByMonths) / meanWeight +
    mean ** 2 * sums.squaredMonths;
  const variance = (spread - phi * mean * sums.months) / sums.squaredMonths;
  const alpha = variance > 0 ? Math.min(HIGHEST_ALPHA, mean ** 2 / variance) : HIGHEST_ALPHA;
  return { alpha, beta: alpha / mean, mean, meanWeight };
}

/**
 * λ = (α + S)/(β + E), the expected rate now.
 *
 * @param weight S without its division by the mean weight: Σ w·2^(−age/H) of the customer's events. Decayed.
 * @param months E, from `decayedMonths`. Decayed.
 */
export function rateOf({ alpha, beta, meanWeight }: Prior, weight: number, months: number): number {
  return (alpha + weight / meanWeight) / (beta + months);
}

/** 0 to 100: 50 is the average customer, 67 twice the mean, 75 three times. */
export function scoreOf(rate: number, mean: number): number {
  return (100 * rate) / (rate + mean);
}

export function decay(ageDays: number, halfLifeDays: number): number {
  return 2 ** (-ageDays / halfLifeDays);
}

/**
 * E: the months between two ages, each weighing 2^(−age/H). To the day: begun months count as far as they go, so that
 * time decays just as the events in it do.
 */
export function decayedMonths(leastAgeDays: number, mostAgeDays: number, halfLifeDays: number): number {
  const span = decay(leastAgeDays, halfLifeDays) - decay(mostAgeDays, halfLifeDays);
  return ((halfLifeDays / LN_2) * span) / DAYS_PER_MONTH;
}
