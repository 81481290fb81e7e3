import { createProgress, type Progress } from '#kit/progress';
import { isSeeded, loadWorld } from './load.ts';
import { SYSTEMS } from './load-job.ts';
import { scoreMadeUp } from './score-made-up.ts';

export const MAKING_UP = { heading: `Making up an operator: ${SYSTEMS.join(', ')}.`, unit: 'customers' };

export const DEFAULT_WORLD = { seed: 1, customers: 2_000 } as const;

/** Makes the default operator in this folder unless it is there. */
export async function seedIfMissing(
  dataDir: string,
  show = (): Progress => createProgress(MAKING_UP),
): Promise<void> {
  if (isSeeded(dataDir)) return;
  const progress = show();
  try {
    await loadWorld(dataDir, DEFAULT_WORLD, progress.update, {
      finish: (dir) => scoreMadeUp(dir, progress),
    });
  } catch (error) {
    // Two starts at once: whoever is faster has made what both want.
    if (!isSeeded(dataDir)) throw error;
  } finally {
    progress.stop();
  }
}
