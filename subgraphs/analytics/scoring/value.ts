/** What a customer is worth to us, as a place among all customers, and what we stand to lose with a line. */
import { addMonths, daysBetween } from '#kit/clock';
import { oneDecimal, yuanText } from '../rules/units.ts';
import { type BandedScore, bandOf } from './bands.ts';
import type { CustomerFacts, LineFacts } from './facts.ts';
import { DAYS_PER_MONTH } from './gamma-poisson.ts';
import { createAmountCounter, percentileOf, type Spread } from './percentiles.ts';
import type { ValuePolicy } from './value-policy.ts';

const MONTHS = 6;

export interface ValueAccumulator {
  add(facts: CustomerFacts): void;
  finish(): Spread;
}

/** First of two passes: how mean charges are spread over the customers with a line in use. Constant memory. */
export function createValueAccumulator(asOf: string): ValueAccumulator {
  const counter = createAmountCounter();
  return {
    add({ lines }) {
      if (!lines.some((line) => isInUse(line, asOf))) return;
      const charges = chargesOf(lines, asOf);
      if (charges !== null) counter.add(charges.meanFen);
    },
    finish: () => counter.finish(),
  };
}

/**
 * Second pass. The score is the percentile of the mean monthly charge of all the customer's lines over the last six full
 * months, those before the first line left out.
 *
 * Contributions are points, and add up to the score's distance from 50, the middle customer: what a line is charged puts
 * the customer where he would be with one such line, and having more than one lifts him from there. Months on net are a
 * fact beside it that counts nothing.
 *
 * @param population Of the same day.
 * @returns Null without a line in use, or before the first full month.
 */
export function valueScore(
  { lines }: CustomerFacts,
  population: Spread,
  asOf: string,
  { valueBands }: ValuePolicy,
): BandedScore | null {
  const inUse = lines.filter((line) => isInUse(line, asOf));
  const charges = inUse.length === 0 ? null : chargesOf(lines, asOf);
  if (charges === null) return null;
  const { meanFen, meanOfLineFen, months } = charges;
  const value = oneDecimal(percentileOf(meanFen, population));
  const ofLine = oneDecimal(percentileOf(meanOfLineFen, population));
  const netMonths = Math.floor(daysBetween(firstDay(lines, asOf), asOf) / DAYS_PER_MONTH);
  const each = meanOfLineFen === meanFen ? null : yuanText(meanOfLineFen);
  return {
    value,
    band: bandOf(value, valueBands),
    reasons: [
      {
        code: 'MEAN_CHARGE',
        textZh: `近${months}个月月均消费${yuanText(meanFen)}元${each === null ? '' : `，每个号码${each}元`}`,
        textEn: `${yuanText(meanFen)} yuan a month over ${months} months${each === null ? '' : `, ${each} a line`}`,
        contribution: oneDecimal(ofLine - 50),
      },
      {
        code: 'LINES',
        textZh: `在用号码${inUse.length}个`,
        textEn: `Lines in use: ${inUse.length}`,
        contribution: oneDecimal(value - ofLine),
      },
      {
        code: 'MONTHS_ON_NET',
        textZh: `入网${netMonths}个月`,
        textEn: `Months on net: ${netMonths}`,
        contribution: 0,
      },
    ],
  };
}

/**
 * What we stand to lose with one line, 分: chance to lose it × margin × months × its mean monthly charge.
 *
 * @param p60 Chance of losing the line within 60 days, 0 to 1.
 * @param meanChargeFen A month, as `lineMeanChargeFen` has it.
 */
export function expectedLossFen(
  p60: number,
  meanChargeFen: number,
  { margin, months }: Pick<ValuePolicy, 'margin' | 'months'>,
): number {
  return Math.round(p60 * margin * months * meanChargeFen);
}

/** Mean monthly charge of a line over the last six full months, those in which it was held; 0 in its first month. */
export function lineMeanChargeFen(line: LineFacts, asOf: string): number {
  return chargesOf([line], asOf)?.meanFen ?? 0;
}

interface Charges {
  /** A month, of all lines together and of one of them, whole 分. */
  readonly meanFen: number;
  readonly meanOfLineFen: number;
  /** In which there was a line, at most six. */
  readonly months: number;
}

function chargesOf(lines: readonly LineFacts[], asOf: string): Charges | null {
  const running = asOf.slice(0, 7);
  const from = addMonths(running, -MONTHS);
  const seen = new Set<string>();
  let sumFen = 0;
  let lineMonths = 0;
  for (const { months } of lines) {
    for (const { month, chargeFen } of months) {
      if (month < from || month >= running) continue;
      seen.add(month);
      sumFen += chargeFen;
      lineMonths++;
    }
  }
  if (lineMonths === 0) return null;
  return {
    meanFen: Math.round(sumFen / seen.size),
    meanOfLineFen: Math.round(sumFen / lineMonths),
    months: seen.size,
  };
}

function isInUse({ status, closedOn }: LineFacts, asOf: string): boolean {
  return status !== 'CLOSED' && status !== 'PRE_CLOSED' && (closedOn === null || closedOn >= asOf);
}

function firstDay(lines: readonly LineFacts[], asOf: string): string {
  return lines.map(({ openedOn }) => openedOn).sort()[0] ?? asOf;
}
