/** The fixed numbers of the named cases, by index. */
import { FIXED_LINE } from './ids.ts';

const PREFIX = 13_808_000_001;
/** The phone that three customers left with us; nobody's line. */
export const SHARED_PHONE = String(PREFIX + 42);
export const SHARED_BY = new Set([42, 43, 44]);
/** Numbers that do not follow from the index. */
const NUMBERS: ReadonlyMap<number, string> = new Map([
  [4, String(PREFIX + 3)],
  [6, '13008000007'],
  [15, '02888000016'],
  [24, '02888000025'],
  [46, '13901000047'],
]);

const PROSPECT = 41;
const WITHOUT_MOBILE = new Set([15, 24]);

/** Fixed numbers of lines. The three with the shared phone have lines like anybody. */
export function numberAt(index: number): string {
  return NUMBERS.get(index) ?? String(PREFIX + index);
}

export function lineAt(index: number): number | null {
  if (index === PROSPECT || SHARED_BY.has(index)) return null;
  return WITHOUT_MOBILE.has(index) ? FIXED_LINE : 0;
}
