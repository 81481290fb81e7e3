/**
 * One POST and its answer, within bounds: a deadline for all of it, however
 * the bytes drip, and a cap on the size of the answer.
 */
import type { Dispatcher, Pool } from 'undici';

export interface ExchangeLimits {
  /** From sending to the last byte of the answer. */
  readonly deadlineMs: number;
  readonly maxBytes: number;
}

export interface Reply {
  readonly status: number;
  readonly body: Buffer;
}

/** Why there is no reply. `left`: who asked does not wait any more. */
export type ExchangeFault = 'timeout' | 'unavailable' | 'too-large' | 'left';

const NOTHING = Buffer.alloc(0);

/**
 * A body is most often one chunk, which stays as it is. Others are copied together
 * as they come: to hold a chunk costs a hundred bytes, and it may have one.
 */
function append(body: Buffer, size: number, chunk: Buffer): Buffer {
  if (size === 0) return chunk;
  const length = size + chunk.length;
  if (length <= body.length) {
    chunk.copy(body, size);
    return body;
  }
  const longer = Buffer.allocUnsafeSlow(length * 2);
  body.copy(longer, 0, 0, size);
  chunk.copy(longer, size);
  return longer;
}

/** @param toError Says a fault in words; what it returns is thrown. */
export function exchange(
  pool: Pool,
  options: Dispatcher.DispatchOptions,
  { deadlineMs, maxBytes }: ExchangeLimits,
  signal: AbortSignal | undefined,
  toError: (fault: ExchangeFault, cause?: unknown) => Error,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let isOver = false;
    let status = 0;
    let size = 0;
    let body: Buffer = NOTHING;

    const leave = (): void => fail('left');
    const timer = setTimeout(fail, deadlineMs, 'timeout');

    function end(): boolean {
      if (isOver) return false;
      isOver = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', leave);
      return true;
    }
    function fail(fault: ExchangeFault, cause?: unknown): void {
      if (!end()) return;
      const error = toError(fault, cause);
      reject(error);
      // Not begun where it still waits for a connection: then it is stopped when it begins.
      controller?.abort(error);
    }

    if (signal?.aborted) {
      fail('left');
      return;
    }
    signal?.addEventListener('abort', leave);
    pool.dispatch(options, {
      onRequestStart(started) {
        controller = started;
        if (isOver) started.abort(toError('left'));
      },
      onResponseStart(_, statusCode, headers) {
        status = statusCode;
        if (Number(headers['content-length']) > maxBytes) fail('too-large');
      },
      onResponseData(_, chunk) {
        if (isOver) return;
        if (size + chunk.length > maxBytes) {
          fail('too-large');
          return;
        }
        body = append(body, size, chunk);
        size += chunk.length;
      },
      onResponseEnd() {
        if (end()) resolve({ status, body: body.subarray(0, size) });
      },
      onResponseError(_, cause) {
        fail('unavailable', cause);
      },
    });
  });
}
