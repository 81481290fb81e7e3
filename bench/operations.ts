/** What is asked, and how each kind of endpoint is asked it. */
import { readFileSync } from 'node:fs';
import type { TrustedDocument } from '../schema/tools/trusted-documents.ts';
import type { Variables } from './variables.ts';

export const OPERATIONS = ['screen-pop', 'vip-portfolio', 'customer-view'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** How a request is written: the ordinary GraphQL way, by the hash of a trusted document, or as plain JSON. */
export type Dialect = 'query' | 'hash' | 'rest';

/** A request's path and its body, but for the variables that go between the two halves. */
export interface Template {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

const documents = new Map(
  (
    JSON.parse(
      readFileSync(new URL('../schema/generated/operations.json', import.meta.url), 'utf8'),
    ) as TrustedDocument[]
  ).map((document) => [document.name, document]),
);

export function toTemplate(operation: Operation, dialect: Dialect): Template {
  if (dialect === 'rest') return { path: `/${operation}`, before: '', after: '' };
  const document = documents.get(operation);
  if (!document) throw new Error(`schema/operations/ has no ${operation}.`);
  const { body, hash, operationName } = document;
  const rest =
    dialect === 'query'
      ? { operationName, query: body }
      : { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } };
  return { path: '/graphql', before: `${JSON.stringify(rest).slice(0, -1)},"variables":`, after: '}' };
}

/** One JSON text per request, in the order in which they are asked. */
export function toRequests(
  operation: Operation,
  { numbers, staffIds, customerIds }: Variables,
): readonly string[] {
  switch (operation) {
    case 'screen-pop':
      return numbers.map((number) => JSON.stringify({ number }));
    case 'vip-portfolio':
      // `first` is the document's default: graphql-jit 0.8.9 forgets defaults of variables that may not be null.
      return staffIds.map((staffId) => JSON.stringify({ staffId, first: 100 }));
    case 'customer-view':
      return customerIds.map((customerId) => JSON.stringify({ customerId }));
  }
}
