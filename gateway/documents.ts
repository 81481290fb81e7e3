/**
 * Documents that may run: the trusted ones, for as long as the gateway lives,
 * and the latest others. What is in here is parsed, within limits and valid.
 */
import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { type DocumentNode, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { TrustedDocument } from '../schema/tools/trusted-documents.ts';

type Options = ApolloServerOptions<BaseContext>;

export interface Documents {
  /** Parsed, by hash. */
  readonly trusted: ReadonlyMap<string, DocumentNode>;
  has(hash: string): boolean;
  keep(hash: string, document: DocumentNode): void;
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
  const recent = new LRUCache<string, DocumentNode>({
    maxSize: RECENT_CHARACTERS,
    sizeCalculation: ({ loc }) => loc?.end || 1,
  });

  return {
    trusted,
    has: (hash) => trusted.has(hash) || recent.has(hash),
    keep: (hash, document) => {
      recent.set(hash, document);
    },
    store: {
      get: async (key) => trusted.get(hashIn(key)) ?? recent.get(hashIn(key)),
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
