/**
 * A supergraph names custom scalars and cannot say what they accept. With the
 * kit's parsers in it, a malformed value is refused at the door, by the name of
 * its variable, and not by each subgraph that meets it.
 */

import { type GraphQLSchema, isScalarType } from 'graphql';
import { DateTime, Fen, LocalDate, LocalMonth } from '#kit/scalars';

export function adoptScalars(schema: GraphQLSchema): void {
  for (const { name, parseValue, parseLiteral } of [DateTime, Fen, LocalDate, LocalMonth]) {
    const scalar = schema.getType(name);
    if (isScalarType(scalar)) Object.assign(scalar, { parseValue, parseLiteral });
  }
}
