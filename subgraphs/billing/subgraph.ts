import type { AuditTrail } from '#kit/audit/trail';
import { type Clock, onceADay, toDay } from '#kit/clock';
import type { Database } from '#kit/database';
import { createOwners, createOwnersSource } from '#kit/owners';
import { createSubgraph, type Subgraph } from '#kit/subgraph';
import { createItemisedAccess } from './itemised-access.ts';
import { type Context, createLoaders } from './loaders.ts';
import { OWNED } from './owners.ts';
import { resolvers } from './resolvers.ts';
import { createReplicaSources } from './source-adapters.ts';
import type { OpenSources } from './sources.ts';

interface BillingOptions {
  /** Signs, at identity, what billing must believe of it: who approved an export. */
  readonly receiptKey: Uint8Array;
  /** Where it is recorded who took records out. */
  readonly trail: AuditTrail;
  /** The real clock, epoch milliseconds: `clock` may stand still. */
  readonly now?: () => number;
  /** From `createBillingSources`; without, the replica serves every section. */
  readonly sources?: OpenSources;
}

/**
 * Money and use: accounts, bills, payments, balances, arrears, and what each
 * line used. Owns `Account`, `Bill`, `Payment` and `Bucket`; adds to `Customer`
 * and `Subscriber`.
 */
export function createBillingSubgraph(
  db: Database,
  clock: Clock,
  { receiptKey, trail, now = Date.now, sources = fromReplica(db) }: BillingOptions,
): Subgraph {
  const owners = createOwnersSource(db, OWNED);
  const dayOf = onceADay(toDay);
  const itemised = createItemisedAccess(receiptKey, now);
  return createSubgraph({
    name: 'billing',
    resolvers,
    createContext: (request): Context => {
      const today = dayOf(clock());
      const runningMonth = today.slice(0, 7);
      return {
        today,
        runningMonth,
        viewer: request.viewer,
        owners: createOwners(owners, request),
        loaders: createLoaders(sources(request.pace), today, runningMonth),
        itemised,
        trail,
      };
    },
  });
}

function fromReplica(db: Database): OpenSources {
  const sources = createReplicaSources(db);
  return () => sources;
}
