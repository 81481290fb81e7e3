/**
 * Fee and complaint sensitivity: how much more often than the average customer somebody asks about money, or complains.
 * How often he did within three months is a fact beside the score, and no part of it: it predicts far worse.
 */
import { startOfDay, toDateTime } from '#kit/clock';
import type { ScoreBand, ScoreKind } from '#schema/analytics';
import type { ScoreReason } from '../model.ts';
import type { Policy } from '../policy.ts';
import { complaintEvents } from './complaint-events.ts';
import { type Exposure, exposureOf } from './exposure.ts';
import type { CustomerFacts } from './facts.ts';
import { feeEvents } from './fee-events.ts';
import { decay, type Prior, rateOf, scoreOf } from './gamma-poisson.ts';
import type { SensitivityEvent } from './sensitivity-event.ts';

const DAY_SECONDS = 86_400;
const MAX_REASONS = 5;

export type SensitivityKind = Extract<ScoreKind, 'COMPLAINT_SENSITIVITY' | 'FEE_SENSITIVITY'>;

export interface SensitivityScore {
  /** 0 to 100, one decimal. */
  readonly value: number;
  readonly band: ScoreBand;
  /** The events that count, those first that weigh most now; at most five. */
  readonly reasons: readonly ScoreReason[];
  /** Of all that count. */
  readonly eventCount: number;
}

/** An event within the exposure. */
export interface CountedEvent extends SensitivityEvent {
  /** From the event to the beginning of the day scored. */
  readonly ageDays: number;
}

/** How long somebody could have been seen to do what this kind counts. */
export function sensitivityExposure(
  kind: SensitivityKind,
  facts: CustomerFacts,
  asOf: string,
  policy: Policy,
): Exposure {
  return exposureOf(facts, asOf, sectionOf(kind, policy));
}

/** What counts at the beginning of `asOf`, oldest first. What lies outside the exposure does not. */
export function sensitivityEvents(
  kind: SensitivityKind,
  facts: CustomerFacts,
  asOf: string,
  policy: Policy,
): CountedEvent[] {
  const nowAt = startOfDay(asOf);
  const { from, until } = sensitivityExposure(kind, facts, asOf, policy);
  const events =
    kind === 'COMPLAINT_SENSITIVITY'
      ? complaintEvents(facts, nowAt, policy.complaints)
      : feeEvents(facts, policy.fees);
  return events
    .filter(({ at }) => at >= from && at < until)
    .sort((a, b) => a.at - b.at)
    .map((event) => ({ ...event, ageDays: (nowAt - event.at) / DAY_SECONDS }));
}

/** λ, in events of mean weight a month: what the customer is expected to do from now on. */
export function sensitivityRate(
  kind: SensitivityKind,
  events: readonly CountedEvent[],
  { decayedMonths }: Exposure,
  prior: Prior,
  policy: Policy,
): number {
  const { halfLifeDays } = sectionOf(kind, policy);
  let weight = 0;
  for (const event of events) weight += decayedWeight(event, halfLifeDays);
  return rateOf(prior, weight, decayedMonths);
}

/** @param prior Fitted on the whole population, with the same policy. */
export function sensitivityScore(
  kind: SensitivityKind,
  events: readonly CountedEvent[],
  exposure: Exposure,
  prior: Prior,
  policy: Policy,
): SensitivityScore {
  const rate = sensitivityRate(kind, events, exposure, prior, policy);
  const value = Math.round(scoreOf(rate, prior.mean) * 10) / 10;
  return {
    value,
    band: bandOf(value, events.length, policy.bands),
    reasons: reasonsOf(events, sectionOf(kind, policy).halfLifeDays),
    eventCount: events.length,
  };
}

/** Of the value as it is shown, so that nobody sees a 75.0 that is not HIGH for its value. */
function bandOf(value: number, eventCount: number, bands: Policy['bands']): ScoreBand {
  if (value >= bands.high && eventCount >= bands.highNeedsEvents) return 'HIGH';
  return value >= bands.medium ? 'MEDIUM' : 'LOW';
}

function reasonsOf(events: readonly CountedEvent[], halfLifeDays: number): ScoreReason[] {
  return events
    .map((event) => ({ event, now: decayedWeight(event, halfLifeDays) }))
    .sort((a, b) => b.now - a.now || b.event.at - a.event.at)
    .slice(0, MAX_REASONS)
    .map(({ event: { code, at, zh, en }, now }) => {
      const day = toDateTime(at).slice(0, 10);
      return {
        code,
        textZh: `${day} ${zh}`,
        textEn: `${day} ${en}`,
        contribution: Math.round(now * 1_000) / 1_000,
      };
    });
}

function decayedWeight({ weight, ageDays }: CountedEvent, halfLifeDays: number): number {
  return weight * decay(ageDays, halfLifeDays);
}

function sectionOf(
  kind: SensitivityKind,
  { complaints, fees }: Policy,
): Policy['complaints'] | Policy['fees'] {
  return kind === 'COMPLAINT_SENSITIVITY' ? complaints : fees;
}
