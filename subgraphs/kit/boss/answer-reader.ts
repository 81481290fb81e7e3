import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { type Answer, type AnswerBytes, readAnswer } from './envelope.ts';

export interface AnswerReader {
  /** @throws Error, without content, where the answer cannot be read. */
  read(answer: AnswerBytes, signal: AbortSignal): Promise<Answer>;
  /** Answers read on the thread so far, for tests. */
  readonly readApart: () => number;
  close(): Promise<void>;
}

/** Longer ones hold up everybody for more than a millisecond or two. */
export const SHORT_BYTES: number = 64 * 1_024;

/** Reads short answers at once and long ones on a thread, which starts with the first of them. */
export function createAnswerReader(shortBytes: number = SHORT_BYTES): AnswerReader {
  let pool: Piscina<AnswerBytes, Answer> | undefined;
  return {
    async read(answer, signal) {
      if (answer.bytes.length <= shortBytes) return readAnswer(answer);
      pool ??= new Piscina({
        filename: fileURLToPath(new URL('./answer-worker.ts', import.meta.url)),
        name: 'read',
        minThreads: 0,
        maxThreads: 1,
        idleTimeout: 10_000,
      });
      return pool.run(answer, { signal });
    },
    readApart: () => pool?.completed ?? 0,
    async close() {
      await pool?.destroy();
    },
  };
}
