import type { GraphiQLProps } from 'graphiql';
import { type FormattedExecutionResult, Kind, parse } from 'graphql';
import { readLanguage, TEXT } from './language.ts';
import type { Problem, WhoAsks } from './who-asks.ts';

/** Sends a query to the graph this page came from, and nowhere else. */
export function createFetcher(whoAsks: WhoAsks): GraphiQLProps['fetcher'] {
  return async (params, options) => {
    const body = JSON.stringify({
      ...params,
      operationName: onlyOperation(params.query) ?? params.operationName,
    });
    const own = (options?.headers ?? {}) as Record<string, string>;
    const response = await whoAsks
      .ask(own, (headers) => {
        headers.set('accept', 'application/graphql-response+json, application/json;q=0.9');
        headers.set('content-type', 'application/json');
        return fetch('/graphql', { method: 'POST', headers, body });
      })
      .catch((error: Error) => {
        const why = TEXT[readLanguage()].problems[error.message as Problem];
        throw why === undefined ? error : new Error(why);
      });
    return (await response.json()) as FormattedExecutionResult;
  };
}

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
