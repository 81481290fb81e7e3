/** Stops on a signal: asks for no more work, what has begun finishes, then the process ends. */
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Asks whoever sends it work to send it elsewhere; what comes is still answered. */
    becomeUnready(): void;
  }
}

interface StopOptions {
  /**
   * It answers for this long before it closes. Closing resets
   * connections whose request it has not read, and at the signal there are some.
   */
  readonly lingerMs?: number;
  /** What has begun gets this long; then its connections are cut. */
  readonly timeoutMs: number;
  exit(code: number): void;
}

export function stopOnSignals(app: FastifyInstance, { lingerMs = 500, timeoutMs, exit }: StopOptions): void {
  const close = (): void => {
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
  const stop = (signal: string): void => {
    app.log.info({ signal }, 'stopping');
    app.becomeUnready();
    setTimeout(close, lingerMs);
  };
  // A second signal finds the default: the impatient can end the process at once.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
}
