/** An engine over the guarded graph, watched: what it plans, what it fetches, and what it answers to whom. */
import { getOperationAST, parse } from 'graphql';
import { createGrants, type Grants } from '#kit/access/grants';
import { testRequest, testViewer } from '#kit/testing/viewer';
import { createInProcessTransport } from '../../transports/in-process.ts';
import { createEngine, type Engine, type OperationSource } from '../engine.ts';
import { createPlanner } from '../planner.ts';
import { readSupergraph } from '../supergraph.ts';
import type { Transport } from '../transport.ts';
import { unguarded } from './engine-execute.ts';
import { composeGraph } from './graph.ts';
import { createGuardedGraph } from './graphs/guarded.ts';
import { ALL_POLICIES, ALL_SCOPES } from './guarded-bench.ts';

/** Of somebody who is known and may do nothing. */
export const NOTHING: Grants = createGrants([], []);

export const without = (...names: string[]): Grants =>
  createGrants(
    ALL_SCOPES.filter((scope) => !names.includes(scope)),
    ALL_POLICIES.filter((policy) => !names.includes(policy)),
  );

export interface WatchedEngine {
  readonly engine: Engine;
  /** Texts. */
  readonly planned: string[];
  readonly fetched: string[];
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is for the test to say.
  ask(text: string, grants: Grants, variables?: Readonly<Record<string, unknown>>): Promise<any>;
}

/** Its subgraphs answer anything to anybody. */
export function createGuardedEngine(): WatchedEngine {
  const { supergraphSdl, schemasByName } = composeGraph(createGuardedGraph());
  const planner = createPlanner(supergraphSdl);
  const planned: string[] = [];
  const fetched: string[] = [];
  const watch = (transport: Transport): Transport => ({
    prepare(operation) {
      const call = transport.prepare(operation);
      return (variables, request) => {
        fetched.push(operation.text);
        return call(variables, request);
      };
    },
  });
  const engine = createEngine({
    supergraph: readSupergraph(supergraphSdl),
    planner: {
      plan: (text, deadlineMs) => {
        planned.push(text);
        return planner.plan(text, deadlineMs);
      },
      close: () => planner.close(),
    },
    transports: new Map(
      Object.entries(schemasByName).map(([name, schema]) => [
        name,
        watch(createInProcessTransport(unguarded(name, schema))),
      ]),
    ),
  });
  return {
    engine,
    planned,
    fetched,
    ask: (text, grants, variables) => askEngine(engine, text, grants, variables),
  };
}

export function sourceOf(text: string): OperationSource {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The text must hold one operation.');
  return { hash: text, document, operation, size: text.length };
}

export async function askEngine(
  engine: Engine,
  text: string,
  grants: Grants,
  variables: Readonly<Record<string, unknown>> = {},
  // biome-ignore lint/suspicious/noExplicitAny: as above.
): Promise<any> {
  const compiled = await engine.prepare(sourceOf(text), variables, grants);
  const asker = testRequest({ ...testViewer(), grants });
  const answer = await compiled(variables, { contexts: new Map(), asker });
  return JSON.parse(JSON.stringify(answer));
}
