/** Follows the file of a supergraph: what is written there is put in use, or refused and said so. */
import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import type { FastifyInstance } from 'fastify';

/** Looked at this often. Asking for the file's time works on every file system, and where files are replaced. */
const INTERVAL_MS = 500;

/**
 * @throws Nothing: a supergraph that can't be used is logged, and the last good one stays. It is not
 *   tried again until the file changes again.
 */
export function followSupergraphFile(app: FastifyInstance, file: string, intervalMs = INTERVAL_MS): void {
  let inUse = readFileSync(file, 'utf8');
  let queue = Promise.resolve();

  const reload = async (): Promise<void> => {
    try {
      const sdl = readFileSync(file, 'utf8');
      if (sdl === inUse) return;
      const startedAt = performance.now();
      await app.reloadSupergraph(sdl);
      inUse = sdl;
      app.log.info({ durationMs: Math.round(performance.now() - startedAt) }, 'supergraph reloaded');
    } catch (error) {
      app.log.error({ reason: reasonOf(error) }, 'supergraph refused, the last good one stays');
    }
  };
  const onChange = (): void => {
    // One after the other: a file that changes twice must not be overtaken by itself.
    queue = queue.then(reload);
  };
  watchFile(file, { interval: intervalMs, persistent: false }, onChange);
  app.addHook('onClose', async () => {
    unwatchFile(file, onChange);
    await queue;
  });
}

/** A supergraph holds nothing personal, so its faults can be named. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
