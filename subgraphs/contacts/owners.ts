import { toId } from '#kit/ids';
import { CUSTOMERS, type OwnedTables, type Owners } from '#kit/owners';
import { outOfReach } from '#kit/reach';
import { customerOf } from './ids.ts';

export type Owned = 'customer' | 'response';

/** What contact history is asked for by id; most ids carry their customer: see ids.ts. */
export const OWNED: OwnedTables<Owned> = {
  customer: CUSTOMERS,
  response: { table: 'response', id: 'response_id' },
};

/**
 * @param id Of a contact, ticket or service request.
 * @throws FORBIDDEN where its customer is out of reach.
 */
export async function requireOwnerOf(id: string, owners: Owners<Owned>): Promise<void> {
  const number = toId(id);
  if (number === null) throw outOfReach();
  await owners.require('customer', String(customerOf(number)));
}
