/** The engine over subgraphs in process, as a function: what the oracle judges. */
import { type GraphQLSchema, getOperationAST, getVariableValues, print } from 'graphql';
import { createInProcessTransport } from '../../transports/in-process.ts';
import { createEngine } from '../engine.ts';
import { createPlanner } from '../planner.ts';
import { readSupergraph } from '../supergraph.ts';
import type { Execute } from './oracle.ts';

export function createEngineExecute(
  supergraphSdl: string,
  schemasByName: Readonly<Record<string, GraphQLSchema>>,
): Execute {
  const supergraph = readSupergraph(supergraphSdl);
  const engine = createEngine({
    supergraph,
    planner: createPlanner(supergraphSdl),
    transports: new Map(
      Object.entries(schemasByName).map(([name, schema]) => [
        name,
        createInProcessTransport({ name, schema, createContext: () => ({}) }),
      ]),
    ),
  });
  return async (document, variables) => {
    const operation = getOperationAST(document);
    if (!operation) throw new Error('The document must hold one operation.');
    const { errors, coerced = {} } = getVariableValues(
      engine.schema,
      operation.variableDefinitions ?? [],
      variables,
    );
    if (errors) return { errors };
    const hash = print(document);
    const compiled = await engine.prepare({ hash, document, operation, size: hash.length }, coerced);
    return compiled(coerced, { contexts: new Map() });
  };
}
