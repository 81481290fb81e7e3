/**
 * A variable that may be null can stand, where the place has a default of its
 * own, in a place that may not. Null for it passes validation and the check of
 * declared types, and would fail as a fault of ours while the plan runs.
 */
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  isNonNullType,
  type OperationDefinitionNode,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** @param values The operation's variables, defaults applied. */
export function findMisplacedNull(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  values: Readonly<Record<string, unknown>>,
): GraphQLError | undefined {
  if (!Object.values(values).includes(null)) return undefined;

  let found: GraphQLError | undefined;
  const types = new TypeInfo(schema);
  visit(
    // Another operation of the document may use a variable of the same name.
    separateOperations(document)[operation.name?.value ?? ''] ?? document,
    visitWithTypeInfo(types, {
      Variable(node) {
        const name = node.name.value;
        const type = types.getInputType();
        if (values[name] !== null || !isNonNullType(type)) return;
        found ??= new GraphQLError(
          `Variable "$${name}" must not be null: the document uses it where a value of type ` +
            `"${String(type)}" is expected. Leave it out, or give it a value.`,
          { nodes: node, extensions: { code: 'BAD_USER_INPUT' } },
        );
      },
    }),
  );
  return found;
}
