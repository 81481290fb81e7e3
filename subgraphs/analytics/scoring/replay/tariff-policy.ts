/** Sections `tariff` and `opportunities` of policy.yaml. */
import { z } from 'zod';

const fen = z.int().min(0);

/** Prices that hold for everybody, whatever the plan. */
export const tariffPolicy = z.strictObject({
  /** Each MMS, where the line has no monthly MMS offer. */
  mmsFen: fen,
  /** Each change of the ringback tune. */
  tuneChangeFen: fen,
  roamingEventFen: fen,
  /** Of the plan's fee, in each month at whose beginning its contract runs. */
  contractDiscountPercent: z.number().min(0).max(100),
});

export const opportunityPolicy = z.strictObject({
  /** A plan that saves less, in the mean month, is not worth a word. */
  leastSavingPerMonthFen: fen,
  /** Nor is one that would have cost more by over this in any month. */
  maxWorstMonthFen: fen,
  /** The ids of a line's opportunities leave room for nine. */
  plansPerLine: z.int().min(0).max(8),
  /** A contract that ends within so many days is to be renewed. */
  renewalDays: z.int().min(0),
});

export type TariffPolicy = z.infer<typeof tariffPolicy>;
export type OpportunityPolicy = z.infer<typeof opportunityPolicy>;
