/** What value, credit and expected loss are reckoned with: section `value` of the policy. */
import { z } from 'zod';

const points = z.number().min(0).max(100);
const bands = (medium: number, high: number) =>
  z
    .strictObject({ medium: points.default(medium), high: points.default(high) })
    .refine((band) => band.medium < band.high, 'medium must begin below high')
    .prefault({});

export const valuePolicy = z.strictObject({
  /** Part of a charge that is earned. */
  margin: z.number().gt(0).max(1).default(0.35),
  /** Months of charges that are lost with a line. */
  months: z.int().min(1).max(60).default(12),
  /** Where each band begins. */
  valueBands: bands(50, 90),
  creditBands: bands(80, 95),
  /** A late bill of so many months ago counts half. */
  creditHalfLifeMonths: z.number().gt(0).max(60).default(12),
});

export type ValuePolicy = Readonly<z.infer<typeof valuePolicy>>;
