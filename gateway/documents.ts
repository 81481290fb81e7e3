/**
 * Documents that may run: the trusted ones, for as long as the gateway lives,
 * and the latest others. What is in here is parsed, within limits and valid.
 */
import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { TrustedDocument } from '../schema/tools/trusted-documents.ts';

type Options = ApolloServerOptions<BaseContext>;

export interface Documents {
  /** Parsed, by hash. */
  readonly trusted: ReadonlyMap<string, DocumentNode>;
  /** Whether the document is known to be valid on this schema. Trusted ones are, or no engine would have loaded. */
  isAccepted(hash: string, schema: GraphQLSchema): boolean;
  keep(hash: string, document: DocumentNode, schema: GraphQLSchema): void;
  /** Where Apollo Server looks before it parses. */
  readonly store: NonNullable<Options['documentStore']>;
  /** Where Apollo Server looks for the text of a hash. Clients cannot add to it. */
  readonly persistedQueries: NonNullable<Exclude<Options['persistedQueries'], false>>;
}

/**
 * Bounds the memory of documents that are not trusted, in characters of their
 * text: a syntax tree takes some hundred times its text.
 */
const RECENT_CHARACTERS = 400_000;

export function createDocuments(operations: readonly TrustedDocument[]): Documents {
  const bodies = new Map(operations.map(({ hash, body }) => [hash, body]));
  const trusted = new Map(operations.map(({ hash, body }) => [hash, parse(body)]));
  const recent = new LRUCache<string, { document: DocumentNode; schema: GraphQLSchema }>({
    maxSize: RECENT_CHARACTERS,
    sizeCalculation: ({ document }) => document.loc?.end || 1,
  });

  return {
    trusted,
    isAccepted: (hash, schema) => trusted.has(hash) || recent.peek(hash)?.schema === schema,
    keep: (hash, document, schema) => {
      recent.set(hash, { document, schema });
    },
    store: {
      get: async (key) => trusted.get(hashIn(key)) ?? recent.get(hashIn(key))?.document,
      // Apollo Server stores what it has parsed; admission keeps what it has accepted.
      set: async () => {},
      delete: async () => {},
    },
    persistedQueries: {
      cache: {
        get: async (key) => bodies.get(hashIn(key)),
        set: async () => {},
        delete: async () => {},
      },
    },
  };
}

/** Apollo Server puts a prefix before the hash, for caches that are shared. */
function hashIn(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1);
}
