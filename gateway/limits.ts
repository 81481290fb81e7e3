/**
 * Limits on a document, counted on its syntax tree before it is validated or
 * planned, so that refusing costs no more than parsing.
 */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { requestError } from './error-codes.ts';

export const LIMITS = {
  bodyBytes: 100 * 1_024,
  tokens: 2_000,
  /** The introspection query of GraphiQL, with fields, is exactly this deep. */
  depth: 15,
  aliases: 30,
  rootFields: 20,
  mutationRootFields: 1,
  /** Fragments written out: spreading one fragment twice counts it twice. */
  fields: 2_000,
} as const;

/** What a selection set holds once its fragments are written out. */
interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  /** Fields of the set itself, without those below them. */
  readonly ownFields: number;
}

const NOTHING: Size = { depth: 0, aliases: 0, fields: 0, ownFields: 0 };

/** The first limit that an operation of the document passes, as an error. */
export function findExceededLimit(document: DocumentNode): GraphQLError | undefined {
  const measurer = createMeasurer(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = measurer.measure(definition.selectionSet);
    const cyclic = measurer.cyclicFragment();
    if (cyclic !== undefined) {
      return requestError(
        'GRAPHQL_VALIDATION_FAILED',
        `Fragment "${cyclic}" contains itself; remove the cycle.`,
      );
    }
    const error = exceeded(size, definition.operation);
    if (error) return error;
  }
  return undefined;
}

function exceeded(
  { depth, aliases, fields, ownFields }: Size,
  operation: OperationDefinitionNode['operation'],
): GraphQLError | undefined {
  // Else one request could try many passwords before the first try is counted.
  if (operation === OperationTypeNode.MUTATION && ownFields > LIMITS.mutationRootFields) {
    return requestError(
      'TOO_MANY_ROOT_FIELDS',
      'A mutation may do one thing. Send several requests, one after the other.',
    );
  }
  if (ownFields > LIMITS.rootFields) {
    return requestError(
      'TOO_MANY_ROOT_FIELDS',
      `An operation may have ${LIMITS.rootFields} fields at its root. Split it into several requests.`,
    );
  }
  if (aliases > LIMITS.aliases) {
    return requestError(
      'TOO_MANY_ALIASES',
      `An operation may have ${LIMITS.aliases} aliases, each spread of a fragment counted. ` +
        'Use a field that takes a list, or several requests.',
    );
  }
  if (depth > LIMITS.depth) {
    return requestError(
      'TOO_DEEP',
      `An operation may nest ${LIMITS.depth} fields deep. Ask for the deeper part by id in a second request.`,
    );
  }
  if (fields > LIMITS.fields) {
    return requestError(
      'TOO_MANY_FIELDS',
      `An operation may have ${LIMITS.fields} fields, each spread of a fragment counted. Spread fewer fragments.`,
    );
  }
  return undefined;
}

/** Measures each fragment once, however often and however nested it is spread. */
function createMeasurer(document: DocumentNode) {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const sizes = new Map<string, Size | 'measuring'>();
  let cyclic: string | undefined;

  function measure({ selections }: SelectionSetNode): Size {
    return selections.map(measureSelection).reduce(add, NOTHING);
  }

  function measureSelection(selection: SelectionSetNode['selections'][number]): Size {
    switch (selection.kind) {
      case Kind.FRAGMENT_SPREAD:
        return measureFragment(selection.name.value);
      case Kind.INLINE_FRAGMENT:
        return measure(selection.selectionSet);
      case Kind.FIELD: {
        const below = selection.selectionSet ? measure(selection.selectionSet) : NOTHING;
        return {
          depth: below.depth + 1,
          aliases: below.aliases + (selection.alias ? 1 : 0),
          fields: below.fields + 1,
          ownFields: 1,
        };
      }
    }
  }

  function measureFragment(name: string): Size {
    const known = sizes.get(name);
    if (known === 'measuring') cyclic = name;
    if (known) return known === 'measuring' ? NOTHING : known;
    const fragment = fragments.get(name);
    // Validation reports a fragment that does not exist.
    if (!fragment) return NOTHING;
    sizes.set(name, 'measuring');
    const size = measure(fragment.selectionSet);
    sizes.set(name, size);
    return size;
  }

  return { measure, cyclicFragment: () => cyclic };
}

function add(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    fields: a.fields + b.fields,
    ownFields: a.ownFields + b.ownFields,
  };
}
