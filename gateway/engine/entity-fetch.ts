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
import { answerKeys } from './answer-keys.ts';
import { type EntitySlot, type Gathered, gather, mergeEntities } from './entity-slot.ts';
import { failuresOfEntities } from './failures.ts';
import { compileFetch, type Fetch, type Transports } from './fetch.ts';
import { compilePath } from './flatten-path.ts';
import type { JsonObject } from './json.ts';
import { compileRepresentation } from './representation.ts';
import { compileRewrites } from './rewrites.ts';
import type { Run, Step } from './run.ts';
import type { Supergraph } from './supergraph.ts';
import type { SubgraphAnswer } from './transport.ts';

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
    return receive(fetch, run, variables, slots, gathered, supergraph.interfaces);
  };
}

async function receive(
  fetch: Fetch,
  run: Run,
  variables: JsonObject,
  slots: readonly EntitySlot[],
  gathered: readonly Gathered[],
  vague: ReadonlySet<string>,
): Promise<void> {
  const answer = await fetch.send(run, variables);
  slots.forEach((slot, at) => {
    const own = gathered[at];
    if (own && own.representations.length > 0) mergeEntities(slot, own, answer, vague);
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
