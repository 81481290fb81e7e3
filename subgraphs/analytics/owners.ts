import { CUSTOMERS, type OwnedTables } from '#kit/owners';

export type Owned = 'customer' | 'subscriber' | 'treatment' | 'opportunity';

/** What analytics is asked for by id. */
export const OWNED: OwnedTables<Owned> = {
  customer: CUSTOMERS,
  subscriber: { table: 'subscriber_ref', id: 'subscriber_id' },
  treatment: { table: 'treatment', id: 'treatment_id' },
  opportunity: { table: 'opportunity', id: 'opportunity_id' },
};
