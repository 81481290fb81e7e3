/** Counts tries, tells its parent, and is killed before it could do anything else. */
import { openWritableSqlite } from '#kit/writable-database';
import * as tables from '../migrations/001-tables.ts';
import { createAttemptsSource } from '../sources/attempts-sql.ts';

setInterval(() => {}, 1_000);
process.once('message', ({ file, who, tries }: { file: string; who: string; tries: number }) => {
  void openWritableSqlite(file, { '001-tables': tables }).then((db) => {
    const attempts = createAttemptsSource(db);
    for (let at = 0; at < tries; at++) attempts.reserve([{ scope: 'CUSTOMER', who }], Date.now());
    process.send?.('counted');
  });
});
