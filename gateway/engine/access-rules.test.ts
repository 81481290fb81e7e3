/** Where the rules come from, who may see the schema, and how often is compiled what some may not see all of. */
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { afterEach, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { createGrants, type Grants, NO_GRANTS } from '#kit/access/grants';
import { createToyGraph } from '../testing/toy-graph.ts';
import { createInProcessTransport } from '../transports/in-process.ts';
import { createEngine } from './engine.ts';
import { createPlanner } from './planner.ts';
import { readSupergraph } from './supergraph.ts';
import { composeGraph } from './testing/graph.ts';
import { createGuardedGraph, guarded } from './testing/graphs/guarded.ts';
import { EVERYTHING } from './testing/guarded-bench.ts';
import {
  askEngine,
  createGuardedEngine,
  NOTHING,
  sourceOf,
  type WatchedEngine,
  without,
} from './testing/guarded-engine.ts';
import { withoutAccess } from './without-access.ts';

const opened: WatchedEngine[] = [];
const open = (): WatchedEngine => {
  const watched = createGuardedEngine();
  opened.push(watched);
  return watched;
};
afterEach(() => {
  for (const { engine } of opened.splice(0)) engine.close();
});

const refusal = (path: (string | number)[], code = 'FORBIDDEN') =>
  expect.objectContaining({ path, extensions: expect.objectContaining({ code, retryable: false }) });

describe('the schema', () => {
  it('is shown to whom is known', async () => {
    const { ask } = open();
    const text = '{ __schema { queryType { name } } __type(name: "Vault") { name } people { title } }';

    expect((await ask(text, NOTHING)).data.__type).toEqual({ name: 'Vault' });
    // It may not be null, and so nothing else is there.
    expect(await ask(text, NO_GRANTS)).toEqual({
      data: null,
      errors: [refusal(['__schema'], 'UNAUTHENTICATED')],
    });
    expect((await ask('{ __type(name: "Vault") { name } people { title } }', NO_GRANTS)).data).toMatchObject({
      __type: null,
      people: [{ title: 'Title 1' }, { title: 'Title 2' }],
    });
  });

  it('is shown to everybody where nothing is protected', async () => {
    const { supergraphSdl, subgraphs } = createToyGraph();
    const engine = createEngine({
      supergraph: readSupergraph(supergraphSdl),
      planner: createPlanner(supergraphSdl),
      transports: new Map(subgraphs.map((each) => [each.name, createInProcessTransport(each)])),
    });

    const { errors } = await askEngine(engine, '{ __type(name: "Card") { name } }', NO_GRANTS);
    expect(errors).toBeUndefined();
    engine.close();
  });
});

describe('compiling', () => {
  const text = 'query Q { people { title scoped } }';

  it('happens once for all who may see the same of a document', async () => {
    const { engine, planned } = open();
    const source = sourceOf(text);
    const all = await engine.prepare(source, {}, EVERYTHING);
    const some = await engine.prepare(source, {}, NOTHING);

    expect(engine.prepare(source, {}, createGrants(['scoped'], []))).toBe(all);
    expect(engine.prepare(source, {}, createGrants(['pin', 'money'], ['purpose']))).toBe(some);
    expect(some).not.toBe(all);
    expect(planned).toHaveLength(2);
  });

  it('tells apart for what reason the same is refused', async () => {
    const { ask } = open();
    const codes = async (grants: Grants) =>
      (await ask('{ person(id: "1") { both } }', grants)).errors.map(
        ({ extensions }: { extensions: { code: string } }) => extensions.code,
      );

    expect(await codes(without('scoped'))).toEqual(['FORBIDDEN']);
    expect(await codes(without('on_record'))).toEqual(['AUDIT_UNAVAILABLE']);
    expect(await codes(without('scoped'))).toEqual(['FORBIDDEN']);
  });

  it('of what is kept is done before anybody asks', async () => {
    const { engine, planned } = open();
    const source = sourceOf(text);
    await engine.keep(source.hash, source.document, [EVERYTHING, NOTHING, createGrants(['pin'], [])]);

    expect(planned).toHaveLength(2);
    expect(engine.prepare(source, {}, EVERYTHING)).toBeInstanceOf(Function);
    expect(engine.prepare(source, {}, createGrants(['money'], []))).toBeInstanceOf(Function);
    expect(planned).toHaveLength(2);
  });
});

describe('the directives', () => {
  const RENAMED = parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
      { name: "@requiresScopes", as: "@needs" }, { name: "@authenticated", as: "@known" }, "@policy"
    ])
    type Query { open: String scoped: String @needs(scopes: [["scoped"]]) known: String @known }
  `);

  it('are read under any name', () => {
    const { supergraphSdl = '' } = composeServices([{ name: 'a', url: '', typeDefs: RENAMED }]);
    const { rules, apiSchema } = readSupergraph(supergraphSdl);

    expect(rules.ofField('Query', 'open').demands).toEqual([]);
    expect(rules.ofField('Query', 'scoped').demands).toEqual([{ kind: 'scopes', anyOf: [['scoped']] }]);
    expect(rules.ofField('Query', 'known').demands).toEqual([{ kind: 'authenticated' }]);
    expect(apiSchema.getDirectives().map(({ name }) => name)).not.toContain('needs');
    expect(withoutAccess(supergraphSdl)).not.toMatch(/needs|@known|requiresScopes|SECURITY\b.*import/);
  });

  it('are kept from planners, one of which would refuse the supergraph', () => {
    const { supergraphSdl } = composeGraph(createGuardedGraph());
    expect(() => Supergraph.build(supergraphSdl)).toThrow('for: SECURITY');
    const stripped = withoutAccess(supergraphSdl);

    expect(Supergraph.build(stripped).apiSchema().type('Vault')).toBeDefined();
    expect(stripped).not.toMatch(/@authenticated|@requiresScopes|@policy|__Scope|__Policy/);
    expect(withoutAccess(stripped)).toBe(stripped);
  });

  it('fail the composition where a field requires what its viewers may not see', () => {
    const { errors } = composeServices([
      {
        name: 'people',
        url: '',
        typeDefs: guarded(`
          type Query { person: Person }
          type Person @key(fields: "id") { id: ID! secret: String @requiresScopes(scopes: [["secret"]]) }
        `),
      },
      {
        name: 'digests',
        url: '',
        typeDefs: guarded(`
          type Person @key(fields: "id") {
            id: ID!
            secret: String @external
            digest: String @requires(fields: "secret")
          }
        `),
      },
    ]);

    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([
      'MISSING_TRANSITIVE_AUTH_REQUIREMENTS',
    ]);
  });
});
