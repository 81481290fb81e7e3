import { readFileSync } from 'node:fs';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';

/**
 * A subgraph is a value: where it is hosted (inside the gateway's process, or
 * in its own) is no concern of its resolvers.
 */
export interface Subgraph {
  /** As in rover.yaml, and as `source` in errors. */
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** Called once for each client request: loaders live no longer. */
  createContext(): object;
}

interface SubgraphParts {
  readonly name: string;
  readonly resolvers: object;
  createContext(): object;
}

/** Puts a subgraph together from its parts and its SDL, `schema/<name>.graphql`. */
export function createSubgraph({ name, resolvers, createContext }: SubgraphParts): Subgraph {
  const typeDefs = loadTypeDefs(name);
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as GraphQLResolverMap<unknown> }]);
  return { name, schema, createContext };
}

function loadTypeDefs(name: string): DocumentNode {
  return parse(readFileSync(new URL(`../../schema/${name}.graphql`, import.meta.url), 'utf8'));
}
