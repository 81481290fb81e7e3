import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import type { Pace } from '#kit/pace';
import type { SubgraphRequest } from '#kit/subgraph';
import type { TrustedDocument } from '../schema/tools/trusted-documents.ts';
import { createApp } from './app.ts';
import { createToyGraph } from './testing/toy-graph.ts';

const paces: Pace[] = [];
let app: FastifyInstance;
let operations: readonly TrustedDocument[];

beforeAll(async () => {
  const graph = createToyGraph();
  const [people, money] = graph.subgraphs;
  const watched = {
    ...people,
    createContext(request: SubgraphRequest) {
      paces.push(request.pace);
      return people.createContext(request);
    },
  };
  operations = graph.operations.map((each) =>
    each.name === 'person-card' ? { ...each, name: 'screen-pop' } : each,
  );
  app = await createApp({ ...graph, operations, subgraphs: [watched, money] });
});

beforeEach(() => {
  paces.length = 0;
});

async function post(url: string, payload: object): Promise<Pace[]> {
  const { statusCode } = await app.inject({ method: 'POST', url, payload });
  expect(statusCode).toBe(200);
  return paces;
}

it('of the screen pop is that of a ringing telephone, by name and by hash', async () => {
  const hash = operations.find(({ name }) => name === 'screen-pop')?.hash;
  expect(await post('/operations/screen-pop', { id: '1' })).toEqual(['POP_UP']);
  expect(await post('/graphql', { documentId: `sha256:${hash}`, variables: { id: '1' } })).toEqual([
    'POP_UP',
    'POP_UP',
  ]);
});

it('of any other document is that of a section', async () => {
  expect(await post('/operations/all', {})).toEqual(['SECTION']);
  expect(await post('/graphql', { query: '{ people { name } }' })).toEqual(['SECTION', 'SECTION']);
});

it('is told for a document that there is', () => {
  const manifest = join(import.meta.dirname, '../schema/generated/operations.json');
  const documents = JSON.parse(readFileSync(manifest, 'utf8')) as TrustedDocument[];
  expect(documents.map(({ name }) => name)).toContain('screen-pop');
});
