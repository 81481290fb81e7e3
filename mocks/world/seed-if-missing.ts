import { isSeeded, loadWorld } from './load.ts';
import { createProgress, type Progress } from './progress.ts';

export const DEFAULT_WORLD = { seed: 1, customers: 2_000 } as const;

/** Makes the default operator in this folder unless it is there. */
export async function seedIfMissing(dataDir: string, show: () => Progress = createProgress): Promise<void> {
  if (isSeeded(dataDir)) return;
  const progress = show();
  try {
    await loadWorld(dataDir, DEFAULT_WORLD, progress.update);
  } catch (error) {
    // Two starts at once: whoever is faster has made what both want.
    if (!isSeeded(dataDir)) throw error;
  } finally {
    progress.stop();
  }
}
