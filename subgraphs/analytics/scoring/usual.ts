/** What is usual: the first look at all customers, against which each is then scored. Constant memory. */

import { addDays } from '#kit/clock';
import type { Policy } from '../policy.ts';
import { type CreditPopulation, createCreditAccumulator } from './credit.ts';
import type { CustomerFacts } from './facts.ts';
import { createPopulation, fitPrior, type Prior } from './gamma-poisson.ts';
import type { Spread } from './percentiles.ts';
import {
  type SensitivityKind,
  sensitivityEvents,
  sensitivityExposure,
  sensitivityRate,
} from './sensitivity.ts';
import { createValueAccumulator } from './value.ts';

export const SENSITIVITIES: readonly SensitivityKind[] = ['FEE_SENSITIVITY', 'COMPLAINT_SENSITIVITY'];

export interface Usual {
  readonly priors: Readonly<Record<SensitivityKind, Prior>>;
  readonly charges: Spread;
  readonly credit: CreditPopulation;
  /** Expected of a customer, by what was known on a day. */
  complaintsAMonth(customer: CustomerFacts, day: string): number;
}

export interface UsualCounter {
  add(customer: CustomerFacts): void;
  finish(): Usual;
}

/** A feature of snapshots a year apart must have looked back equally far in each. */
const LOOK_BACK_DAYS = 270;

function recentOnly(policy: Policy, day: string): Policy {
  const from = addDays(day, -LOOK_BACK_DAYS);
  const { complaints } = policy;
  return from <= complaints.recordedFrom
    ? policy
    : { ...policy, complaints: { ...complaints, recordedFrom: from } };
}

export function createUsual(asOf: string, policy: Policy): UsualCounter {
  const populations = {
    FEE_SENSITIVITY: createPopulation(),
    COMPLAINT_SENSITIVITY: createPopulation(),
  };
  const charges = createValueAccumulator(asOf);
  const credit = createCreditAccumulator(asOf);
  return {
    add(customer) {
      for (const kind of SENSITIVITIES) {
        const { months } = sensitivityExposure(kind, customer, asOf, policy);
        if (months === 0) continue;
        const weights = sensitivityEvents(kind, customer, asOf, policy).map(({ weight }) => weight);
        populations[kind].add(weights, months);
      }
      charges.add(customer);
      credit.add(customer);
    },
    finish() {
      const priors = {
        FEE_SENSITIVITY: fitPrior(populations.FEE_SENSITIVITY),
        COMPLAINT_SENSITIVITY: fitPrior(populations.COMPLAINT_SENSITIVITY),
      };
      return {
        priors,
        charges: charges.finish(),
        credit: credit.finish(),
        complaintsAMonth(customer, day) {
          const kind = 'COMPLAINT_SENSITIVITY';
          const recent = recentOnly(policy, day);
          const exposure = sensitivityExposure(kind, customer, day, recent);
          const events = sensitivityEvents(kind, customer, day, recent);
          return sensitivityRate(kind, events, exposure, priors[kind], recent);
        },
      };
    },
  };
}
