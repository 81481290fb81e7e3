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
import { textArgument } from './join-directives.ts';

interface Described {
  readonly directives?: readonly ConstDirectiveNode[];
}

/** Names that the linked specifications bring into a supergraph. */
interface LinkedNames {
  /** Whether it names a type or directive of a specification. */
  isLinked(name: string): boolean;
  readonly inaccessible: string;
}

export function toApiSchema(supergraph: DocumentNode): GraphQLSchema {
  const { isLinked, inaccessible } = linkedNames(supergraph);
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
    (hidden.has(definition.name.value) || isLinked(definition.name.value));

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

function linkedNames(supergraph: DocumentNode): LinkedNames {
  const names = new Set<string>();
  let inaccessible = 'inaccessible';
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const link of definition.directives ?? []) {
      if (link.name.value !== 'link' && link.name.value !== 'core') continue;
      const specification = specificationName(
        textArgument(link, 'url') ?? textArgument(link, 'feature') ?? '',
      );
      const name = textArgument(link, 'as') ?? specification;
      if (!name) continue;
      names.add(name);
      if (specification === 'inaccessible') inaccessible = name;
    }
  }
  return {
    inaccessible,
    // Its directive, or what is in its name space.
    isLinked: (name) => names.has(name) || names.has(/^(.+?)__/.exec(name)?.[1] ?? ''),
  };
}

/** `join` of `https://specs.apollo.dev/join/v0.5`. */
function specificationName(url: string): string | undefined {
  return url
    .split('/')
    .filter((part) => part !== '' && !/^v\d/.test(part))
    .at(-1);
}
