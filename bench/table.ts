/** Markdown tables of measured figures. */
import type { Spread } from './statistics.ts';

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, at) => (at === 0 ? '---' : '--:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** The median, and from where to where the rounds went. */
export function ranged({ median, min, max }: Spread): string {
  if (Number.isNaN(median)) return '–';
  const [low, high] = [rounded(min), rounded(max)];
  return low === high ? low : `${rounded(median)} (${low}–${high})`;
}

export function times({ median }: Spread): string {
  return Number.isNaN(median) ? '–' : `${rounded(median)}×`;
}

/** Three digits that count. */
export function rounded(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (Math.abs(value) < 0.01) return '0';
  return value >= 100 ? Math.round(value).toLocaleString('en') : Number(value.toPrecision(3)).toString();
}
