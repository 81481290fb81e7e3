import type { WritableDatabase } from '#kit/writable-database';

export interface NoticesSource {
  /** Whether it is the first time for the customer; from now on it is not. */
  isFirst(customerId: string, now: number): Promise<boolean>;
}

export function createNoticesSource(db: WritableDatabase): NoticesSource {
  const insert = db.prepareWrite<{ id: number; at: number }>((sql, { id, at }) =>
    sql('transaction_notice').insert({ customer_id: id, spoken_at: at }).onConflict('customer_id').ignore(),
  );
  return { isFirst: async (customerId, now) => (await insert({ id: Number(customerId), at: now })) > 0 };
}
