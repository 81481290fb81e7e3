/** A federated graph for tests, and the same graph as one schema: what the federation must answer. */
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLSchema, parse, printSchema } from 'graphql';
import { withoutAccess } from '../without-access.ts';
import type { Samples } from './arbitrary-value.ts';
import { buildMonolith, buildUnboundMonolith, type Resolvers } from './monolith.ts';

export interface TestGraph {
  readonly name: string;
  readonly subgraphs: readonly {
    readonly name: string;
    readonly typeDefs: DocumentNode;
    readonly resolvers: Resolvers;
  }[];
  /** Of the whole API schema. Those of the subgraphs, except where one works on a representation. */
  readonly monolith: Resolvers;
  readonly samples: Samples;
  /** Forgets what mutations did. */
  reset(): void;
}

export interface ComposedGraph extends Pick<TestGraph, 'name' | 'samples' | 'reset'> {
  readonly supergraphSdl: string;
  readonly schemasByName: Readonly<Record<string, GraphQLSchema>>;
  readonly monolith: GraphQLSchema;
  readonly unboundMonolith: GraphQLSchema;
}

/** Parses the SDL of a subgraph under the link that Federation 2 asks for. */
export function federated(sdl: string): DocumentNode {
  return parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
      "@key", "@requires", "@provides", "@external", "@shareable", "@override", "@inaccessible", "@interfaceObject"
    ])
    ${sdl}
  `);
}

/** @throws Error when the subgraphs do not compose. */
export function composeGraph({ name, samples, reset, subgraphs, monolith }: TestGraph): ComposedGraph {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map((subgraph) => ({ ...subgraph, url: `http://${subgraph.name}` })),
  );
  if (!supergraphSdl) throw new AggregateError(errors ?? [], `${name} does not compose: ${String(errors)}`);
  const apiSdl = printSchema(Supergraph.build(withoutAccess(supergraphSdl)).apiSchema().toGraphQLJSSchema());
  return {
    name,
    samples,
    reset,
    supergraphSdl,
    schemasByName: Object.fromEntries(
      subgraphs.map(({ name, typeDefs, resolvers }) => [
        name,
        buildSubgraphSchema([{ typeDefs, resolvers: resolvers as GraphQLResolverMap<unknown> }]),
      ]),
    ),
    monolith: buildMonolith(apiSdl, monolith),
    unboundMonolith: buildUnboundMonolith(apiSdl, monolith),
  };
}
