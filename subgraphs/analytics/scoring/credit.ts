/** How reliably a customer pays: the share of bills expected to be paid late, from his own and everybody's. */
import { addMonths, daysBetween, monthsBefore } from '#kit/clock';
import type { ScoreReason } from '../model.ts';
import { oneDecimal } from '../rules/units.ts';
import { type BandedScore, bandOf } from './bands.ts';
import type { CustomerFacts, LateBillFact } from './facts.ts';
import type { ValuePolicy } from './value-policy.ts';

/** Beta distribution of the share of late bills over all customers. Plain numbers, to be handed to another thread. */
export interface CreditPopulation {
  /** Share of bills paid late. */
  readonly mean: number;
  /** Bills that the prior weighs as much as: α + β. */
  readonly strength: number;
}

export interface CreditAccumulator {
  add(facts: CustomerFacts): void;
  finish(): CreditPopulation;
}

/** Where nobody has a bill to learn from: one in twenty is late. */
const DEFAULT_MEAN = 0.05;
const DEFAULT_STRENGTH = 20;
/** A population in which all are alike, or each always the same, still leaves room for doubt. */
const LEAST_STRENGTH = 0.5;
const MOST_STRENGTH = 500;
const YEAR = 12;

/**
 * First of two passes: the prior by moments of the counts as they are, not decayed. With n bills and k late ones of each
 * customer, μ = Σk/Σn, and Σ(k − nμ)² = μ(1 − μ)·(Σn + ρΣn(n − 1)) gives ρ, of which strength = 1/ρ − 1.
 */
export function createCreditAccumulator(asOf: string): CreditAccumulator {
  let bills = 0;
  let late = 0;
  let billsSquared = 0;
  let lateSquared = 0;
  let product = 0;
  return {
    add(facts) {
      let n = 0;
      let k = 0;
      for (const isLate of billsOf(facts, asOf).values()) {
        n++;
        if (isLate) k++;
      }
      bills += n;
      late += k;
      billsSquared += n * n;
      lateSquared += k * k;
      product += n * k;
    },
    finish() {
      if (bills === 0) return { mean: DEFAULT_MEAN, strength: DEFAULT_STRENGTH };
      // Half a late bill more, so that a population without one expects few, and not none.
      const mean = (late + 0.5) / (bills + 1);
      const deviation = lateSquared - 2 * mean * product + mean * mean * billsSquared;
      const rho = (deviation / (mean * (1 - mean)) - bills) / (billsSquared - bills);
      // NaN, where nobody has two bills, and no spread beyond chance: all alike, as far as can be seen.
      const strength = rho > 0 ? 1 / rho - 1 : MOST_STRENGTH;
      return { mean, strength: Math.min(MOST_STRENGTH, Math.max(LEAST_STRENGTH, strength)) };
    },
  };
}

/**
 * Second pass. Score = 100 × (1 − share of bills expected late), which is (mean × strength + own late bills) / (strength +
 * own bills). Own bills count half after each half-life. While one is unpaid the score stays below HIGH.
 *
 * Contributions are points, and add up to the score's distance from that of the whole population: own bills, then what an
 * unpaid one takes away. The longest delay is a fact beside it that counts nothing.
 *
 * @param population Of the same day.
 * @returns Null for somebody who never had a line.
 */
export function creditScore(
  facts: CustomerFacts,
  { mean, strength }: CreditPopulation,
  asOf: string,
  { creditBands, creditHalfLifeMonths }: ValuePolicy,
): BandedScore | null {
  if (facts.lines.length === 0) return null;
  const running = asOf.slice(0, 7);
  let bills = 0;
  let late = 0;
  for (const [month, isLate] of billsOf(facts, asOf)) {
    const weight = 2 ** (-monthsBetween(month, running) / creditHalfLifeMonths);
    bills += weight;
    if (isLate) late += weight;
  }
  const expected = (mean * strength + late) / (strength + bills);
  const ownValue = oneDecimal(100 * (1 - expected));
  const overdue = lateBillsOf(facts, asOf);
  const unpaid = overdue.filter(({ paidOn }) => paidOn === null);
  const value = unpaid.length === 0 ? ownValue : Math.min(ownValue, oneDecimal(creditBands.high - 0.1));
  return {
    value,
    band: bandOf(value, creditBands),
    reasons: reasonsOf(overdue, asOf, {
      own: oneDecimal(ownValue - oneDecimal(100 * (1 - mean))),
      unpaid: oneDecimal(value - ownValue),
    }),
  };
}

interface Points {
  readonly own: number;
  readonly unpaid: number;
}

function reasonsOf(overdue: readonly LateBillFact[], asOf: string, points: Points): ScoreReason[] {
  const yearAgo = monthsBefore(asOf, YEAR);
  const ofYear = overdue.filter(({ dueOn }) => dueOn >= yearAgo).length;
  const longest = Math.max(0, ...overdue.map(({ dueOn, paidOn }) => daysBetween(dueOn, paidOn ?? asOf)));
  const unpaid = overdue.filter(({ paidOn }) => paidOn === null).length;
  const reasons: ScoreReason[] = [
    {
      code: 'LATE_BILLS',
      textZh: `近12个月逾期账单${ofYear}期`,
      textEn: `Bills paid late in 12 months: ${ofYear}`,
      contribution: points.own,
    },
  ];
  if (longest > 0) {
    reasons.push({
      code: 'LONGEST_DELAY',
      textZh: `最长逾期${longest}天`,
      textEn: `Longest delay: ${longest} days`,
      contribution: 0,
    });
  }
  if (unpaid > 0) {
    reasons.push({
      code: 'UNPAID_NOW',
      textZh: `现有${unpaid}期账单逾期未缴`,
      textEn: `Bills overdue and unpaid now: ${unpaid}`,
      contribution: points.unpaid,
    });
  }
  return reasons;
}

/**
 * Months billed, and whether each bill was late; one bill a month, whoever pays for however many lines. A bill comes in the
 * month after, is due in it, and counts from the month after that: before, only late ones could be told.
 */
function billsOf({ lines }: CustomerFacts, asOf: string): Map<string, boolean> {
  const until = addMonths(asOf.slice(0, 7), -1);
  const bills = new Map<string, boolean>();
  for (const { months } of lines) {
    for (const { month } of months) if (month < until) bills.set(month, false);
  }
  for (const { lateBills } of lines) {
    for (const { month, dueOn } of lateBills) if (bills.has(month) && dueOn < asOf) bills.set(month, true);
  }
  return bills;
}

/** Due before `asOf`, of several lines of one payer once; a payment of the day itself is not known yet. */
function lateBillsOf({ lines }: CustomerFacts, asOf: string): LateBillFact[] {
  const byMonth = new Map<string, LateBillFact>();
  for (const { lateBills } of lines) {
    for (const bill of lateBills) {
      if (bill.dueOn >= asOf) continue;
      const paidOn = bill.paidOn !== null && bill.paidOn < asOf ? bill.paidOn : null;
      const other = byMonth.get(bill.month);
      // Of two payers, the one who is worse.
      if (other === undefined || (other.paidOn !== null && (paidOn === null || paidOn > other.paidOn))) {
        byMonth.set(bill.month, { ...bill, paidOn });
      }
    }
  }
  return [...byMonth.values()];
}

function monthsBetween(from: string, to: string): number {
  return (
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7))
  );
}
