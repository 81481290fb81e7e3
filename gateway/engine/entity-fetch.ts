/**
 * Asks a subgraph for more of entities that others have found: gathers them,
 * sends each one once however often it stands in the data, and merges what
 * comes back into every place.
 */
import type {
  BatchFetchNode,
  EntityBatchAlias,
  FetchNode,
  FlattenNodePathSegment,
} from '@graphql-hive/router-query-planner';
import { type AnswerKeys, answerKeys } from './answer-keys.ts';
import { failuresOfEntities } from './failures.ts';
import { compileFetch, type Fetch, type Transports } from './fetch.ts';
import { compilePath, type FlattenPath } from './flatten-path.ts';
import { copy, isObject, type JsonObject, mergeInto } from './json.ts';
import { compileRepresentation, type Represent } from './representation.ts';
import { compileRewrites, type Rewrites } from './rewrites.ts';
import type { Run, Step } from './run.ts';
import type { Supergraph } from './supergraph.ts';
import type { SubgraphAnswer } from './transport.ts';

/** One list of entities in a fetch: a fetch of its own, or one of several in a batch. */
export interface EntitySlot {
  /** Its key in the subgraph's answer. */
  readonly key: string;
  readonly variable: string;
  readonly paths: readonly FlattenPath[];
  readonly represent: Represent;
  readonly input: Rewrites | undefined;
  readonly output: Rewrites | undefined;
  readonly keys: AnswerKeys;
}

/** What one request sends in a slot. */
export interface Gathered {
  readonly representations: JsonObject[];
  /** The places in the data of each representation. */
  readonly places: JsonObject[][];
}

export function compileEntityFetch(
  node: FetchNode,
  path: readonly FlattenNodePathSegment[],
  supergraph: Supergraph,
  transports: Transports,
  isRepeated: boolean,
): Step {
  const { requires = [], inputRewrites = [], outputRewrites = [] } = node;
  const slot = {
    alias: '_entities',
    representationsVariableName: 'representations',
    paths: [[...path]],
    requires,
    inputRewrites,
    outputRewrites: outputRewrites.map(withoutEntities),
  };
  return compileSlots(node, [slot], supergraph, transports, isRepeated);
}

export function compileBatchFetch(
  node: BatchFetchNode,
  supergraph: Supergraph,
  transports: Transports,
  isRepeated: boolean,
): Step {
  return compileSlots(node, node.entityBatch.aliases, supergraph, transports, isRepeated);
}

function compileSlots(
  node: FetchNode | BatchFetchNode,
  aliases: readonly EntityBatchAlias[],
  supergraph: Supergraph,
  transports: Transports,
  isRepeated: boolean,
): Step {
  const fetch = compileFetch(node, transports, isRepeated);
  const slots = aliases.map(
    (each): EntitySlot => ({
      key: each.alias,
      variable: each.representationsVariableName,
      paths: each.paths.map((path) => compilePath(path, supergraph)),
      represent: compileRepresentation(each.requires, supergraph),
      input: compileRewrites(each.inputRewrites, supergraph),
      output: compileRewrites(each.outputRewrites, supergraph),
      keys: answerKeys(fetch.document, supergraph, each.alias),
    }),
  );

  return (run) => {
    const gathered = slots.map((slot) => gather(slot, run.data));
    if (gathered.every(({ representations }) => representations.length === 0)) return undefined;
    const variables: JsonObject = {};
    slots.forEach(({ variable }, at) => {
      variables[variable] = gathered[at]?.representations;
    });
    return receive(fetch, run, variables, slots, gathered);
  };
}

async function receive(
  fetch: Fetch,
  run: Run,
  variables: JsonObject,
  slots: readonly EntitySlot[],
  gathered: readonly Gathered[],
): Promise<void> {
  const answer = await fetch.send(run, variables);
  slots.forEach((slot, at) => {
    const own = gathered[at];
    if (own && own.representations.length > 0) mergeEntities(slot, own, answer);
  });
  if (answer.errors || !isWhole(answer, slots, gathered)) {
    run.failures.push(...failuresOfEntities(fetch.source, answer, slots, gathered, run.data));
  }
}

/** Whether each list has as many entities as were asked for, known or not. */
function isWhole(
  { data }: SubgraphAnswer,
  slots: readonly EntitySlot[],
  gathered: readonly Gathered[],
): boolean {
  return slots.every(({ key }, at) => {
    const asked = gathered[at]?.representations.length ?? 0;
    const entities = data?.[key];
    return asked === 0 || (Array.isArray(entities) && entities.length === asked);
  });
}

function gather({ paths, represent, input }: EntitySlot, data: JsonObject): Gathered {
  const objects: JsonObject[] = [];
  for (const path of paths) path.collect(data, objects);

  const representations: JsonObject[] = [];
  const places: JsonObject[][] = [];
  const known = objects.length > 1 ? new Map<string, JsonObject[]>() : undefined;
  for (const object of objects) {
    const representation = represent(object);
    if (!representation) continue;
    input?.apply(representation);
    const key = known && JSON.stringify(representation);
    const others = key === undefined ? undefined : known?.get(key);
    if (others) {
      others.push(object);
      continue;
    }
    const own = [object];
    if (key !== undefined) known?.set(key, own);
    representations.push(representation);
    places.push(own);
  }
  return { representations, places };
}

function mergeEntities({ key, output, keys }: EntitySlot, gathered: Gathered, answer: SubgraphAnswer): void {
  const entities = answer.data?.[key];
  // A list of another length would give one entity what is said of another.
  if (!Array.isArray(entities) || entities.length !== gathered.places.length) return;
  output?.apply(entities);
  gathered.places.forEach((places, at) => {
    const entity: unknown = entities[at];
    if (isObject(entity)) {
      // In a second place it must not be the same object: parts of it are merged into on their own.
      for (const [nth, place] of places.entries()) mergeInto(place, nth === 0 ? entity : copy(entity));
    } else if (entity === null) {
      // The subgraph does not know the entity: there is nothing, and that is known.
      for (const place of places) for (const name of keys(place['__typename'])) place[name] ??= null;
    }
  });
}

/** The plan may count the list of entities into the path of a rewrite, or begin at the entity. */
function withoutEntities<R extends NonNullable<FetchNode['outputRewrites']>[number]>(rewrite: R): R {
  const strip = <W extends { path: { Key?: string }[] }>(written: W): W => ({
    ...written,
    path: written.path[0]?.Key === '_entities' ? written.path.slice(1) : written.path,
  });
  if ('KeyRenamer' in rewrite) return { ...rewrite, KeyRenamer: strip(rewrite.KeyRenamer as never) };
  if ('ValueSetter' in rewrite) return { ...rewrite, ValueSetter: strip(rewrite.ValueSetter as never) };
  return strip(rewrite as never);
}
