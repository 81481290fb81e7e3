/** The body of a thread that rewrites the tables of a file, generation by generation, and says when it is done. */
import { parentPort, workerData } from 'node:worker_threads';
import { openBulkStore } from '../bulk-store.ts';
import { COLUMNS, TABLES } from './bulk.ts';

const { file, generations, rows } = workerData as { file: string; generations: number; rows: number };

const store = await openBulkStore({ file }, 'things');
for (let generation = 1; generation <= generations; generation++) {
  for (const table of TABLES) {
    await store.beginNext(table);
    for (let from = 0; from < rows; from += 1_000) {
      const piece = Array.from({ length: 1_000 }, (_, nth) => [from + nth, `第${nth}号`, generation]);
      await store.write(`${table}_next`, COLUMNS, piece);
    }
  }
  await store.swapNext(TABLES);
}
await store.close();
parentPort?.postMessage('done');
