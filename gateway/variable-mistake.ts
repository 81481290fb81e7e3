/**
 * What is wrong with a client's variables, in words that say where and what to
 * change, and never what was sent: graphql-js quotes the value, which may be
 * somebody's number, and messages end up in logs of clients.
 */
import {
  coerceInputValue,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInputType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';

/** @returns The first mistake; undefined where there is none to be found. */
export function findVariableMistake(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError | undefined {
  for (const { variable, type: typeNode, defaultValue } of variableDefinitions) {
    const name = variable.name.value;
    const type = typeFromAST(schema, typeNode);
    if (!isInputType(type)) continue;
    const value = variables[name];
    if (value === undefined && defaultValue) continue;
    const mistake = firstMistake(name, type, value);
    if (mistake !== undefined) return badVariables(mistake);
  }
  return undefined;
}

/** No part of the operation ran. */
export function badVariables(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'BAD_USER_INPUT', retryable: false, http: { status: 400 } },
  });
}

function firstMistake(name: string, type: GraphQLInputType, value: unknown): string | undefined {
  if (value === undefined)
    return String(type).endsWith('!')
      ? `Variable "$${name}" of type "${String(type)}" is missing.`
      : undefined;
  let mistake: string | undefined;
  coerceInputValue(value, type, (path, _value, { originalError, extensions }) => {
    if (mistake !== undefined) return;
    const { place, expected } = placeOf(type, path);
    const reason = extensions['code'] === 'BAD_USER_INPUT' ? originalError?.message : undefined;
    mistake = `Variable "$${[name, ...place].join('.')}" must be ${expected}${reason === undefined ? '' : `: ${reason}`}.`;
  });
  return mistake;
}

/** As far as the schema knows the way: a key that it does not know is the client's word. */
function placeOf(
  type: GraphQLInputType,
  path: readonly (string | number)[],
): { place: (string | number)[]; expected: string } {
  const place: (string | number)[] = [];
  let current = type;
  for (const key of path) {
    if (typeof key === 'number') {
      place.push(key);
      continue;
    }
    const named = getNamedType(current);
    const field = isInputObjectType(named) ? named.getFields()[key] : undefined;
    if (!field) return { place, expected: `${String(named)}, without other fields` };
    place.push(key);
    current = field.type;
  }
  const named = getNamedType(current);
  const fields = isInputObjectType(named) ? ` with ${Object.keys(named.getFields()).join(', ')}` : '';
  return { place, expected: `${String(current)}${fields}` };
}
