import { Pool } from 'undici';
import type { HttpRequest } from './envelope.ts';
import type { Fault } from './outcomes.ts';

interface Received {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

interface Failed {
  readonly fault: Fault;
  readonly cause?: unknown;
}

export interface Exchange {
  /**
   * Posts once.
   *
   * @param signal Ends it at whatever point it is: a server that sends a byte a second is as slow as one
   *   that sends nothing.
   */
  post(request: HttpRequest, signal: AbortSignal): Promise<Received | Failed>;
  close(): Promise<void>;
}

interface ExchangeOptions {
  readonly url: string;
  readonly maxBytes: number;
}

export function createExchange({ url, maxBytes }: ExchangeOptions): Exchange {
  const { origin, pathname } = new URL(url);
  const prefix = pathname.replace(/\/$/, '');
  // As many connections as calls, which each operation bounds for itself: were they bounded for all of them,
  // operations that hang would take those of the others. And the signal is the one clock.
  const pool = new Pool(origin, { connections: null, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 });

  async function post({ path, body }: HttpRequest, signal: AbortSignal): Promise<Received | Failed> {
    const response = await pool.request({
      method: 'POST',
      path: prefix + path,
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
      body,
      signal,
    });
    const { statusCode, headers } = response;
    if (statusCode !== 200) {
      await response.body.dump({ limit: maxBytes, signal });
      return { fault: 'HTTP_STATUS' };
    }
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response.body as AsyncIterable<Buffer>) {
      size += chunk.length;
      // Leaving the loop hangs up.
      if (size > maxBytes) return { fault: 'TOO_LARGE' };
      chunks.push(chunk);
    }
    if (headers['content-encoding'] !== undefined) return { fault: 'UNREADABLE' };
    return { contentType: String(headers['content-type'] ?? ''), bytes: Buffer.concat(chunks) };
  }

  return {
    post: (request, signal) =>
      post(request, signal).catch((cause: unknown) => ({
        fault: signal.aborted ? 'TIMEOUT' : 'UNREACHABLE',
        cause,
      })),
    close: () => pool.close(),
  };
}

const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether nothing can have arrived, so that asking again asks once. */
export function hasNeverConnected({ cause }: { readonly cause?: unknown }): boolean {
  return (
    typeof cause === 'object' && cause !== null && 'code' in cause && NEVER_CONNECTED.has(String(cause.code))
  );
}
