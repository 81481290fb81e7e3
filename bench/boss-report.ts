/** What a run found, as Markdown. */
import type { CaseResult } from './boss-case.ts';
import type { Phase } from './boss-load.ts';
import { rounded, table } from './table.ts';

export function toMarkdown(results: readonly CaseResult[]): string {
  const speed = ({ perSecond, p50Ms, p99Ms }: Phase): string =>
    `${rounded(perSecond)} · ${Math.round(p50Ms)} / ${Math.round(p99Ms)}`;
  const all = (result: CaseResult, kind: 'failed' | 'touched' | 'wrong' | 'untyped'): string =>
    String(
      [result.before, result.during, result.healing, result.after].reduce((sum, each) => sum + each[kind], 0),
    );
  const rows = results.map((result) => [
    result.name,
    speed(result.before),
    speed(result.during),
    speed(result.after),
    (['customer-view', 'screen-pop'] as const)
      .map((name) => Math.round(result.during.slowestMs[name]))
      .join(' / '),
    `${result.during.withHoles} of ${result.during.requests}`,
    result.callsDuring === null ? '–' : String(result.callsDuring),
    all(result, 'failed'),
    all(result, 'touched'),
    all(result, 'wrong'),
    all(result, 'untyped'),
    (result.healing.wholeAfterMs / 1_000).toFixed(1),
    `${rounded(Math.max(0, result.grownMb))} · ${rounded(result.rssAfterMb)}`,
  ]);
  const head = [
    'fault',
    'before: answers/s · p50 / p99 ms',
    'during',
    'after',
    'slowest view / pop, ms',
    'with holes',
    'calls to BOSS',
    'failed HTTP',
    'others touched',
    'wrong value',
    'null or error untyped',
    'whole again, s',
    'memory grown · after, MB',
  ];
  return table(head, rows);
}

/** What must not have been, and where; empty where all is well. */
export function toComplaints(results: readonly CaseResult[]): string {
  return results
    .filter(({ problems }) => problems.length > 0)
    .map(({ name, problems, before, during, healing, after }) => {
      const samples = new Set([before, during, healing, after].flatMap((phase) => phase.samples));
      return [`${name}: ${problems.join(', ')}`, ...[...samples].map((text) => `  ${text}`), ''].join('\n');
    })
    .join('\n');
}
