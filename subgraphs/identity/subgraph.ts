import { createHmac } from 'node:crypto';
import type { AuditTrail } from '#kit/audit/trail';
import { type Clock, toDay } from '#kit/clock';
import type { Database } from '#kit/database';
import { CUSTOMERS, createOwners, createOwnersSource } from '#kit/owners';
import { createSubgraph, type Subgraph } from '#kit/subgraph';
import type { WritableDatabase } from '#kit/writable-database';
import type { Context, Parts } from './loaders.ts';
import type { PasswordSystem } from './password-system.ts';
import { resolvers } from './resolvers.ts';
import { createAttemptsSource } from './sources/attempts-sql.ts';
import { createAuthenticationsSource } from './sources/authentications-sql.ts';
import { createExportsSource } from './sources/exports-sql.ts';
import { createNoticesSource } from './sources/notices-sql.ts';
import { createPartiesSource } from './sources/parties-sql.ts';

export interface IdentityOptions {
  /** What identity itself keeps. */
  readonly store: WritableDatabase;
  /** The customer-data module (I07). */
  readonly crm: Database;
  /** The billing system's check of passwords (I09). */
  readonly passwords: PasswordSystem;
  readonly trail: AuditTrail;
  /** Signs receipts and approvals. */
  readonly receiptKey: Uint8Array;
  /** Business time; may stand still. */
  readonly clock: Clock;
  /** The real clock, epoch milliseconds. */
  readonly now?: () => number;
}

/** Who proves to be which customer, who approved what, and who looked. Owns no entity; names `Customer`. */
export function createIdentitySubgraph(options: IdentityOptions): Subgraph {
  const { store, crm, passwords, trail, receiptKey, clock, now = Date.now } = options;
  const owners = createOwnersSource(crm, {
    customer: CUSTOMERS,
    subscriber: { table: 'subscriber', id: 'subscriber_id' },
  });
  const parts: Parts = {
    store,
    ownersWithin: owners.ownersWithin,
    attempts: createAttemptsSource(store),
    log: createAuthenticationsSource(store),
    exports: createExportsSource(store),
    notices: createNoticesSource(store),
    parties: createPartiesSource(crm),
    passwords,
    trail,
    receiptKey,
    hash: (text) => createHmac('sha256', receiptKey).update(text).digest('hex').slice(0, 32),
    now,
    today: () => toDay(clock()),
  };
  return createSubgraph({
    name: 'identity',
    resolvers,
    createContext: (request): Context => ({ ...request, parts, owners: createOwners(owners, request) }),
  });
}
