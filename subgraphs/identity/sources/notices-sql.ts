import type { WritableDatabase } from '#kit/writable-database';

export interface NoticesSource {
  /** Whether it is the first time for the customer; from now on it is not. */
  isFirst(customerId: string, now: number): boolean;
}

export function createNoticesSource(db: WritableDatabase): NoticesSource {
  const insert = db.prepare<{ id: number; at: number }, { customer_id: number }>((sql, { id, at }) =>
    sql('transaction_notice')
      .insert({ customer_id: id, spoken_at: at })
      .onConflict('customer_id')
      .ignore()
      .returning('customer_id'),
  );
  return { isFirst: (customerId, now) => insert({ id: Number(customerId), at: now }).length > 0 };
}
