/** The guarded graph, asked as somebody: of the engine, and of one schema with the same rules. */
import { type DocumentNode, execute, type GraphQLSchema } from 'graphql';
import { createGrants, type Grants } from '#kit/access/grants';
import { guardFields } from '#kit/access/guard';
import { type Rules, unmetDemand } from '#kit/access/rules';
import { buildSubgraph } from '#kit/subgraph';
import { testViewer } from '#kit/testing/viewer';
import { readSupergraph } from '../supergraph.ts';
import type { Samples } from './arbitrary-value.ts';
import { createEngineExecuteAs, type ExecuteAs, unguarded } from './engine-execute.ts';
import { composeGraph } from './graph.ts';
import { createGuardedGraph } from './graphs/guarded.ts';
import type { Execution, Truth } from './oracle.ts';

export const ALL_SCOPES =
  'hello open scoped one two three pin diary badge vault motto company house plate money debt'.split(' ');
export const ALL_POLICIES = ['on_record', 'purpose', 'customer_authenticated'];
export const EVERYTHING: Grants = createGrants(ALL_SCOPES, ALL_POLICIES);

export interface GuardedBench {
  readonly schema: GraphQLSchema;
  readonly rules: Rules;
  readonly samples: Samples;
  /** The engine over subgraphs that would answer anything to anybody. */
  readonly engine: ExecuteAs;
  /** The engine over subgraphs that enforce the rules once more. */
  readonly twice: ExecuteAs;
  truth(document: DocumentNode, variables: Record<string, unknown>, grants: Grants): Promise<Truth>;
}

export function createGuardedBench(): GuardedBench {
  const graph = createGuardedGraph();
  const { supergraphSdl, schemasByName, monolith, unboundMonolith } = composeGraph(graph);
  const { rules } = readSupergraph(supergraphSdl);
  guardFields(monolith, rules);
  guardFields(unboundMonolith, rules);
  const subgraphs = graph.subgraphs.map(({ name, typeDefs, resolvers }) =>
    buildSubgraph({ name, typeDefs, resolvers, createContext: () => ({}) }),
  );
  const ask = async (
    schema: GraphQLSchema,
    document: DocumentNode,
    variableValues: Record<string, unknown>,
    grants: Grants,
  ): Promise<Execution> =>
    execute({ schema, document, variableValues, contextValue: { viewer: { ...testViewer(), grants } } });

  return {
    schema: monolith,
    rules,
    samples: graph.samples,
    engine: createEngineExecuteAs(
      supergraphSdl,
      Object.entries(schemasByName).map(([name, schema]) => unguarded(name, schema)),
    ),
    twice: createEngineExecuteAs(supergraphSdl, subgraphs),
    truth: async (document, variables, grants) => ({
      answer: await ask(monolith, document, variables, grants),
      unbound: await ask(unboundMonolith, document, variables, grants),
    }),
  };
}

/** Everything but what one demand of the field asks for: for each of its demands, and nothing at all. */
export function grantsWithout({ rules }: Pick<GuardedBench, 'rules'>, type: string, field: string): Grants[] {
  const rule = rules.ofField(type, field);
  return rule.demands
    .map((demand): Grants => {
      if (demand.kind === 'authenticated') {
        return { ...EVERYTHING, key: 'a stranger', authenticated: false };
      }
      const lacking = new Set(demand.anyOf.map(([first]) => first));
      const others = (names: readonly string[]) => names.filter((name) => !lacking.has(name));
      return demand.kind === 'scopes'
        ? createGrants(others(ALL_SCOPES), ALL_POLICIES)
        : createGrants(ALL_SCOPES, others(ALL_POLICIES));
    })
    .filter((grants) => unmetDemand(rule, grants) !== undefined);
}
