/** Reaches a subgraph that lives in the gateway's own process: a function call, and values that are never text. */
import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { compileIsGranted } from '#kit/access/guard';
import { malformed } from '#kit/errors';
import type { Subgraph } from '#kit/subgraph';
import { isUnreadableValue } from '#kit/unreadable-value';
import type { ClientRequest, SubgraphError, Transport } from '../engine/transport.ts';

export function createInProcessTransport(subgraph: Subgraph): Transport {
  const { name, schema, guardedSchema, rules, createContext } = subgraph;

  // All fetches of a client's request share the subgraph's context, so its loaders.
  function contextFor({ contexts, asker }: ClientRequest): object {
    let context = contexts.get(name);
    if (!context) {
      context = createContext(asker);
      contexts.set(name, context);
    }
    return context;
  }

  return {
    prepare({ document }) {
      const isGranted = compileIsGranted(schema, rules, document);
      const run = compile(name, schema, document);
      let guarded: CompiledQuery | undefined;
      return async (variables, request) => {
        const mayAll = isGranted(request.asker.viewer.grants);
        if (!mayAll) guarded ??= compile(name, guardedSchema, document);
        const { query } = mayAll ? run : (guarded as CompiledQuery);
        const { data, errors } = await query({}, contextFor(request), variables);
        return {
          ...(data !== undefined && { data: data }),
          ...(errors && { errors: errors.map((error) => toSubgraphError(error, name, document)) }),
        };
      };
    },
  };
}

function compile(name: string, schema: GraphQLSchema, document: DocumentNode): CompiledQuery {
  const compiled = compileQuery(schema, document);
  if (isCompiledQuery(compiled)) return compiled;
  throw new Error(`The subgraph "${name}" can't run what was planned for it.`, {
    cause: compiled.errors?.[0],
  });
}

/** A resolver's error, naming the system that it comes from. */
function toSubgraphError(error: GraphQLError, source: string, document: DocumentNode): SubgraphError {
  const { message, extensions } = isUnreadableValue(error) ? malformed(source, 'a value') : error;
  const field = fieldAt(document, error.path ?? []);
  return {
    message,
    path: error.path,
    extensions: { source, ...extensions },
    // For the log, which names the field as the schema does: the path has the client's words.
    originalError: new GraphQLError(message, {
      ...(field && { nodes: field }),
      originalError: error.originalError ?? error,
    }),
  };
}

/** The field that a path of the answer ends at. */
function fieldAt(document: DocumentNode, path: readonly (string | number)[]): FieldNode | undefined {
  const keys = path.filter((part) => typeof part === 'string');
  let field: FieldNode | undefined;
  let sets = document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? each.selectionSet : [],
  );
  for (const key of keys) {
    const same = sets
      .flatMap((set) => fieldsIn(document, set))
      .filter(({ alias, name }) => (alias ?? name).value === key);
    field = same[0];
    sets = same.flatMap(({ selectionSet }) => selectionSet ?? []);
  }
  return field;
}

function fieldsIn(document: DocumentNode, { selections }: SelectionSetNode): FieldNode[] {
  return selections.flatMap((selection): FieldNode[] => {
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : document.definitions.find(
            (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === selection.name.value,
          );
    return fragment && 'selectionSet' in fragment ? fieldsIn(document, fragment.selectionSet) : [];
  });
}
