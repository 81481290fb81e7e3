/** Writes by TransIDO: each is done once, and told again to whoever asks again. */
import { isFailure, type Reply } from './operation.ts';

interface Done {
  readonly reply: Reply;
  /** It was done before; the reply is the first one. */
  readonly isRepeat: boolean;
}

export interface Transactions {
  once(key: string, perform: () => Reply | Promise<Reply>): Promise<Done>;
}

/** Writes remembered; the oldest go first. */
const MAX_KEPT = 10_000;

export function createTransactions(): Transactions {
  const done = new Map<string, Promise<Reply>>();
  return {
    async once(key, perform) {
      const before = done.get(key);
      if (before !== undefined) return { reply: await before, isRepeat: true };
      // Kept before it is done: a repeat may come while the first is on its way.
      const doing = Promise.resolve().then(perform);
      done.set(key, doing);
      for (const oldest of done.keys()) {
        if (done.size <= MAX_KEPT) break;
        done.delete(oldest);
      }
      try {
        const reply = await doing;
        // Nothing was done, so it may be tried again.
        if (isFailure(reply)) done.delete(key);
        return { reply, isRepeat: false };
      } catch (error) {
        done.delete(key);
        throw error;
      }
    },
  };
}
