/**
 * The engine against one schema of the same data, by thousands of generated
 * operations; and against `@apollo/gateway`, wherever that is right.
 *
 * To repeat a failure, give what its message says:
 *   ORACLE_GRAPH=shop ORACLE_SEED=1 ORACLE_PATH=17:3:2 npm run test:unit -- gateway/engine/oracle.test.ts
 * To search further: ORACLE_RUNS=10 (times as many) with another ORACLE_SEED.
 */
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { GraphQLError, parse } from 'graphql';
import { arbitraryOperation, type GeneratedOperation } from './testing/arbitrary-operation.ts';
import { disagreementOf } from './testing/disagreements.ts';
import { createEngineExecute } from './testing/engine-execute.ts';
import { type ComposedGraph, composeGraph } from './testing/graph.ts';
import { createMediaGraph } from './testing/graphs/media.ts';
import { createShopGraph } from './testing/graphs/shop.ts';
import { createSocialGraph } from './testing/graphs/social.ts';
import { createTelecomGraph } from './testing/graphs/telecom.ts';
import { createMonolithExecute } from './testing/monolith.ts';
import { type Execute, faultsOfErrors, plainData, type Truth } from './testing/oracle.ts';
import { createStockExecute } from './testing/stock.ts';
import { STOCK_FAULTS } from './testing/stock-faults.ts';

const RUNS = 500 * Number(process.env['ORACLE_RUNS'] ?? 1);
/** Planners take up to their deadline for some of its operations. */
const FEWER_RUNS: Readonly<Record<string, number>> = { media: 0.25 };
/** The stock planner takes minutes for some that are longer. */
const LONGEST_FOR_STOCK = 500;
const SEED = Number(process.env['ORACLE_SEED'] ?? 1);
const PATH = process.env['ORACLE_PATH'];
const ONLY = process.env['ORACLE_GRAPH'];

type Asked = Pick<GeneratedOperation, 'document' | 'variables'>;

function createBench(graph: ComposedGraph) {
  const { supergraphSdl, schemasByName, monolith, unboundMonolith, reset } = graph;
  /** Each answers the same state of the data, whatever the one before did to it. */
  const afresh =
    (execute: Execute) =>
    async ({ document, variables }: Asked) => {
      reset();
      return execute(document, variables);
    };
  const answer = afresh(createMonolithExecute(monolith));
  const unbound = afresh(createMonolithExecute(unboundMonolith));
  return {
    engine: afresh(createEngineExecute(supergraphSdl, schemasByName)),
    stock: afresh(createStockExecute(supergraphSdl, schemasByName)),
    truth: async (asked: Asked): Promise<Truth> => ({
      answer: await answer(asked),
      unbound: await unbound(asked),
    }),
  };
}

const graphs = [createShopGraph(), createMediaGraph(), createSocialGraph(), createTelecomGraph()]
  .filter(({ name }) => ONLY === undefined || name === ONLY)
  .map(composeGraph);

/**
 * Operations that the engine refuses, with a typed error: a mutation whose
 * fields are at odds in what they require, and what no planner can plan in time.
 * Refused is not wrong; how many are is counted below.
 */
function skipRefused(error: Error): never {
  fc.pre(!isRefusal(error));
  throw error;
}

/**
 * Where a plan asks for several things of an entity at once and one of them is
 * not known of it, the others are lost: null, with an error that says so.
 */
function skipUnknown({ errors = [] }: Awaited<ReturnType<Execute>>): void {
  fc.pre(
    !errors.some(({ message }) => message === 'The system behind this field did not say anything of it.'),
  );
}

function isRefusal(error: Error): boolean {
  if (!(error instanceof GraphQLError)) return error.message.startsWith("The operation can't be planned.");
  return (
    error.extensions['code'] === 'PLANNING_TIMEOUT' || error.message.startsWith("A mutation can't ask for")
  );
}

describe.each(graphs)('the engine over $name', (graph) => {
  const { engine, stock, truth } = createBench(graph);
  const arbitrary = arbitraryOperation(graph.monolith, graph.samples);
  const run = (numRuns: number, property: (operation: GeneratedOperation) => Promise<void>) =>
    fc.assert(fc.asyncProperty(arbitrary, property), {
      numRuns: Math.ceil(numRuns * (FEWER_RUNS[graph.name] ?? 1)),
      seed: SEED,
      ...(PATH !== undefined && { path: PATH }),
    });

  it('answers generated operations as one schema would', async () => {
    await run(RUNS, async (operation) => {
      const expected = await truth(operation);
      const given = await engine(operation).catch(skipRefused);
      skipUnknown(given);

      expect(plainData(given)).toEqual(plainData(expected.answer));
      // Hive's planner makes needless fetches about interface objects, which fail at no field of the client's.
      fc.pre(given.errors?.every(({ path }) => path !== undefined) ?? true);
      expect(faultsOfErrors(expected, given)).toEqual([]);
    });
  }, 120_000);

  it('gives fields in the order in which they were asked for', async () => {
    await run(RUNS / 4, async (operation) => {
      const { answer } = await truth(operation);
      const given = await engine(operation).catch(skipRefused);
      skipUnknown(given);

      expect(JSON.stringify(plainData(given))).toBe(JSON.stringify(plainData(answer)));
    });
  }, 120_000);

  it('meets no disagreement of the stock gateway with one schema that has no known cause', async () => {
    const unexplained: string[] = [];
    await run(RUNS / 2, async (operation) => {
      if (operation.text.length > LONGEST_FOR_STOCK) return;
      const { answer } = await truth(operation);
      const given = await stock(operation).catch((error: Error) => ({ errors: [error] }));
      if (isDeepStrictEqual(plainData(given), plainData(answer))) return;
      if (disagreementOf(operation.text, given) === undefined) unexplained.push(operation.text);
    });

    expect(unexplained).toEqual([]);
  }, 120_000);
});

describe.each(STOCK_FAULTS.filter(({ graph }) => graphs.some(({ name }) => name === graph)))(
  'where $fault',
  ({ graph, query, variables = {} }) => {
    const composed = graphs.find(({ name }) => name === graph);
    if (!composed) throw new Error(`There is no graph ${graph}.`);
    const { engine, stock, truth } = createBench(composed);
    const asked = { document: parse(query), variables };

    it('the engine is right', async () => {
      const expected = await truth(asked);
      const given = await engine(asked);

      expect(plainData(given)).toEqual(plainData(expected.answer));
      expect(faultsOfErrors(expected, given)).toEqual([]);
    });

    it('the stock gateway is still wrong', async () => {
      const { answer } = await truth(asked);
      const given = await stock(asked).catch((error: Error) => ({ errors: [error] }));

      expect(plainData(given)).not.toEqual(plainData(answer));
    });
  },
);
