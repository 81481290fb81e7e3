/** Links of each channel's desktop 常用功能区 (V12). */
import type { Database } from '#kit/database';
import type { CommonFunction } from '../model.ts';

interface FunctionRow extends CommonFunction {
  readonly channel: string;
}

export interface CommonFunctionsSource {
  /** In the order of the desktop; a channel without links is absent. */
  byChannels(channels: readonly string[]): Promise<ReadonlyMap<string, readonly CommonFunction[]>>;
}

export function createCommonFunctionsSource(db: Database): CommonFunctionsSource {
  const byChannels = db.prepare<{ channels: readonly string[] }, FunctionRow>((sql, { channels }) =>
    sql('common_function')
      .select('channel', 'code', 'name', 'path')
      .where(db.oneOf('channel', channels))
      .orderBy(['channel', 'position']),
  );

  return {
    async byChannels(channels) {
      return Map.groupBy(await byChannels({ channels }), (row) => row.channel);
    },
  };
}
