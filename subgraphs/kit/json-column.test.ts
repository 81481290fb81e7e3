import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { readJsonColumn } from './json-column.ts';

const MINUTES = z.array(z.tuple([z.string(), z.number()]));

it('reads what has the form', () => {
  expect(readJsonColumn('contacts', '[["a",1],["b",2]]', MINUTES)).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});

it.each(['', '[["a",1]', 'null', '{}', '[["a"]]', '[["13800138000","x"]]'])(
  'refuses %j, and says nothing of what it held',
  (text) => {
    expect(() => readJsonColumn('contacts', text, MINUTES)).toThrow(
      expect.objectContaining({
        message: 'The contacts system sent a record that cannot be read.',
        extensions: { code: 'SOURCE_MALFORMED', retryable: false, source: 'contacts' },
      }),
    );
  },
);
