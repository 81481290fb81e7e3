import { readFileSync } from 'node:fs';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import type { Accesses } from './access/accesses.ts';
import { guardFields } from './access/guard.ts';
import { type Rules, readRules } from './access/rules.ts';
import type { Pace } from './pace.ts';
import type { Viewer } from './viewer.ts';

/** What a subgraph is told of a client's request. */
export interface SubgraphRequest {
  readonly viewer: Viewer;
  readonly accesses: Accesses;
  /** Keyed hash of the address that the request came from; tries are counted by it. */
  readonly addressHash: string;
  readonly pace: Pace;
}

/** The part of it that travels to a subgraph in another process. */
export type Asker = Omit<SubgraphRequest, 'accesses'>;

/**
 * A subgraph is a value: where it is hosted (inside the gateway's process, or
 * in its own) is no concern of its resolvers.
 */
export interface Subgraph {
  /** As in rover.yaml, and as `source` in errors. */
  readonly name: string;
  /** Enforces nothing: for documents of which all is granted to who asks. */
  readonly schema: GraphQLSchema;
  /** The same, with the rule of each field before its resolver. */
  readonly guardedSchema: GraphQLSchema;
  /** Who may see which field, from the directives of its SDL. */
  readonly rules: Rules;
  /** Called once for each client request: loaders live no longer. */
  createContext(request: SubgraphRequest): object;
}

interface SubgraphParts {
  readonly name: string;
  readonly resolvers: object;
  createContext(request: SubgraphRequest): object;
}

/** Puts a subgraph together from its parts and its SDL, `schema/<name>.graphql`. */
export function createSubgraph(parts: SubgraphParts): Subgraph {
  return buildSubgraph({ ...parts, typeDefs: loadTypeDefs(parts.name) });
}

/** Of any SDL. */
export function buildSubgraph({
  name,
  typeDefs,
  resolvers,
  createContext,
}: SubgraphParts & { readonly typeDefs: DocumentNode }): Subgraph {
  const build = (): GraphQLSchema =>
    buildSubgraphSchema([{ typeDefs, resolvers: resolvers as GraphQLResolverMap<unknown> }]);
  const schema = build();
  const rules = readRules(schema);
  return {
    name,
    schema,
    guardedSchema: guardFields(build(), rules),
    rules,
    createContext: (request) => Object.assign(createContext(request), { viewer: request.viewer }),
  };
}

function loadTypeDefs(name: string): DocumentNode {
  return parse(readFileSync(new URL(`../../schema/${name}.graphql`, import.meta.url), 'utf8'));
}
