import { type DocumentNode, parse } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Fetches have few texts, repeated for every request: each is parsed once. */
export function createDocumentCache(max = 1_000): (text: string) => DocumentNode {
  const documents = new LRUCache<string, DocumentNode>({ max });
  return (text) => {
    let document = documents.get(text);
    if (!document) {
      document = parse(text, { noLocation: true });
      documents.set(text, document);
    }
    return document;
  };
}
