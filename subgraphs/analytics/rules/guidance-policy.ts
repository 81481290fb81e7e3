/** What an operator may set of the guidance for agents. */
import { z } from 'zod';

export const guidancePolicy = z.strictObject({
  /** From this complaint sensitivity on, where its band is HIGH, the strongest of the three words of care. */
  utmostCareFrom: z.number().min(0).max(100).default(90),
});

export type GuidancePolicy = Readonly<z.infer<typeof guidancePolicy>>;
