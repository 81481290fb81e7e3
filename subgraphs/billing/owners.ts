import { CUSTOMERS, type OwnedTables } from '#kit/owners';

export type Owned = 'customer' | 'subscriber' | 'account';

/** What billing is asked for by id. Bills and payments have the id of their account first, buckets that of account or line. */
export const OWNED: OwnedTables<Owned> = {
  customer: CUSTOMERS,
  subscriber: { table: 'subscriber_ref', id: 'subscriber_id' },
  account: { table: 'account', id: 'account_id' },
};
