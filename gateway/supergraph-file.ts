/** Follows the file of a supergraph: what is written there is put in use, or refused and said so. */
import { readFile, stat } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';

interface FollowOptions {
  readonly file: string;
  /** What the app began with. */
  readonly inUse: string;
  /** Looked at this often. Asking for the file's time works on every file system, and where files are replaced. */
  readonly intervalMs?: number;
}

/**
 * Logs a supergraph that can't be used, and the last good one stays. It is not
 * tried again until the file changes again.
 */
export function followSupergraphFile(app: FastifyInstance, options: FollowOptions): void {
  const { file, intervalMs = 500 } = options;
  let { inUse } = options;
  let seen = '';
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    try {
      const { mtimeMs, size, ino } = await stat(file);
      const now = `${mtimeMs} ${size} ${ino}`;
      if (now === seen) return;
      seen = now;
      const sdl = await readFile(file, 'utf8');
      if (sdl === inUse) return;
      const startedAt = performance.now();
      await app.reloadSupergraph(sdl);
      inUse = sdl;
      app.log.info({ durationMs: Math.round(performance.now() - startedAt) }, 'supergraph reloaded');
    } catch (error) {
      // A supergraph holds nothing personal, so its faults can be named.
      const reason = error instanceof Error ? error.message : String(error);
      app.log.error({ reason }, 'supergraph refused, the last good one stays');
    }
  }

  const timer = setInterval(() => {
    // One look after the other: a file that changes twice must not be overtaken by itself.
    looking ??= look().finally(() => {
      looking = undefined;
    });
  }, intervalMs);
  timer.unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await looking;
  });
}
