import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { jsonColumn } from './json-column.ts';

const readMinutes = jsonColumn('contacts', 'a way', z.array(z.tuple([z.string(), z.number()])));

it('reads what has the form', () => {
  expect(readMinutes('[["a",1],["b",2]]')).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});

it.each(['', '[["a",1]', 'null', '{}', '[["a"]]', '[["13800138000","x"]]'])(
  'refuses %j, and says nothing of what it held',
  (text) => {
    expect(() => readMinutes(text)).toThrow(
      expect.objectContaining({
        message: 'The contacts system sent a way that cannot be read.',
        extensions: { code: 'SOURCE_MALFORMED', retryable: false, source: 'contacts' },
      }),
    );
  },
);
