import { GraphQLError } from 'graphql';

/**
 * Whether a value that a resolver returned can't be one of its enum or scalar.
 * There is no code for that: the words, and that no other error is behind it, tell.
 */
export function isUnreadableValue({ originalError, message }: GraphQLError): boolean {
  // Interpreted, an operation has its own error behind the one that says where; compiled, it has none.
  const isOwn = !originalError || originalError instanceof GraphQLError;
  return (
    isOwn &&
    /^(Enum "\w+"|Int|Float|String|Boolean|ID) cannot represent |^Expected a value of type /.test(message)
  );
}
