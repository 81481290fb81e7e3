/** Scores, as the scoring job left them: the table `score`. No row, no score. */
import { z } from 'zod';
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import { jsonColumn } from '#kit/json-column';
import type { Score } from '../model.ts';

interface ScoreRow {
  subject_id: number;
  kind: Score['kind'];
  value: number;
  band: NonNullable<Score['band']>;
  reasons: string;
  model_version: string;
  as_of: string;
}

const COLUMNS: readonly (keyof ScoreRow)[] = [
  'subject_id',
  'kind',
  'value',
  'band',
  'reasons',
  'model_version',
  'as_of',
];

const readReasons = jsonColumn(
  'analytics',
  'a record',
  z.array(z.object({ code: z.string(), textZh: z.string(), textEn: z.string(), contribution: z.number() })),
);

export interface ScoresSource {
  /** Computed scores of several customers or lines in one statement. */
  bySubjects(
    subject: 'CUSTOMER' | 'SUBSCRIBER',
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Score[]>>;
}

export function createScoresSource(db: Database): ScoresSource {
  const read = db.prepare<{ subject: string; ids: readonly number[] }, ScoreRow>((sql, { subject, ids }) =>
    sql('score').select(COLUMNS).where({ subject }).where(db.oneOf('subject_id', ids)),
  );
  return {
    async bySubjects(subject, ids) {
      const rows = await read({ subject, ids: toIds(ids) });
      const bySubject = Map.groupBy(rows, (row) => String(row.subject_id));
      return new Map([...bySubject].map(([id, scores]) => [id, scores.map(toScore)]));
    },
  };
}

function toScore(row: ScoreRow): Score {
  return {
    kind: row.kind,
    state: 'COMPUTED',
    value: row.value,
    band: row.band,
    reasons: readReasons(row.reasons),
    modelVersion: row.model_version,
    asOf: row.as_of,
  };
}
