import type { ApolloServerPlugin } from '@apollo/server';
import type { TrustedDocument } from '../schema/tools/trusted-documents.ts';
import type { RequestContext } from './request-context.ts';

/** Trusted documents that somebody waits for with a telephone ringing. All others are sections. */
const POP_UPS: ReadonlySet<string> = new Set(['screen-pop']);

/** Tells subgraphs how fast they must answer. */
export function pace(operations: readonly TrustedDocument[]): ApolloServerPlugin<RequestContext> {
  const popUps = new Set(operations.filter(({ name }) => POP_UPS.has(name)).map(({ hash }) => hash));
  return {
    async requestDidStart() {
      return {
        async didResolveSource({ queryHash, contextValue }) {
          if (popUps.has(queryHash)) contextValue.asker = { ...contextValue.asker, pace: 'POP_UP' };
        },
      };
    },
  };
}
