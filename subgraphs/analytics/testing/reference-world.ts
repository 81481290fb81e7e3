/** The made-up operator that the committed model was fitted on, made once for a state of the generator. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadWorld } from '../../../mocks/world/load.ts';
import { cachedFolder } from '../../../mocks/world/testing/cached-folder.ts';

/** Enough to learn from; itemised records, which no score looks at, are left out but for a month. */
export const REFERENCE = { seed: 1, customers: 20_000, detailMonths: 1 } as const;

/** @returns The folder of its databases, in which nobody is scored until somebody does it. */
export async function seedReferenceWorld(): Promise<string> {
  const dir = cachedFolder(['mocks/world/**/*.ts', 'subgraphs/*/migrations/*.ts'], 'reference-');
  if (!existsSync(join(dir, 'crm.sqlite'))) await loadWorld(dir, REFERENCE, () => {});
  return dir;
}
