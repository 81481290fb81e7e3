import type { Checked } from '../../sources/read-each.ts';

/**
 * Whether a source says anything of an id. One that it does not know is absent or, where it can tell that
 * from one without anything, an Error.
 */
export function tells(found: Checked<unknown>, id: string): boolean {
  return found.has(id) && !(found.get(id) instanceof Error);
}
