/** What a log keeps of an error, without a word that may come from a customer's record. */
import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';

/** Why a system failed, in words of its driver's that quote no record: SQLITE_CORRUPT, ECONNREFUSED. */
export function describeCause(error: unknown): object {
  const root = rootCause(error);
  return root instanceof Error ? { name: root.name, driverCode: driverCodeOf(root) } : {};
}

function driverCodeOf(root: Error): string | undefined {
  const code = 'code' in root ? root.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z_]*$/.test(code) ? code : undefined;
}

/** Where it happened. Never the message: JSON.parse and graphql-js quote values in theirs. */
export function describeBug(error: unknown): object {
  const root = rootCause(error);
  if (!(root instanceof Error)) return { name: typeof root };
  const field = root instanceof GraphQLError ? undefined : fieldOf(error);
  const stack = root.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
  return {
    name: root.name,
    ...(error instanceof GraphQLError && { source: extensionsOf(error)['source'] }),
    ...(field !== undefined && { field }),
    stack,
  };
}

function rootCause(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? rootCause(error.originalError) : error;
}

/** The name in the schema of the field that failed; an alias is the client's word. */
function fieldOf(error: unknown): string | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  const node = error.nodes?.[0];
  return node?.kind === 'Field' ? node.name.value : fieldOf(error.originalError);
}

/** Against its type, graphql-jit leaves extensions out where there are none. */
export function extensionsOf(error: Partial<GraphQLError>): GraphQLErrorExtensions {
  return error.extensions ?? {};
}
