import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { NO_GRANTS } from '#kit/access/grants';
import { testRequest } from '#kit/testing/viewer';
import { createToyGraph, type ToyResolvers } from '../testing/toy-graph.ts';
import { createInProcessTransport } from '../transports/in-process.ts';
import { createEngine, type Engine } from './engine.ts';
import { createPlanner, type Planner } from './planner.ts';
import { readSupergraph } from './supergraph.ts';
import { createEngineExecute } from './testing/engine-execute.ts';
import { composeGraph } from './testing/graph.ts';
import { createShopGraph } from './testing/graphs/shop.ts';

interface Watched extends Planner {
  readonly planned: string[];
}

function watch(planner: Planner, deadlineMs?: number): Watched {
  const planned: string[] = [];
  return {
    planned,
    plan: (operation) => {
      planned.push(operation);
      return planner.plan(operation, deadlineMs);
    },
    close: () => planner.close(),
  };
}

const engines: Engine[] = [];
afterEach(() => {
  for (const engine of engines.splice(0)) engine.close();
});

function createToyEngine(resolvers: ToyResolvers = {}, deadlineMs?: number) {
  const { supergraphSdl, subgraphs } = createToyGraph(resolvers);
  const planner = watch(createPlanner(supergraphSdl), deadlineMs);
  const engine = createEngine({
    supergraph: readSupergraph(supergraphSdl),
    planner,
    transports: new Map(subgraphs.map((subgraph) => [subgraph.name, createInProcessTransport(subgraph)])),
  });
  engines.push(engine);
  return { engine, planner, ask: (query: string, variables = {}) => ask(engine, query, variables) };
}

async function ask(engine: Engine, query: string, variables: Record<string, unknown> = {}) {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The query must hold one operation.');
  const source = { hash: query, document, operation, size: query.length };
  const run = await engine.prepare(source, variables, NO_GRANTS);
  return JSON.parse(JSON.stringify(await run(variables, { contexts: new Map(), asker: testRequest() })));
}

describe('answers', () => {
  it('keep a key apart from an alias that takes its name', async () => {
    const { ask } = createToyEngine();

    expect(await ask('{ person(id: "1") { id: name __typename: name balance } }')).toEqual({
      data: { person: { id: 'Person 1', __typename: 'Person 1', balance: 100 } },
    });
  });

  it('name types, through fragments and aliases', async () => {
    const { ask } = createToyEngine();

    expect(
      await ask(
        '{ a: __typename person(id: "1") { ...F t: __typename } } fragment F on Person { __typename }',
      ),
    ).toEqual({
      data: { a: 'Query', person: { __typename: 'Person', t: 'Person' } },
    });
  });

  it('introspect beside what subgraphs say', async () => {
    const { ask } = createToyEngine();
    const query = `query ($type: String!) {
      schema: __schema { root: queryType { name __typename } }
      __type(name: $type) { kind fields { name } }
      nobody: __type(name: "Nobody") { kind }
      person(id: "1") { name }
    }`;

    expect(await ask(query, { type: 'Card' })).toEqual({
      data: {
        schema: { root: { name: 'Query', __typename: '__Type' } },
        __type: { kind: 'OBJECT', fields: [{ name: 'number' }, { name: 'holder' }] },
        nobody: null,
        person: { name: 'Person 1' },
      },
    });
  });

  it.each([
    [true, { person: { name: 'Person 1' } }],
    [false, { person: { balance: 100 }, people: [{ id: '1' }, null, { id: '2' }] }],
  ])('leave out what is skipped when $skip is %s', async (skip, data) => {
    const { ask } = createToyEngine();
    const query = `query ($skip: Boolean!) {
      person(id: "1") { name @include(if: $skip) ... @skip(if: $skip) { balance } }
      people @skip(if: $skip) { id }
    }`;

    expect(await ask(query, { skip })).toEqual({ data });
  });

  it('hold an object without fields where all of them are skipped, and null where it is null', async () => {
    const { ask } = createToyEngine();

    expect(await ask('{ people { id @skip(if: true) } }')).toEqual({ data: { people: [{}, null, {}] } });
    expect(await ask('{ people @skip(if: true) { id } }')).toEqual({ data: {} });
  });

  it('let a null go up to the nearest place that may be null', async () => {
    const { ask } = createToyEngine({
      debt: ({ id }) => {
        if (id === '2') throw new Error('No debt.');
        return 1;
      },
    });
    const { data, errors } = await ask('{ people { name owes: debt } }');

    expect(data).toEqual({ people: [{ name: 'Person 1', owes: 1 }, null, null] });
    expect(errors.map(({ path }: { path: unknown }) => path)).toEqual([['people', 2, 'owes']]);
  });

  it('say why a field is not known when something on the way to it failed', async () => {
    const { ask } = createToyEngine({
      cards: () => {
        throw new Error('No cards.');
      },
    });
    const { data, errors } = await ask('{ person(id: "1") { name cards { holder { name } } } }');

    expect(data).toEqual({ person: { name: 'Person 1', cards: null } });
    expect(errors.map(({ path }: { path: unknown }) => path)).toEqual([['person', 'cards']]);
  });
});

