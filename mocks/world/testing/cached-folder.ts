import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

/**
 * A folder for what takes long to make, of one state of the code that makes it.
 *
 * @param madeBy Patterns of the files that decide what is in it: a change of one gives another folder.
 * @param prefix What its name begins with.
 */
export function cachedFolder(madeBy: readonly string[], prefix = ''): string {
  const made = createHash('sha256');
  for (const file of globSync(madeBy, { cwd: ROOT }).sort()) made.update(readFileSync(join(ROOT, file)));
  return join(ROOT, `node_modules/.cache/panorama/${prefix}${made.digest('hex').slice(0, 12)}`);
}
