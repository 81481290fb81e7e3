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

/**
 * Reads short answers at once and long ones on a thread. The first long one starts
 * it, and is not kept waiting: until the thread is up, which may take longer than
 * somebody has time, long ones are read at once too.
 */
export function createAnswerReader(shortBytes: number = SHORT_BYTES): AnswerReader {
  let pool: Piscina | undefined;
  let starting: Promise<void> | undefined;
  let isUp = false;
  let readApart = 0;

  async function start(): Promise<void> {
    pool = new Piscina({
      filename: fileURLToPath(new URL('./answer-worker.ts', import.meta.url)),
      minThreads: 1,
      maxThreads: 1,
    });
    await pool.run(undefined, { name: 'ready' });
    isUp = true;
  }

  function ready(): Promise<void> {
    starting ??= start();
    return starting;
  }

  return {
    async read(answer, signal) {
      if (answer.bytes.length <= shortBytes) return readAnswer(answer);
      // Whoever closes meanwhile ends the thread: nobody waits for it any more.
      ready().catch(() => {});
      if (!pool || !isUp) return readAnswer(answer);
      readApart++;
      return (await pool.run(answer, { name: 'read', signal })) as Answer;
    },
    ready,
    readApart: () => readApart,
    async close() {
      await pool?.destroy();
    },
  };
}
