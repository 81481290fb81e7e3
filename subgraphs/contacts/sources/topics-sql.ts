/** Names of what contacts are about 业务名称. */
import type { Database } from '#kit/database';
import type { Topic } from '../model.ts';

/**
 * Topics are reference data, a few dozen that are the same for everybody. All
 * are read at once and used this long: a new name may be shown a minute late.
 */
const LIFE_MS = 60_000;

export interface TopicsSource {
  /** Every topic, by code. */
  all(): Promise<ReadonlyMap<string, Topic>>;
}

export function createTopicsSource(db: Database): TopicsSource {
  const readAll = db.prepare<Record<never, never>, Topic>((sql) => sql('topic').select('code', 'name'));
  let known: Promise<ReadonlyMap<string, Topic>> | undefined;
  let goodUntil = 0;

  async function read(): Promise<ReadonlyMap<string, Topic>> {
    try {
      return new Map((await readAll({})).map((topic) => [topic.code, topic]));
    } catch (error) {
      goodUntil = 0;
      throw error;
    }
  }

  return {
    all() {
      const now = performance.now();
      if (known === undefined || now >= goodUntil) {
        goodUntil = now + LIFE_MS;
        known = read();
      }
      return known;
    },
  };
}
