/**
 * Numbers that look random and are the same in every run.
 *
 * A stream of our own instead of a package: a customer needs a fresh stream
 * from (seed, name, index) a few million times, so starting one must cost next
 * to nothing, and a number must never change with a package's version. sfc32
 * (Chris Doty-Humphrey's small fast counting generator) passes PractRand, has
 * a period of at least 2^32 and mixes four words, which is what the four parts
 * of a stream's name fill.
 */
export interface Random {
  /** 0 (included) to 1 (excluded). */
  float(): number;
  /** Whole, both ends included. */
  int(min: number, max: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Mean 0, standard deviation 1. */
  normal(): number;
  /** Scale 1, so the mean is `shape`. */
  gamma(shape: number): number;
  poisson(mean: number): number;
  logNormal(median: number, sigma: number): number;
}

const WARM_UP_ROUNDS = 12;
const TWO_TO_32 = 4_294_967_296;
/** Above this mean, counting draws one by one costs more than its exactness is worth. */
const LARGE_POISSON_MEAN = 30;

/**
 * One stream of numbers. Streams of different names or indices do not overlap
 * in practice.
 *
 * @param index A whole number from 0 to 2^53.
 */
export function createRandom(seed: number, stream: string, index: number): Random {
  let a = seed | 0;
  let b = index | 0;
  let c = hash(stream) ^ Math.floor(index / TWO_TO_32);
  let counter = 1;

  const word = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < WARM_UP_ROUNDS; round++) word();

  const float = (): number => word() / TWO_TO_32;

  // Box-Muller. Its second value is thrown away: keeping it would make each
  // draw depend on how many were drawn before.
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - float())) * Math.cos(2 * Math.PI * float());

  // Marsaglia and Tsang 2000, with their step for shapes below 1.
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - float()) ** (1 / shape);
    const d = shape - 1 / 3;
    const scale = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + scale * x) ** 3;
      if (v > 0 && Math.log(1 - float()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };

  const poisson = (mean: number): number => {
    if (mean > LARGE_POISSON_MEAN) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = float(); product > limit; product *= float()) count++;
    return count;
  };

  return {
    float,
    int: (min, max) => min + Math.floor(float() * (max - min + 1)),
    chance: (probability) => float() < probability,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new RangeError('There is nothing to pick from an empty list.');
      return list[Math.floor(float() * list.length)] as T;
    },
    normal,
    gamma,
    poisson,
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
  };
}

/** FNV-1a, 32 bit. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}
