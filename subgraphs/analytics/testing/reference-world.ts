/** The made-up operator that the committed model was fitted on, made once for a state of the generator. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadWorld } from '../../../mocks/world/load.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Enough to learn from; itemised records, which no score looks at, are left out but for a month. */
export const REFERENCE = { seed: 1, customers: 20_000, detailMonths: 1 } as const;

/** @returns The folder of its databases, in which nobody is scored until somebody does it. */
export async function seedReferenceWorld(): Promise<string> {
  const made = createHash('sha256');
  const files = globSync(['mocks/world/**/*.ts', 'subgraphs/*/migrations/*.ts'], { cwd: ROOT });
  for (const file of files.sort()) made.update(readFileSync(join(ROOT, file)));
  const dir = join(ROOT, `node_modules/.cache/panorama/reference-${made.digest('hex').slice(0, 12)}`);
  if (!existsSync(join(dir, 'crm.sqlite'))) await loadWorld(dir, REFERENCE, () => {});
  return dir;
}
