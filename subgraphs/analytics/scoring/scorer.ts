/** Scores one customer: all that the graph says of him comes from here. */
import { startOfDay } from '#kit/clock';
import type { CallReasonPolicy } from '../call-reason-policy.ts';
import type { Policy } from '../policy.ts';
import { type BandedScore, bandOf } from './bands.ts';
import { calibrate } from './calibration.ts';
import { callReasons } from './call-reasons.ts';
import { type ChurnModel, rawProbability, readFeatures, reasonsOf } from './churn/model.ts';
import { viewOf } from './churn/snapshots.ts';
import { creditScore } from './credit.ts';
import type { CustomerFacts, LineFacts } from './facts.ts';
import { createOpportunityFinder, toOpportunityRow } from './opportunities.ts';
import type { Offers } from './replay/tariff.ts';
import { sensitivityEvents, sensitivityExposure, sensitivityScore } from './sensitivity.ts';
import { SENSITIVITIES, type Usual } from './usual.ts';
import { expectedLossFen, lineMeanChargeFen, valueScore } from './value.ts';
import type { WrittenRows } from './written.ts';

/** Of scores that are formulas; raised when one changes. */
const FORMULAS = 'formulas-1';

interface ScorerParts {
  readonly asOf: string;
  readonly policy: Policy;
  readonly callPolicy: CallReasonPolicy;
  readonly usual: Usual;
  readonly model: ChurnModel;
  readonly offers: Offers;
}

export interface Scorer {
  /** Adds the customer's rows. Who has no line has no score, and is known to have no reason to call. */
  score(customer: CustomerFacts, rows: WrittenRows): void;
}

export function createScorer({ asOf, policy, callPolicy, usual, model, offers }: ScorerParts): Scorer {
  const now = startOfDay(asOf);
  const opportunitiesOf = createOpportunityFinder({
    offers,
    asOf,
    tariff: policy.tariff,
    policy: policy.opportunities,
  });

  function scoreSensitivities(customer: CustomerFacts, add: AddScore): void {
    for (const kind of SENSITIVITIES) {
      const exposure = sensitivityExposure(kind, customer, asOf, policy);
      if (exposure.months === 0) continue;
      const events = sensitivityEvents(kind, customer, asOf, policy);
      const score = sensitivityScore(kind, events, exposure, usual.priors[kind], policy);
      add(['CUSTOMER', customer.customerId], kind, score);
    }
  }

  function judge(customer: CustomerFacts, line: LineFacts, rate: number): Judged | null {
    const view = viewOf(customer, line, asOf, rate);
    if (!view) return null;
    const values = readFeatures(view);
    const chance = calibrate(model.calibration, rawProbability(model, values));
    const percent = Math.round(chance * 1_000) / 10;
    return {
      line,
      chance,
      score: { value: percent, band: bandOf(percent, policy.churn), reasons: reasonsOf(model, view, values) },
    };
  }

  /** Of each line, and of the customer that of the line he is likeliest to give up. */
  function scoreChurn(customer: CustomerFacts, add: AddScore): number | null {
    const rate = usual.complaintsAMonth(customer, asOf);
    const judged = customer.lines.flatMap((line) => judge(customer, line, rate) ?? []);
    let worst: Judged | undefined;
    let lossFen = 0;
    for (const one of judged) {
      add(['SUBSCRIBER', one.line.subscriberId], 'CHURN', one.score, model.version);
      if (!worst || one.chance > worst.chance) worst = one;
      lossFen += expectedLossFen(one.chance, lineMeanChargeFen(one.line, asOf), policy.value);
    }
    if (!worst) return null;
    add(['CUSTOMER', customer.customerId], 'CHURN', worst.score, model.version);
    return lossFen;
  }

  return {
    score(customer, rows) {
      const { customerId } = customer;
      const add: AddScore = (subject, kind, { value, band, reasons }, version = FORMULAS) => {
        // What moves nothing is a fact, and no reason.
        const moving = reasons.filter(({ contribution }) => contribution !== 0);
        rows.score.push([...subject, kind, value, band, JSON.stringify(moving), version, asOf]);
      };
      const own = ['CUSTOMER', customerId] as const;
      scoreSensitivities(customer, add);
      const value = valueScore(customer, usual.charges, asOf, policy.value);
      if (value) add(own, 'VALUE', value);
      const credit = creditScore(customer, usual.credit, asOf, policy.value);
      if (credit) add(own, 'CREDIT', credit);
      rows.customer_figure.push([customerId, scoreChurn(customer, add), asOf]);
      for (const { rank, code, textZh, textEn, numbers } of callReasons(customer, now, callPolicy)) {
        rows.call_reason.push([customerId, rank, code, textZh, textEn, JSON.stringify(numbers), asOf]);
      }
      for (const found of opportunitiesOf(customer)) rows.opportunity.push(toOpportunityRow(found));
    },
  };
}

interface Judged {
  readonly line: LineFacts;
  /** To lose it, 0 to 1. */
  readonly chance: number;
  readonly score: BandedScore;
}

type AddScore = (
  subject: readonly ['CUSTOMER' | 'SUBSCRIBER', number],
  kind: string,
  score: BandedScore,
  version?: string,
) => void;
