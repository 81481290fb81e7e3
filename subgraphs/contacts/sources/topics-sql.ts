/** Names of what contacts are about 业务名称. */
import type { Database } from '#kit/database';
import type { Topic } from '../model.ts';

export interface TopicsSource {
  byCodes(codes: readonly string[]): Promise<ReadonlyMap<string, Topic>>;
}

export function createTopicsSource(db: Database): TopicsSource {
  const byCodes = db.prepare<{ codes: readonly string[] }, Topic>((sql, { codes }) =>
    sql('topic').select('code', 'name').where(db.oneOf('code', codes)),
  );

  return {
    async byCodes(codes) {
      const topics = await byCodes({ codes });
      return new Map(topics.map((topic) => [topic.code, topic]));
    },
  };
}
