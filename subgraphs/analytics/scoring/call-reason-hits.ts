/** How often the probable call reasons of a moment named what the customer then called about. */
import { monthsBefore, startOfDay } from '#kit/clock';
import type { CallReasonPolicy } from '../call-reason-policy.ts';
import { dayOf, isAsking } from './call-reason-rules.ts';
import { callReasons } from './call-reasons.ts';
import type { CustomerFacts } from './facts.ts';

/** Over contacts that customers began in the last three months, and of which the topic was noted. Rates are 0 to 1. */
export interface CallReasonHits {
  readonly contacts: number;
  /** Of them, those before which there was a reason at all. */
  readonly contactsWithReasons: number;
  /** Topic among those of the three reasons; without a reason it is none. */
  readonly hitRate: number;
  /** The same, of contacts before which there was a reason. */
  readonly hitRateWithReasons: number;
  /** What always saying the three most frequent topics of these contacts would have hit. */
  readonly baselineRate: number;
  /** Topics that the reasons named together, on average where there was one. */
  readonly topicsWithReasons: number;
  /** What the most frequent topics, as many as the reasons named, would have hit where there was a reason. */
  readonly baselineRateWithReasons: number;
}

export interface HitCounter {
  add(facts: CustomerFacts): void;
  finish(): CallReasonHits;
}

const MONTHS = 3;
const BASELINE_TOPICS = 3;

/**
 * Keeps counts only, however many customers are added. Both baselines know the topics of these very contacts, which no
 * forecast could: they are hard to beat.
 *
 * @param asOf Contacts of the three months before this day.
 */
export function createHitCounter(asOf: string, policy: CallReasonPolicy): HitCounter {
  const from = startOfDay(monthsBefore(asOf, MONTHS));
  const until = startOfDay(asOf);
  /** Contacts by topic, and by how many topics the reasons before them named. */
  const counts = new Map<string, number[]>();
  let contacts = 0;
  let contactsWithReasons = 0;
  let hits = 0;
  let named = 0;

  return {
    add(facts) {
      for (const contact of facts.contacts) {
        const { startedAt, topic } = contact;
        if (startedAt < from || startedAt >= until || topic === null || !isAsking(contact)) continue;
        const at = startedAt - 1;
        const topics = new Set(
          callReasons(withoutUntimed(facts, at), at, policy).flatMap((reason) => reason.topics),
        );
        contacts++;
        if (topics.size > 0) contactsWithReasons++;
        if (topics.has(topic)) hits++;
        named += topics.size;
        const bySize = counts.get(topic) ?? [];
        bySize[topics.size] = (bySize[topics.size] ?? 0) + 1;
        counts.set(topic, bySize);
      }
    },

    finish() {
      const frequent = [...counts.values()].sort((a, b) => total(b) - total(a));
      let baseline = 0;
      let asManyTopics = 0;
      frequent.forEach((bySize, nth) => {
        if (nth < BASELINE_TOPICS) baseline += total(bySize);
        // The nth topic is said where more than so many are.
        asManyTopics += total(bySize.slice(nth + 1));
      });
      return {
        contacts,
        contactsWithReasons,
        hitRate: rate(hits, contacts),
        hitRateWithReasons: rate(hits, contactsWithReasons),
        baselineRate: rate(baseline, contacts),
        topicsWithReasons: rate(named, contactsWithReasons),
        baselineRateWithReasons: rate(asManyTopics, contactsWithReasons),
      };
    },
  };
}

/**
 * The facts without what can't be known of a moment of the past: whether a line was suspended then, and what of the month
 * was used by then. So SUSPENDED and ALLOWANCE_SPENT are never among the reasons measured. A contact of the last day could
 * have them, but the facts were copied after it.
 */
function withoutUntimed(facts: CustomerFacts, at: number): CustomerFacts {
  const month = dayOf(at).slice(0, 7);
  return {
    ...facts,
    lines: facts.lines.map((line) => ({
      ...line,
      status: 'UNKNOWN',
      months: line.months.filter((one) => one.month < month),
    })),
  };
}

function total(counts: readonly number[]): number {
  let sum = 0;
  // Lists have gaps, which this skips.
  counts.forEach((count) => {
    sum += count;
  });
  return sum;
}

function rate(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
