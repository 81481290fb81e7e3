/**
 * What a client sees of a supergraph: its types without the machinery of
 * federation, and without what is marked `@inaccessible`.
 */
import {
  buildASTSchema,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  visit,
} from 'graphql';
import { directiveName, isLinked, readLinks } from './links.ts';

interface Described {
  readonly directives?: readonly ConstDirectiveNode[];
}

export function toApiSchema(supergraph: DocumentNode): GraphQLSchema {
  const links = readLinks(supergraph);
  const inaccessible = directiveName(links, 'inaccessible');
  const isHidden = ({ directives }: Described): boolean =>
    directives?.some(({ name }) => name.value === inaccessible) ?? false;
  const hidden = new Set(
    supergraph.definitions.flatMap((definition) =>
      isHidden(definition as Described) && 'name' in definition && definition.name
        ? [definition.name.value]
        : [],
    ),
  );

  /** Drops a node of the supergraph, or goes into it. */
  const dropHidden = (node: Described): null | undefined => (isHidden(node) ? null : undefined);
  const isGone = (definition: DefinitionNode): boolean =>
    'name' in definition &&
    definition.name !== undefined &&
    !isForOperations(definition) &&
    (hidden.has(definition.name.value) || isLinked(links, definition));

  const visible = visit(
    { ...supergraph, definitions: supergraph.definitions.filter((definition) => !isGone(definition)) },
    {
      // Applied, they are notes for gateways. `@deprecated`, `@specifiedBy` and `@oneOf` are for clients.
      Directive({ name }) {
        return BUILT_IN.has(name.value) ? undefined : null;
      },
      NamedType({ name }) {
        return hidden.has(name.value) ? null : undefined;
      },
      FieldDefinition: dropHidden,
      InputValueDefinition: dropHidden,
      EnumValueDefinition: dropHidden,
    },
  );
  return buildASTSchema(visible);
}

const BUILT_IN: ReadonlySet<string> = new Set(['deprecated', 'specifiedBy', 'oneOf']);

/** A directive that clients may write is theirs, whoever brought it. */
function isForOperations(definition: DefinitionNode): boolean {
  return (
    definition.kind === Kind.DIRECTIVE_DEFINITION &&
    definition.locations.some(({ value }) => OPERATION_LOCATIONS.has(value))
  );
}

const OPERATION_LOCATIONS: ReadonlySet<string> = new Set([
  'QUERY',
  'MUTATION',
  'SUBSCRIPTION',
  'FIELD',
  'FRAGMENT_DEFINITION',
  'FRAGMENT_SPREAD',
  'INLINE_FRAGMENT',
  'VARIABLE_DEFINITION',
]);
