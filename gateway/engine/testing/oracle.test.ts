import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { buildMonolith, buildUnboundMonolith, createMonolithExecute, type Resolvers } from './monolith.ts';
import { faultsOfErrors, type Truth } from './oracle.ts';

const SDL = 'type Query { a: A  b: Int } type A { must: Int! may: Int other: Int! }';

function fail(code: string): never {
  throw Object.assign(new Error(code), { extensions: { code } });
}

async function truthOf(query: string, resolvers: Resolvers): Promise<Truth> {
  const ask = createMonolithExecute(buildMonolith(SDL, resolvers));
  const askUnbound = createMonolithExecute(buildUnboundMonolith(SDL, resolvers));
  return { answer: await ask(parse(query), {}), unbound: await askUnbound(parse(query), {}) };
}

const error = (path: string, code?: string) => ({
  message: '',
  path: path.split('.'),
  ...(code !== undefined && { extensions: { code } }),
});
const answered = (...errors: readonly ReturnType<typeof error>[]) => ({ data: {}, errors });

describe('errors of an answer', () => {
  const query = '{ a { must may other } b }';

  it('must name the path and the code of a field that failed', async () => {
    const truth = await truthOf(query, { Query: { a: () => null, b: () => fail('DOWN') } });

    expect(faultsOfErrors(truth, answered(error('b', 'DOWN')))).toEqual([]);
    expect(faultsOfErrors(truth, answered())).toEqual(['misses DOWN at b']);
    expect(faultsOfErrors(truth, answered(error('b', 'LATE')))).toEqual([
      'misses DOWN at b',
      'makes up LATE at b',
    ]);
    expect(faultsOfErrors(truth, answered(error('b', 'DOWN'), error('a', 'DOWN')))).toEqual([
      'makes up DOWN at a',
    ]);
    expect(faultsOfErrors(truth, answered(error('b', 'DOWN'), error('b', 'DOWN')))).toEqual([
      'repeats DOWN at b',
    ]);
  });

  it('may be any that happened below what became null', async () => {
    const truth = await truthOf(query, {
      Query: { a: () => ({}) },
      A: { must: () => fail('ONE'), may: () => fail('TWO'), other: () => null },
    });

    expect(truth.answer.data).toEqual({ a: null, b: null });
    for (const given of [error('a.must', 'ONE'), error('a.may', 'TWO'), error('a.other', 'ANY')]) {
      expect(faultsOfErrors(truth, answered(given))).toEqual([]);
    }
    expect(faultsOfErrors(truth, answered())).toEqual(['misses ONE at a.must']);
    expect(faultsOfErrors(truth, answered(error('a.must', 'TWO')))).toEqual(['makes up TWO at a.must']);
  });

  it('may stand at an object for each of its fields, with their code', async () => {
    const truth = await truthOf('{ a { may } }', {
      Query: { a: () => ({}) },
      A: { may: () => fail('DOWN') },
    });

    expect(faultsOfErrors(truth, answered(error('a', 'DOWN')))).toEqual([]);
    expect(faultsOfErrors(truth, answered(error('a', 'LATE')))).toEqual([
      'misses DOWN at a.may',
      'makes up LATE at a',
    ]);
  });
});
