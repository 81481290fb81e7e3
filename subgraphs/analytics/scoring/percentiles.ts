/** How amounts are spread over a population, counted in bins of steady relative width. */

/** Two to this many bins for each doubling: an amount is known to within 0.8 %. */
const BITS = 7;
const BINS_A_DOUBLING = 2 ** BITS;
const MOST = 2 ** 31 - 1;

export interface AmountCounter {
  /** @param amount Whole, not negative. */
  add(amount: number): void;
  finish(): Spread;
}

/** Plain numbers, to be handed to another thread. */
export interface Spread {
  readonly count: number;
  /** Amounts below each bin. */
  readonly below: readonly number[];
}

/** Constant memory, and whole numbers only: the same amounts give the same counts in whatever order they come. */
export function createAmountCounter(): AmountCounter {
  const counts: number[] = [];
  return {
    add(amount) {
      const { bin } = place(amount);
      while (counts.length <= bin) counts.push(0);
      counts[bin] = (counts[bin] as number) + 1;
    },
    finish() {
      let count = 0;
      const below = [0];
      for (const inBin of counts) {
        count += inBin;
        below.push(count);
      }
      return { count, below };
    },
  };
}

/**
 * Percent of the population below an amount, those of the same amount counted half. Within a bin, amounts are taken to be
 * spread evenly. 50 where nobody was counted.
 */
export function percentileOf(amount: number, { count, below }: Spread): number {
  if (count === 0) return 50;
  const { bin, within } = place(amount);
  const before = below[bin] ?? count;
  const after = below[bin + 1] ?? count;
  return (100 * (before + (after - before) * within)) / count;
}

/** Small amounts have a bin each; from then on each doubling has as many bins. `within` is 0 to 1, of the bin. */
function place(amount: number): { readonly bin: number; readonly within: number } {
  const whole = Math.min(MOST, Math.max(0, Math.round(amount)));
  const shift = Math.max(0, 31 - BITS - Math.clz32(whole));
  const width = 2 ** shift;
  const step = Math.floor(whole / width);
  return { bin: shift * BINS_A_DOUBLING + step, within: (whole - step * width + 0.5) / width };
}
