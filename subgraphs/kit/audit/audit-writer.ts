/** The thread of the record, seen from the service: it is started, watched, and started again. */
import { Worker } from 'node:worker_threads';
import type { GraphQLError } from 'graphql';
import { appError } from '../errors.ts';
import type { FromWorker, Sent, ToWorker, WorkerOptions } from './audit-worker.ts';

export interface AuditWriter {
  readonly isHealthy: boolean;
  /** @throws AUDIT_UNAVAILABLE or LIMIT_REACHED, from the promise. */
  append(entry: Sent): Promise<void>;
  close(): Promise<void>;
}

interface Waiting {
  resolve(): void;
  reject(error: GraphQLError): void;
}

/** While the record can't be written, so often it is tried. */
const TEND_MS = 1_000;
/** So long after the last batch what comes is gathered: each costs the thread a transaction, and wakes it. */
const GATHER_MS = 2;
/** A disk may hang instead of failing: nobody waits longer for it. */
const STALLED_MS = 5_000;

/**
 * Ready once the file is open and its end is as it was left.
 *
 * @param report Told what somebody must look after, each thing once.
 * @throws Error where it is not, or can't be written.
 */
export async function openAuditWriter(
  options: WorkerOptions,
  report: (problem: string) => void,
): Promise<AuditWriter> {
  const sent = new Map<number, { readonly since: number; readonly waiting: readonly Waiting[] }>();
  let queue: { readonly text: string; readonly waiting: Waiting }[] = [];
  let nextId = 0;
  let flushedAt = 0;
  let worker: Worker | null = null;
  let isHealthy = false;
  let isProbing = false;
  let isClosing = false;
  let reported = '';

  function start(): Worker {
    const started = new Worker(new URL('./audit-worker.ts', import.meta.url), { workerData: options });
    let reason = 'the thread ended';
    started.on('message', onMessage);
    started.on('error', ({ message }: Error) => {
      reason = message;
    });
    started.on('exit', () => {
      worker = null;
      if (!isClosing) fail(reason);
      rejectAll();
    });
    isProbing = false;
    worker = started;
    return started;
  }

  const send = (message: ToWorker): void => worker?.postMessage(message);

  function onMessage(message: FromWorker): void {
    if (message.kind === 'problem') report(message.problem);
    else if (message.kind === 'ready') recover();
    else if (message.kind === 'failed') {
      if (message.id === null) isProbing = false;
      fail(message.reason);
      settle(message.id, ({ reject }) => reject(unavailable()));
    } else {
      const { id, results } = message;
      settle(id, ({ resolve, reject }, at) => (results[at] === 'limit' ? reject(limitReached()) : resolve()));
    }
  }

  function settle(id: number | null, each: (waiting: Waiting, at: number) => void): void {
    if (id === null) return;
    sent.get(id)?.waiting.forEach(each);
    sent.delete(id);
    // What came while the thread wrote goes to it as one message, and becomes one transaction.
    if (queue.length > 0) flushSoon();
  }

  function rejectAll(): void {
    for (const { waiting } of sent.values()) for (const { reject } of waiting) reject(unavailable());
    sent.clear();
    // These waited for those.
    for (const { waiting } of queue) waiting.reject(unavailable());
    queue = [];
  }

  function recover(): void {
    if (reported !== '') report('The record is written again.');
    isHealthy = true;
    isProbing = false;
    reported = '';
  }

  function fail(reason: string): void {
    isHealthy = false;
    if (reason === reported) return;
    reported = reason;
    report(`The record cannot be written (${reason}); what must be on record is refused.`);
  }

  function flushSoon(): void {
    const gathered = performance.now() - flushedAt;
    if (gathered >= GATHER_MS) setImmediate(flush);
    else setTimeout(flush, GATHER_MS - gathered);
  }

  function flush(): void {
    const batch = queue;
    queue = [];
    if (batch.length === 0) return;
    flushedAt = performance.now();
    const id = nextId++;
    sent.set(id, { since: performance.now(), waiting: batch.map(({ waiting }) => waiting) });
    send({ kind: 'append', id, entries: `[${batch.map(({ text }) => text).join()}]` });
    // It ended within this turn.
    if (!worker) rejectAll();
  }

  function tend(): void {
    const [oldest] = sent.values();
    if (oldest && performance.now() - oldest.since > STALLED_MS) {
      fail('it hangs');
      // What was sent may still be kept; whoever waits is not told so, which errs on the right side.
      rejectAll();
    }
    if (isHealthy || isProbing) return;
    isProbing = true;
    if (worker) send({ kind: 'probe' });
    else start();
  }

  await ready(start()).catch((error: Error) => {
    isClosing = true;
    throw new Error(`The record ${options.file} cannot be opened. ${error.message}`, { cause: error });
  });
  const tending = setInterval(tend, TEND_MS).unref();
  return {
    get isHealthy() {
      return isHealthy;
    },
    append(entry) {
      if (!isHealthy || isClosing) return Promise.reject(unavailable());
      const text = JSON.stringify(entry);
      return new Promise((resolve, reject) => {
        if (queue.length === 0 && sent.size === 0) flushSoon();
        queue.push({ text, waiting: { resolve, reject } });
      });
    },
    async close() {
      if (isClosing) return;
      flush();
      isClosing = true;
      clearInterval(tending);
      if (!worker) return;
      const ended = new Promise((resolve) => worker?.once('exit', resolve));
      send({ kind: 'close' });
      await ended;
    },
  };
}

function ready(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', ({ kind }: FromWorker) => {
      if (kind === 'ready') resolve();
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread ended.')));
  });
}

function unavailable(): GraphQLError {
  return appError(
    'AUDIT_UNAVAILABLE',
    'Who looks cannot be recorded at the moment, so this is not done. Try again soon.',
  );
}

function limitReached(): GraphQLError {
  return appError('LIMIT_REACHED', 'You have done this too often within the hour. Try again later.');
}
