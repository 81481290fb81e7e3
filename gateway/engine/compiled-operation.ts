/** An operation that has been planned and compiled, ready to be run with any variables. */
import { executeSync, type GraphQLSchema, Kind } from 'graphql';
import { type Answer, toAnswer } from './answer.ts';
import { compileShape } from './answer-shape.ts';
import { compileClientPath } from './client-path.ts';
import { compilePlan } from './compile-plan.ts';
import type { Transports } from './fetch.ts';
import type { GrantedOperation } from './granted-operation.ts';
import type { NormalOperation, Variables } from './normal-operation.ts';
import type { PlanNode } from './planner.ts';
import type { Run } from './run.ts';
import type { Supergraph } from './supergraph.ts';
import type { ClientRequest } from './transport.ts';

/** @param variables Coerced, defaults applied. */
export type CompiledOperation = (variables: Variables, request: ClientRequest) => Promise<Answer>;

/** @param plans One after the other; none where no subgraph needs to be asked. */
export function compileOperation(
  granted: GrantedOperation,
  plans: readonly PlanNode[],
  supergraph: Supergraph,
  transports: Transports,
): CompiledOperation {
  const { apiSchema, freePrefix } = supergraph;
  const shape = compileShape(apiSchema, granted, freePrefix);
  const toClientPath = compileClientPath(granted.planned, freePrefix);
  const step =
    plans.length > 0
      ? compilePlan({ kind: 'Sequence', nodes: [...plans] }, supergraph, transports)
      : undefined;

  return async (variables, request) => {
    const run: Run = { data: {}, failures: [], variables, request, shared: new Map() };
    if (granted.introspection.length > 0) introspect(granted, apiSchema, run);
    const done = step?.(run);
    if (done) await done;
    return toAnswer(run, shape, toClientPath);
  };
}

/** What the schema says of itself; the client sees no more of it than it may ask for. */
function introspect({ introspection, operation }: NormalOperation, schema: GraphQLSchema, run: Run): void {
  const selectionSet = { kind: Kind.SELECTION_SET as const, selections: introspection };
  const { data } = executeSync({
    schema,
    document: { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }] },
    variableValues: run.variables,
  });
  Object.assign(run.data, data);
}
