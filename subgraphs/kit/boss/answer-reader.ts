import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { type Answer, type AnswerBytes, readAnswer } from './envelope.ts';

export interface AnswerReader {
  /** @throws Error, without content, where the answer cannot be read. */
  read(answer: AnswerBytes, signal: AbortSignal): Promise<Answer>;
  /** Starts the thread, if nobody has, and waits until it can read. */
  ready(): Promise<void>;
  /** Answers read on the thread so far, for tests. */
  readonly readApart: () => number;
  close(): Promise<void>;
}

/** Reading takes a quarter of a millisecond a KB: what is longer would hold up everybody for some six. */
export const SHORT_BYTES: number = 24 * 1_024;
/** And what is longer than this for fifty. */
const MEDIUM_BYTES = 8 * SHORT_BYTES;

/**
 * Reads short answers at once and long ones on a thread, one after the other. The
 * first long one starts it, and is not kept waiting if it is of medium length: until
 * the thread is up, which may take longer than somebody has time, those are read at
 * once too.
 *
 * Whoever has no more time does not wait; the thread finishes what it has begun.
 */
export function createAnswerReader(
  shortBytes: number = SHORT_BYTES,
  mediumBytes: number = MEDIUM_BYTES,
): AnswerReader {
  let pool: Piscina | undefined;
  let starting: Promise<Piscina> | undefined;
  let isUp = false;
  let readApart = 0;
  /** Settled when those before have been read. */
  let turn: Promise<unknown> = Promise.resolve();

  async function start(): Promise<Piscina> {
    pool = new Piscina({
      filename: fileURLToPath(new URL('./answer-worker.ts', import.meta.url)),
      minThreads: 1,
      maxThreads: 1,
    });
    await pool.run(undefined, { name: 'ready' });
    isUp = true;
    return pool;
  }

  function ready(): Promise<Piscina> {
    starting ??= start();
    return starting;
  }

  async function readOnThread(answer: AnswerBytes, signal: AbortSignal): Promise<Answer> {
    const thread = await ready();
    signal.throwIfAborted();
    readApart++;
    // Not the signal: a pool ends the thread to end what runs on it, and starts another.
    return (await thread.run(answer, { name: 'read' })) as Answer;
  }

  return {
    async read(answer, signal) {
      const { length } = answer.bytes;
      if (length <= shortBytes) return readAnswer(answer);
      // Whoever closes meanwhile ends the thread: nobody waits for it any more.
      ready().catch(() => {});
      if (!isUp && length <= mediumBytes) return readAnswer(answer);
      const read = turn.then(() => readOnThread(answer, signal));
      turn = read.catch(() => {});
      return Promise.race([read, aborted(signal)]);
    },
    async ready() {
      await ready();
    },
    readApart: () => readApart,
    async close() {
      await pool?.destroy();
    },
  };
}

/** Rejects when the signal does. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}
