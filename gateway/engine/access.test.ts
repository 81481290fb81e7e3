/** What the engine leaves out of an operation for whom may not see all of it. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Grants, NO_GRANTS } from '#kit/access/grants';
import { MOST_REFUSALS } from './refusals.ts';
import { EVERYTHING } from './testing/guarded-bench.ts';
import { createGuardedEngine, NOTHING, type WatchedEngine, without } from './testing/guarded-engine.ts';

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

describe('a field refused', () => {
  it('is null with a typed error at the client’s path, and the rest is answered', async () => {
    const { ask } = open();
    const answer = await ask('{ all: people { title hidden: scoped } }', NOTHING);

    expect(answer).toEqual({
      data: {
        all: [
          { title: 'Title 1', hidden: null },
          { title: 'Title 2', hidden: null },
        ],
      },
      errors: [refusal(['all', 0, 'hidden']), refusal(['all', 1, 'hidden'])],
    });
  });

  it.each<[string, Grants, string]>([
    ['known', NO_GRANTS, 'UNAUTHENTICATED'],
    ['scoped', NOTHING, 'FORBIDDEN'],
    ['recorded', NOTHING, 'AUDIT_UNAVAILABLE'],
    ['purposeful', without('purpose'), 'NEEDS_PURPOSE'],
  ])('says what is missing: %s', async (field, grants, code) => {
    const { ask } = open();
    const { data, errors } = await ask(`{ person(id: "1") { ${field} } }`, grants);

    expect(data).toEqual({ person: { [field]: null } });
    expect(errors).toMatchObject([{ path: ['person', field], extensions: { code } }]);
  });

  it('causes no fetch: neither its arguments nor what is asked below it', async () => {
    const { ask, fetched } = open();
    await ask('{ person(id: "1") { title salary diary(day: 7) { page } } }', NOTHING);

    expect(fetched).toHaveLength(1);
    expect(fetched[0]).not.toMatch(/diary|day|page|salary/);
  });

  it('leaves an object that is there, or null, where all of its fields are refused', async () => {
    const { ask, fetched } = open();

    expect((await ask('{ nobody: person(id: "9") { scoped } }', NOTHING)).data).toEqual({ nobody: null });
    expect((await ask('{ person(id: "1") { ...F } } fragment F on Person { scoped }', NOTHING)).data).toEqual(
      {
        person: { scoped: null },
      },
    );
    expect(fetched.join()).not.toContain('scoped');
  });

  it('fetches nothing where all that is asked is refused', async () => {
    const { ask, fetched, planned } = open();
    const { data, errors } = await ask('{ motto safe: vault { gold } }', NOTHING);

    expect(data).toEqual({ motto: null, safe: null });
    expect(errors).toEqual([refusal(['motto']), refusal(['safe'])]);
    expect([...fetched, ...planned]).toEqual([]);
  });

  it('takes with it what may not be without it, as far as the nearest place that may be null', async () => {
    const { ask } = open();

    expect(await ask('{ person(id: "1") { title pin } motto }', without('pin'))).toEqual({
      data: { person: null, motto: '⟦Query.motto⟧ ' },
      errors: [refusal(['person', 'pin'])],
    });
    const { data, errors } = await ask('{ people { title pin } }', without('pin'));
    expect(data).toEqual({ people: null });
    expect(errors).toContainEqual(refusal(['people', 0, 'pin']));
  });

  it('is not there where it is skipped, and is refused where it is included', async () => {
    const { ask } = open();
    const text = `query ($yes: Boolean!) {
      person(id: "1") { title scoped @include(if: $yes) ... @skip(if: $yes) { salary } }
    }`;

    expect(await ask(text, NOTHING, { yes: true })).toEqual({
      data: { person: { title: 'Title 1', scoped: null } },
      errors: [refusal(['person', 'scoped'])],
    });
    expect(await ask(text, NOTHING, { yes: false })).toEqual({
      data: { person: { title: 'Title 1', salary: null } },
      errors: [refusal(['person', 'salary'])],
    });
  });

  it('of a mutation does not run', async () => {
    const { ask, fetched } = open();

    expect(await ask('mutation { open(code: "1") { title } touch { title } }', NOTHING)).toEqual({
      data: { open: null, touch: { title: 'Title 2' } },
      errors: [refusal(['open'])],
    });
    expect(fetched).toHaveLength(1);
    expect(fetched[0]).not.toContain('open');
    expect((await ask('mutation { open { title } }', NOTHING)).data).toEqual({ open: null });
    expect(fetched).toHaveLength(1);
  });

  it('is reported up to a number of places, and counted beyond', async () => {
    const { ask } = open();
    const many = Array.from({ length: 60 }, (_, at) => `p${at}: people { title scoped recorded }`);
    const { data, errors } = await ask(`{ ${many.join(' ')} }`, without('scoped', 'on_record'));

    expect(JSON.stringify(data)).not.toContain('⟦');
    expect(errors.filter(({ path }: { path?: unknown }) => path)).toHaveLength(MOST_REFUSALS);
    expect(errors.slice(MOST_REFUSALS)).toMatchObject([
      { message: expect.stringMatching(/^70 more fields/), extensions: { code: 'FORBIDDEN' } },
      { message: expect.stringMatching(/^70 more fields/), extensions: { code: 'AUDIT_UNAVAILABLE' } },
    ]);
  });
});

describe('what may be of several types', () => {
  it('is refused a field that is refused on one of them', async () => {
    const { ask } = open();

    expect(await ask('{ nodes { title motto } }', without('motto'))).toMatchObject({
      data: { nodes: [{ title: 'Title 1', motto: null }, { motto: null }, null, { motto: null }] },
      errors: [0, 1, 3].map((at) => refusal(['nodes', at, 'motto'])),
    });
  });

  it('is refused the field that one part of the operation may have and another may not', async () => {
    const { ask } = open();
    const { data } = await ask('{ nodes { motto ... on Person { motto } } }', without('motto'));

    expect(data).toEqual({ nodes: [{ motto: null }, { motto: null }, null, { motto: null }] });
  });

  it('is told apart where a fragment asks for nothing but what is refused', async () => {
    const { ask } = open();

    expect(await ask('{ found { ... on Company { secret } ... on Vault { gold } } }', NOTHING)).toEqual({
      data: { found: [{}, { secret: null }, { gold: null }, {}] },
      errors: [refusal(['found', 1, 'secret']), refusal(['found', 2, 'gold'])],
    });
  });

  it('does not tell its type where one of the types may not be seen', async () => {
    const { ask } = open();
    const { data, errors } = await ask('{ found { __typename ... on Person { title } } }', without('vault'));

    expect(data).toEqual({ found: null });
    expect(errors).toContainEqual(refusal(['found', 2, '__typename']));
    expect((await ask('{ found { __typename } }', EVERYTHING)).errors).toBeUndefined();
  });

  it('is refused as a whole where composition says that its interface is', async () => {
    const { ask } = open();

    expect(await ask('{ things { name } }', without('house'))).toEqual({
      data: { things: null },
      errors: [refusal(['things'])],
    });
    expect((await ask('{ things { name } }', EVERYTHING)).data.things).toHaveLength(2);
  });
});
