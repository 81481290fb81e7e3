import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadWorld, SYSTEMS } from './load.ts';
import { createProgress } from './progress.ts';

export const DEFAULT_WORLD = { seed: 1, customers: 2_000 } as const;

/** Makes the default operator in this folder unless it is there. */
export async function seedIfMissing(dataDir: string): Promise<void> {
  if (isSeeded(dataDir)) return;
  const progress = createProgress();
  try {
    await loadWorld(dataDir, DEFAULT_WORLD, progress.update);
  } catch (error) {
    // Two starts at once: whoever renames first has made what both want.
    if (!isSeeded(dataDir)) throw error;
  } finally {
    progress.stop();
  }
}

export function isSeeded(dataDir: string): boolean {
  return SYSTEMS.every((system) => existsSync(join(dataDir, `${system}.sqlite`)));
}
