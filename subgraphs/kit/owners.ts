/**
 * Whose is a thing, if that is somebody within a viewer's reach: customers and
 * what belongs to them, all that is asked of a level in one statement.
 */
import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import type { Database, Statement } from './database.ts';
import { toId, toIds } from './ids.ts';
import { outOfReach, type ReachParams, reaches, toReachParams } from './reach.ts';
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
  const prepare = (asked: readonly Kind[]): Statement<OwnersParams, OwnerRow> =>
    db.prepare((sql, params) => {
      const [first, ...others] = asked.map((kind) => {
        const { table, id } = tables[kind];
        const things = table === CUSTOMERS.table ? sql({ reach: table }) : joined(sql, table);
        const own = table === CUSTOMERS.table ? 'reach' : 'own';
        return things
          .select({ kind: sql.raw('?', [kind]), id: `${own}.${id}`, customer_id: 'reach.customer_id' })
          .where(db.oneOf(`${own}.${id}`, params[`ids of ${kind}`]))
          .where(reaches(sql, db, params));
      });
      if (!first) throw new TypeError('There must be a kind of thing.');
      return first.unionAll(others);
    });
  // One for those kinds that are asked for together: each costs, also where nothing is asked of it.
  const statements = new Map(
    subsetsOf(kinds).flatMap((asked) => (asked.length === 0 ? [] : [[asked.join(), prepare(asked)]])),
  );
  return {
    async ownersWithin(things, reach) {
      const ids = new Map<Kind, string[]>();
      for (const { kind, id } of things) {
        const ofKind = ids.get(kind);
        if (ofKind) ofKind.push(id);
        else ids.set(kind, [id]);
      }
      const asked = kinds.filter((kind) => ids.has(kind));
      const within = statements.get(asked.join());
      if (!within) return new Map();
      const lists = asked.map((kind) => [`ids of ${kind}`, toIds(ids.get(kind) ?? [])]);
      const rows = await within({ ...Object.fromEntries(lists), ...toReachParams(reach) });
      return new Map(rows.map((row) => [nameOf(row), String(row.customer_id)]));
    },
  };
}

/** Each in order; the empty one too. */
function subsetsOf<T>([first, ...others]: readonly T[]): T[][] {
  if (first === undefined) return [[]];
  return subsetsOf(others).flatMap((set) => [set, [first, ...set]]);
}

function joined(sql: Knex, table: string): Knex.QueryBuilder {
  return sql({ own: table }).join({ reach: 'customer_reach' }, 'reach.customer_id', 'own.customer_id');
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
