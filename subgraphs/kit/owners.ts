/**
 * Whose is a thing, if that is somebody within a viewer's reach: customers and
 * what belongs to them, all that is asked of a level in one statement.
 */
import DataLoader from 'dataloader';
import type { Database } from './database.ts';
import { toId, toIds } from './ids.ts';
import { outOfReach, type ReachParams, toReachParams, withinReach } from './reach.ts';
import type { SubgraphRequest } from './subgraph.ts';
import type { Reach } from './viewer.ts';

/** Where a kind of thing is kept, with the `customer_id` of whom it belongs to. */
export interface OwnedTable {
  readonly table: string;
  readonly id: string;
}

/** `customer` and what else a subgraph knows by id. */
export type OwnedTables<Kind extends string> = Readonly<Record<Kind, OwnedTable>>;

/** Every customer belongs to himself. */
export const CUSTOMERS: OwnedTable = { table: 'customer_reach', id: 'customer_id' };

interface Thing<Kind extends string> {
  readonly kind: Kind;
  readonly id: string;
}

type OwnersParams = ReachParams & { readonly [ids: `ids of ${string}`]: readonly number[] };

interface OwnerRow {
  readonly kind: string;
  readonly id: number;
  readonly customer_id: number;
}

export interface OwnersSource<Kind extends string> {
  /** By `nameOf`: the customers of those things whose customer is within reach. */
  ownersWithin(things: readonly Thing<Kind>[], reach: Reach): Promise<ReadonlyMap<string, string>>;
}

export function createOwnersSource<Kind extends string>(
  db: Database,
  tables: OwnedTables<Kind>,
): OwnersSource<Kind> {
  const kinds = Object.keys(tables) as Kind[];
  const within = db.prepare<OwnersParams, OwnerRow>((sql, params) => {
    const ofKind = (kind: Kind) => {
      const { table, id } = tables[kind];
      return sql({ own: table })
        .select({ kind: sql.raw('?', [kind]), id: `own.${id}`, customer_id: 'own.customer_id' })
        .where(db.oneOf(`own.${id}`, params[`ids of ${kind}`]));
    };
    // MySQL would keep what was found of all kinds in a table before it looks who is within reach.
    if (db.dialect === 'mysql') {
      const [first, ...others] = kinds.map((kind) =>
        ofKind(kind).where(withinReach(sql, db, 'own.customer_id', params)),
      );
      return requireOne(first).unionAll(others);
    }
    const [first, ...others] = kinds.map(ofKind);
    return sql
      .select('kind', 'id', 'customer_id')
      .from(requireOne(first).unionAll(others).as('thing'))
      .where(withinReach(sql, db, 'thing.customer_id', params));
  });
  return {
    async ownersWithin(things, reach) {
      const ids = kinds.map((kind) => {
        const ofKind = things.flatMap((thing) => (thing.kind === kind ? thing.id : []));
        return [`ids of ${kind}`, toIds(ofKind)];
      });
      const rows = await within({ ...Object.fromEntries(ids), ...toReachParams(reach) });
      return new Map(rows.map((row) => [nameOf(row), String(row.customer_id)]));
    },
  };
}

function requireOne<Q>(first: Q | undefined): Q {
  if (first === undefined) throw new TypeError('There must be a kind of thing.');
  return first;
}

function nameOf({ kind, id }: { readonly kind: string; readonly id: string | number }): string {
  return `${kind} ${id}`;
}

/** Of one request. Notes who was looked at, and what was asked for out of reach. */
export interface Owners<Kind extends string> {
  /**
   * The customer to whom a thing belongs.
   *
   * @throws FORBIDDEN where he is out of reach, or there is no such thing: a viewer
   *   who may not see everybody is not told which.
   */
  require(kind: Kind, id: string): Promise<string>;
}

export function createOwners<Kind extends string>(
  source: OwnersSource<Kind>,
  { viewer, accesses }: SubgraphRequest,
): Owners<Kind> {
  const loader = new DataLoader<Thing<Kind>, string | null>(
    async (things) => {
      const owners = await source.ownersWithin(things, viewer.reach);
      return things.map((thing) => {
        const owner = owners.get(nameOf(thing)) ?? null;
        if (owner !== null) accesses.saw(owner);
        else accesses.refused(thing.kind === 'customer' && toId(thing.id) !== null ? thing.id : null);
        return owner;
      });
    },
    { name: 'owners', maxBatchSize: 1_000, cache: false },
  );
  // What DataLoader has cached it gives with the next batch. Who has been looked up must not wait for
  // that: what is read next would come too late for the statement that reads it for others.
  const known = new Map<string, Promise<string>>();
  async function requireAnew(thing: Thing<Kind>): Promise<string> {
    const owner = await loader.load(thing);
    if (owner === null) throw outOfReach();
    return owner;
  }
  return {
    require(kind, id) {
      const thing = { kind, id };
      const name = nameOf(thing);
      let owner = known.get(name);
      if (owner === undefined) {
        owner = requireAnew(thing);
        known.set(name, owner);
      }
      return owner;
    },
  };
}
