import { type BossClient, createBossClient } from './boss/client.ts';
import { isFailure } from './boss/outcomes.ts';
import type { SourceConfig } from './source-config.ts';

/**
 * @param report Told of each call that failed: operation, outcome and time, nothing of who was asked about.
 * @returns Null where none is configured.
 */
export function openBoss({ boss }: SourceConfig, report: (event: object) => void): BossClient | null {
  if (boss === null) return null;
  return createBossClient({
    ...boss,
    report(call) {
      if (isFailure(call.outcome)) report({ event: 'boss-call-failed', ...call });
    },
  });
}
