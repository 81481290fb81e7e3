/** The ways in which BOSS misbehaves, in the order in which it does. */
import type { PlannedFault } from './boss-stage.ts';

/** A fault of mocks/boss/faults.ts, or the end of its process. */
export type Case = { readonly name: string } & (PlannedFault | { readonly isKill: true });

export const CASES: readonly Case[] = [
  { name: 'hang', fault: 'hang' },
  { name: 'delay 2000', fault: 'delay', param: 2_000 },
  { name: 'drop', fault: 'drop' },
  { name: 'drip', fault: 'drip' },
  { name: 'truncate', fault: 'truncate', param: 500 },
  { name: 'truncated-cdata', fault: 'truncated-cdata' },
  { name: 'gbk-bytes', fault: 'gbk-bytes' },
  { name: '2998-2009', fault: '2998-2009' },
  { name: 'rsptype-1', fault: 'rsptype-1' },
  { name: 'http-500', fault: 'http-500' },
  { name: 'wrong-transido', fault: 'wrong-transido' },
  { name: 'huge', fault: 'huge', param: 2_000_000 },
  // Not more than is accepted: all of it is read.
  { name: 'huge accepted', fault: 'huge', param: 900_000 },
  { name: 'entity-bomb', fault: 'entity-bomb' },
  { name: 'deep', fault: 'deep', param: 1_000 },
  { name: 'killed', isKill: true },
];

/** @throws Error that says which there are. */
export function pickCases(names: string): Case[] {
  return names.split(',').map((name) => {
    const found = CASES.find((each) => each.name === name);
    if (found) return found;
    throw new Error(`There is no ${name}. There are: ${CASES.map((each) => each.name).join(', ')}.`);
  });
}
