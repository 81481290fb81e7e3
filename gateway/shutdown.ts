/** Stops on a signal: no new work, what has begun finishes, then the process ends. */
import type { FastifyInstance } from 'fastify';

interface StopOptions {
  /** What has begun gets this long; then its connections are cut. */
  readonly timeoutMs: number;
  exit(code: number): void;
}

export function stopOnSignals(app: FastifyInstance, { timeoutMs, exit }: StopOptions): void {
  const stop = (signal: string): void => {
    app.log.info({ signal }, 'stopping');
    const cut = setTimeout(() => {
      app.log.warn('connections cut');
      app.server.closeAllConnections();
    }, timeoutMs);
    app.close().then(
      () => {
        clearTimeout(cut);
        exit(0);
      },
      () => exit(1),
    );
  };
  // A second signal finds the default: the impatient can end the process at once.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
}
