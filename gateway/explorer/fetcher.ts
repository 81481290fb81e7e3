import type { GraphiQLProps } from 'graphiql';
import { type FormattedExecutionResult, Kind, parse } from 'graphql';

/** Sends a query to the graph this page came from, and nowhere else. */
export const fetcher: GraphiQLProps['fetcher'] = async (params, options) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'content-type': 'application/json',
      ...options?.headers,
    },
    body: JSON.stringify({ ...params, operationName: onlyOperation(params.query) ?? params.operationName }),
  });
  return (await response.json()) as FormattedExecutionResult;
};

/** GraphiQL learns the name after a delay: run at once, a tab just opened would send its neighbour's. */
function onlyOperation(query: string): string | undefined {
  try {
    const operations = parse(query).definitions.filter(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION,
    );
    const [operation] = operations;
    return operations.length === 1 ? operation?.name?.value : undefined;
  } catch {
    // The server explains what is wrong with the text.
    return undefined;
  }
}
