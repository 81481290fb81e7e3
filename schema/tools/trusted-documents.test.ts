import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { loadTrustedDocuments } from './trusted-documents.ts';

const apiSchema = buildSchema('type Query { offers(first: Int): [String!] }');
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'trusted-documents-'));
  mkdirSync(join(root, 'schema/operations'), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

function writeOperation(name: string, body: string): void {
  writeFileSync(join(root, 'schema/operations', `${name}.graphql`), body);
}

it('lists the documents by name, with the hash of the text as it stands', () => {
  writeOperation('b', 'query B($first: Int = 3) { offers(first: $first) }\n');
  writeOperation('a', '# Offers on sale.\n# personal-data: none\n\nquery A { offers }\n');

  expect(loadTrustedDocuments(root, apiSchema)).toMatchObject([
    { name: 'a', operationName: 'A', personal: false, variables: {} },
    {
      name: 'b',
      hash: '2c72a9d67db9a6950918eb3b32f99331862290609c7fdb5c894e80d291724cb2',
      body: 'query B($first: Int = 3) { offers(first: $first) }\n',
      personal: true,
      variables: { first: 'Int = 3' },
    },
  ]);
});

it('believes "personal-data: none" only above the operation', () => {
  writeOperation('a', 'query A {\n  # personal-data: none\n  offers\n}\n');

  expect(loadTrustedDocuments(root, apiSchema)).toMatchObject([{ personal: true }]);
});

it('names every fault of every file', () => {
  writeOperation('anonymous', '{ offers }');
  writeOperation('two', 'query A { offers } query B { offers }');
  writeOperation('unknown-field', 'query C {\n  offer\n}');

  expect(() => loadTrustedDocuments(root, apiSchema)).toThrow(
    [
      'Trusted documents with faults:',
      '  schema/operations/anonymous.graphql: must hold exactly one operation, and name it',
      '  schema/operations/two.graphql: must hold exactly one operation, and name it',
      '  schema/operations/unknown-field.graphql:2: Cannot query field "offer" on type "Query". Did you mean "offers"?',
    ].join('\n'),
  );
});
