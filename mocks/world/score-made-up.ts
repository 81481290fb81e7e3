import type { Progress } from '#kit/progress';
import { EMBEDDED } from '#kit/source-config';
import { runJob } from '../../subgraphs/analytics/scoring/run-job.ts';

/** Scores the made-up operator of a folder as any other: by the job, with the model that is there. */
export function scoreMadeUp(dataDir: string, { update }: Progress): Promise<unknown> {
  return runJob({ config: EMBEDDED, dataDir, isFull: true, onProgress: update });
}
