/** Scores, as the scoring job left them: the table `score`. No row, no score. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import type { Score } from '../model.ts';
import { type ScoreSubject, scored } from '../score-subjects.ts';

interface ScoreRow {
  subject: ScoreSubject;
  subject_id: number;
  kind: Score['kind'];
  value: number;
  band: NonNullable<Score['band']>;
  reasons: string;
  model_version: string;
  as_of: string;
}

const COLUMNS: readonly (keyof ScoreRow)[] = [
  'subject',
  'subject_id',
  'kind',
  'value',
  'band',
  'reasons',
  'model_version',
  'as_of',
];

export interface ScoresSource {
  /**
   * Computed scores of customers and lines in one statement.
   *
   * @param subjects As `scored` names them.
   */
  bySubjects(subjects: readonly string[]): Promise<ReadonlyMap<string, Score[]>>;
}

export function createScoresSource(db: Database): ScoresSource {
  const read = db.prepare<{ customers: readonly number[]; lines: readonly number[] }, ScoreRow>(
    (sql, { customers, lines }) =>
      sql('score')
        .select(COLUMNS)
        .whereRaw("subject = 'CUSTOMER'")
        .where(db.oneOf('subject_id', customers))
        .unionAll(
          sql('score')
            .select(COLUMNS)
            .whereRaw("subject = 'SUBSCRIBER'")
            .where(db.oneOf('subject_id', lines)),
        ),
  );
  return {
    async bySubjects(subjects) {
      const rows = await read({
        customers: idsOf('CUSTOMER', subjects),
        lines: idsOf('SUBSCRIBER', subjects),
      });
      const bySubject = Map.groupBy(rows, (row) => scored(row.subject, String(row.subject_id)));
      return new Map([...bySubject].map(([subject, scores]) => [subject, scores.map(toScore)]));
    },
  };
}

function idsOf(subject: ScoreSubject, subjects: readonly string[]): number[] {
  const prefix = scored(subject, '');
  return toIds(subjects.flatMap((one) => (one.startsWith(prefix) ? one.slice(prefix.length) : [])));
}

function toScore(row: ScoreRow): Score {
  return {
    kind: row.kind,
    state: 'COMPUTED',
    value: row.value,
    band: row.band,
    reasonsText: row.reasons,
    modelVersion: row.model_version,
    asOf: row.as_of,
  };
}