describe('planning', () => {
  it('happens once for all requests that ask the same at the same time, and not again', async () => {
    const { ask, planner } = createToyEngine();
    const query = 'query ($id: ID!) { person(id: $id) { name balance } }';

    await Promise.all(['1', '2', '3'].map((id) => ask(query, { id })));
    await ask(query, { id: '4' });

    expect(planner.planned).toHaveLength(1);
  });

  it('is tried again after it failed', async () => {
    const { supergraphSdl, subgraphs } = createToyGraph();
    const real = createPlanner(supergraphSdl);
    let failures = 1;
    const engine = createEngine({
      supergraph: readSupergraph(supergraphSdl),
      planner: {
        plan: async (operation) => {
          if (failures-- > 0) throw new Error('Out of threads.');
          return real.plan(operation);
        },
        close: () => real.close(),
      },
      transports: new Map(subgraphs.map((each) => [each.name, createInProcessTransport(each)])),
    });

    engines.push(engine);

    await expect(ask(engine, '{ people { name } }')).rejects.toThrow('Out of threads.');
    expect((await ask(engine, '{ people { name } }')).data.people).toHaveLength(3);
  });

  it('of a huge operation ends at its deadline, while the process goes on', async () => {
    const { engine } = createToyEngine({}, 400);
    const huge = Array.from(
      { length: 3_000 },
      (_, at) => `p${at}: person(id: "${at}") { friend { balance } }`,
    );
    let turns = 0;
    const done = ask(engine, `{ ${huge.join(' ')} }`).finally(() => {
      turns = -1;
    });
    const counting = (async () => {
      let counted = 0;
      while (turns >= 0) {
        await setTimeout(1);
        counted += 1;
      }
      return counted;
    })();

    await expect(done).rejects.toMatchObject({ extensions: { code: 'PLANNING_TIMEOUT' } });
    expect(await counting).toBeGreaterThan(5);
  });

  it('waits in line', async () => {
    const { ask, planner } = createToyEngine();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => ask(`{ p${at}: person(id: "1") { balance } }`)),
    );

    expect(answers.filter(({ errors }) => errors)).toEqual([]);
    expect(planner.planned).toHaveLength(20);
  });

  it('goes on after one that ended at its deadline', async () => {
    const { supergraphSdl } = createToyGraph();
    const planner = createPlanner(supergraphSdl);
    const ended = planner.plan('{ people { name } }', 0);

    await expect(ended).rejects.toMatchObject({ extensions: { code: 'PLANNING_TIMEOUT' } });
    expect(await planner.plan('{ people { name } }')).toMatchObject({ kind: 'Fetch' });
    planner.close();
  });

  it('survives a planner that crashes: another one plans the operation', async () => {
    const { supergraphSdl, schemasByName } = composeGraph(createShopGraph());
    const execute = createEngineExecute(supergraphSdl, schemasByName);
    // The Rust planner ends its process at this one.
    const { data, errors } = await execute(
      parse(`mutation {
        addReview(input: {product: "p1"}) { product { comments { text } digest } }
        rename(id: "a1") { sequence }
      }`),
      {},
    );

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ addReview: { product: { digest: expect.any(String) } } });
  });

  it('is forgotten for the operations that nobody asked for longest, and never for those to keep', async () => {
    const { engine, planner } = createToyEngine();
    const kept = 'query Kept { people { name balance } }';
    await engine.keep(kept, parse(kept));
    const first = '{ first: person(id: "1") { name } }';
    await ask(engine, first);
    // As much text as is remembered, and more.
    for (let nth = 0; nth < 50; nth++) {
      await ask(engine, `# ${'-'.repeat(10_000)}\n{ p${nth}: person(id: "1") { name } }`);
    }
    planner.planned.length = 0;

    await ask(engine, kept);
    expect(planner.planned).toEqual([]);
    await ask(engine, first);
    expect(planner.planned).toHaveLength(1);
  });
});
