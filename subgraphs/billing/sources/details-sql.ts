/**
 * Itemised records 清单, from the billing replica. Read only. A month of a line
 * is one JSON text, oldest record first:
 * `[kind, second of the month, charge in 分, peer, seconds, kilobytes]`, where
 * kind is V, S, M or D, and what does not apply is null or left out at the end.
 *
 * The other party is masked here, so that nothing above ever holds a number.
 */
import { z } from 'zod';
import { startOfDay } from '#kit/clock';
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import { jsonColumn } from '#kit/json-column';
import type { UsageRecord } from '../model.ts';
import { maskNumber } from '../usage-records.ts';
import { type Checked, readEach } from './read-each.ts';

interface DetailRow {
  readonly subscriber_id: number;
  readonly month: string;
  readonly records: string;
}

const KINDS = { V: 'VOICE', S: 'SMS', M: 'MMS', D: 'DATA' } as const;

const parseRecords = jsonColumn(
  'billing',
  'itemised records',
  z.array(
    z.tuple([
      z.literal(['V', 'S', 'M', 'D']),
      z.int(),
      z.int(),
      z.string().nullish(),
      z.int().nullish(),
      z.int().nullish(),
    ]),
  ),
);

export interface DetailsSource {
  /**
   * The records kept of one month, newest first. A line whose records of that
   * month are not kept is absent; one that had none is there, and empty.
   */
  bySubscribers(subscriberIds: readonly string[], month: string): Promise<Checked<readonly UsageRecord[]>>;
}

export function createDetailsSource(db: Database): DetailsSource {
  const ofMonth = db.prepare<{ ids: readonly number[]; month: string }, DetailRow>((sql, { ids, month }) =>
    sql('usage_detail')
      .select('subscriber_id', 'month', 'records')
      .where(db.oneOf('subscriber_id', ids))
      .where('month', month),
  );

  return {
    bySubscribers: async (subscriberIds, month) =>
      readEach(
        await ofMonth({ ids: toIds(subscriberIds), month }),
        (row) => row.subscriber_id,
        (rows) => rows.flatMap(readRecords),
      ),
  };
}

function readRecords({ subscriber_id, month, records }: DetailRow): UsageRecord[] {
  const begin = startOfDay(`${month}-01`);
  const idPrefix = `${subscriber_id}-${month.replace('-', '')}`;
  return parseRecords(records)
    .map(
      ([code, second, chargeFen, peer, seconds, kilobytes], position): UsageRecord => ({
        usageId: `${idPrefix}-${position}`,
        position,
        kind: KINDS[code],
        startedAtSeconds: begin + second,
        peerMasked: peer == null ? null : maskNumber(peer),
        seconds: seconds ?? null,
        kilobytes: kilobytes ?? null,
        chargeFen,
      }),
    )
    .toReversed();
}
