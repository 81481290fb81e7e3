/** A subgraph asked as the gateway asks it. */
import { graphql } from 'graphql';
import type { Subgraph, SubgraphRequest } from '../subgraph.ts';
import { testRequest } from './viewer.ts';

interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is for the test to say.
  readonly data: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly errors?: any;
}

export interface Asked {
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** These fields of each entity, in `data._entities`. */
  askEntities(selection: string, representations: readonly object[]): Promise<Answer>;
}

/** It is 10:00 on 20 November 2026. */
export const testClock = (): Date => new Date('2026-11-20T10:00:00+08:00');

/** Each question is a request of its own, by default of somebody who may see everything. */
export function asked(
  { schema, createContext }: Subgraph,
  request: () => SubgraphRequest = testRequest,
): Asked {
  const ask: Asked['ask'] = async (source, variableValues = {}) => {
    const result = await graphql({ schema, source, variableValues, contextValue: createContext(request()) });
    // Through JSON, as every client sees it.
    return JSON.parse(JSON.stringify(result)) as Answer;
  };
  return {
    ask,
    askEntities: (selection, representations) =>
      ask(`query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`, {
        of: representations,
      }),
  };
}
