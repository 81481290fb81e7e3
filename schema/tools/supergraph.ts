/** Composition, offline: many SDL files in, one supergraph out. */
import { composeServices } from '@apollo/composition';
import type { GraphQLSchema } from 'graphql';
import type { ListedSubgraph } from './subgraph-list.ts';

export interface Supergraph {
  /** What the gateway runs on. */
  readonly sdl: string;
  /** What a client sees: no federation machinery, nothing inaccessible. */
  readonly apiSchema: GraphQLSchema;
  /** Places where subgraphs disagree without breaking the graph. */
  readonly warnings: readonly string[];
}

/** @throws Error that lists every composition error, one a line. */
export function composeSupergraph(subgraphs: readonly ListedSubgraph[]): Supergraph {
  const composed = composeServices([...subgraphs]);
  if (composed.errors) {
    const lines = composed.errors.map(
      ({ message, extensions }) => `  ${String(extensions['code'])}: ${message}`,
    );
    throw new Error(`The subgraphs do not compose:\n${lines.join('\n')}`);
  }
  return {
    sdl: composed.supergraphSdl,
    apiSchema: composed.schema.toAPISchema().toGraphQLJSSchema(),
    warnings: composed.hints
      .filter(({ definition }) => definition.level.name === 'WARN')
      .map(({ definition, message }) => `${definition.code}: ${message}`),
  };
}
