/** Counts tries, tells its parent, and is killed before it could do anything else. */
import { openStore, type StorePlace } from '#kit/testing/store';
import * as tables from '../migrations/001-tables.ts';
import { createAttemptsSource } from '../sources/attempts-sql.ts';

setInterval(() => {}, 1_000);
process.once('message', ({ place, who, tries }: { place: StorePlace; who: string; tries: number }) => {
  void openStore(place, { '001-tables': tables }).then(async (store) => {
    const attempts = createAttemptsSource(store);
    for (let at = 0; at < tries; at++) {
      await store.atomically((transaction) =>
        attempts.reserve([{ scope: 'CUSTOMER', who }], Date.now(), transaction),
      );
    }
    process.send?.('counted');
  });
});
