import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createApp } from './app.ts';
import { followSupergraphFile } from './supergraph-file.ts';
import { createToyGraph } from './testing/toy-graph.ts';

const toy = createToyGraph();
/** The same graph, where a field has another description: a client can see which one answers. */
const described = (text: string): string =>
  toy.supergraphSdl.replace('  name: String @join__field', `  "${text}"\n  name: String @join__field`);

let folder: string;
let file: string;
let app: FastifyInstance;
let log: Record<string, unknown>[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'supergraph-'));
  file = join(folder, 'supergraph.graphql');
  writeFileSync(file, toy.supergraphSdl);
  log = [];
  app = await createApp({
    ...createToyGraph({ wait: () => setTimeout(50, 'waited') }),
    logger: { level: 'info', stream: { write: (line: string) => log.push(JSON.parse(line)) } },
  });
  followSupergraphFile(app, { file, inUse: toy.supergraphSdl, intervalMs: 20 });
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

/** Replaces the file as deployments do: written beside it, then moved. */
function replace(sdl: string): void {
  writeFileSync(join(folder, 'next'), sdl);
  renameSync(join(folder, 'next'), file);
}

async function ask(query: string) {
  const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query } });
  return response.json();
}

const descriptionOfName = async (): Promise<unknown> =>
  (await ask('{ __type(name: "Person") { fields { name description } } }')).data.__type.fields.find(
    ({ name }: { name: string }) => name === 'name',
  )?.description;

async function said(msg: string): Promise<Record<string, unknown>> {
  for (;;) {
    const found = log.find((line) => line['msg'] === msg);
    if (found) return found;
    await setTimeout(5);
  }
}

describe('followSupergraphFile', () => {
  it('puts a new version in use, and says so', async () => {
    replace(described('Name of the person.'));
    await said('supergraph reloaded');

    expect(await descriptionOfName()).toBe('Name of the person.');
  });

  it.each([
    ['no supergraph', 'type Query { a: Int }'],
    ['no SDL', 'type Query {'],
    ['an empty file', ''],
    ['a graph that a trusted document does not fit', toy.supergraphSdl.replace(/^ {2}balance: .*$/m, '')],
    [
      'a subgraph that nobody knows how to reach',
      toy.supergraphSdl.replace('name: "money", url: "http://money"', 'name: "gold", url: ""'),
    ],
  ])('refuses %s, says why, and keeps the last good one', async (_, sdl) => {
    expect(sdl).not.toBe(toy.supergraphSdl);
    replace(sdl);
    const { reason } = await said('supergraph refused, the last good one stays');

    expect(reason).not.toBe('');
    expect(await ask('{ person(id: "1") { name balance } }')).toEqual({
      data: { person: { name: 'Person 1', balance: 100 } },
    });
  });

  it('puts a mended version in use after a broken one', async () => {
    replace('broken');
    await said('supergraph refused, the last good one stays');
    replace(described('Mended.'));
    await said('supergraph reloaded');

    expect(await descriptionOfName()).toBe('Mended.');
  });

  it('drops no request: those that began before end, and none that come meanwhile fails', async () => {
    const slow = ask('{ wait person(id: "1") { balance } }');
    const answers: Promise<{ data?: unknown; errors?: unknown }>[] = [];
    replace(described('Next.'));
    const reloaded = said('supergraph reloaded').then(() => 'reloaded');
    while ((await Promise.race([reloaded, setTimeout(2, 'not yet')])) !== 'reloaded') {
      answers.push(ask(`{ person(id: "${answers.length}") { name balance } }`));
    }
    answers.push(ask('{ person(id: "last") { name balance } }'));

    expect(await slow).toEqual({ data: { wait: 'waited', person: { balance: 100 } } });
    expect((await Promise.all(answers)).flatMap(({ errors }) => errors ?? [])).toEqual([]);
    expect(answers.length).toBeGreaterThan(1);
  });

  it('validates a document anew that was valid on the version before', async () => {
    const query = '{ person(id: "1") { cards { number } } }';
    expect((await ask(query)).errors).toBeUndefined();
    replace(toy.supergraphSdl.replace(/^ {2}cards: .*$/m, ''));
    await said('supergraph reloaded');

    expect(await ask(query)).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
  });
});
