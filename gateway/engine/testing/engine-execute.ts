/** The engine over subgraphs in process, as a function: what the oracle judges. */
import { type DocumentNode, type GraphQLSchema, getOperationAST, getVariableValues, print } from 'graphql';
import { type Grants, NO_GRANTS } from '#kit/access/grants';
import type { Subgraph } from '#kit/subgraph';
import { testRequest, testViewer } from '#kit/testing/viewer';
import { createInProcessTransport } from '../../transports/in-process.ts';
import { createEngine } from '../engine.ts';
import { createPlanner } from '../planner.ts';
import { readSupergraph } from '../supergraph.ts';
import type { Execute, Execution } from './oracle.ts';

/** As `Execute`, for somebody. */
export type ExecuteAs = (
  document: DocumentNode,
  variables: Record<string, unknown>,
  grants: Grants,
) => Promise<Execution>;

export function createEngineExecute(
  supergraphSdl: string,
  schemasByName: Readonly<Record<string, GraphQLSchema>>,
): Execute {
  const subgraphs = Object.entries(schemasByName).map(([name, schema]) => unguarded(name, schema));
  const execute = createEngineExecuteAs(supergraphSdl, subgraphs);
  return (document, variables) => execute(document, variables, NO_GRANTS);
}

export function createEngineExecuteAs(supergraphSdl: string, subgraphs: readonly Subgraph[]): ExecuteAs {
  const supergraph = readSupergraph(supergraphSdl);
  const engine = createEngine({
    supergraph,
    planner: createPlanner(supergraphSdl),
    transports: new Map(subgraphs.map((subgraph) => [subgraph.name, createInProcessTransport(subgraph)])),
  });
  return async (document, variables, grants) => {
    const operation = getOperationAST(document);
    if (!operation) throw new Error('The document must hold one operation.');
    const { errors, coerced = {} } = getVariableValues(
      engine.schema,
      operation.variableDefinitions ?? [],
      variables,
    );
    if (errors) return { errors };
    const hash = print(document);
    const compiled = await engine.prepare({ hash, document, operation, size: hash.length }, coerced, grants);
    return compiled(coerced, { contexts: new Map(), asker: testRequest({ ...testViewer(), grants }) });
  };
}

/** A subgraph that enforces nothing: what is refused, the engine alone refused. */
export function unguarded(name: string, schema: GraphQLSchema): Subgraph {
  const rules = { ofField: () => ({ key: '', demands: [] }) };
  return { name, schema, guardedSchema: schema, rules, createContext: () => ({}) };
}
