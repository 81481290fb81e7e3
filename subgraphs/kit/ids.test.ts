import { expect, it } from '@jest/globals';
import { toId, toIds } from './ids.ts';

it('reads the integer behind an id', () => {
  expect(toId('1001')).toBe(1_001);
  expect(toId('9007199254740991')).toBe(Number.MAX_SAFE_INTEGER);
});

it.each(['', '0', '01001', '1001.0', '1e3', '-1', ' 1', 'x', '9007199254740992', '99999999999999999999'])(
  'knows nobody by %j',
  (text) => {
    expect(toId(text)).toBeNull();
  },
);

it('leaves out the ids of nobody', () => {
  expect(toIds(['3', 'x', '1', '3'])).toEqual([3, 1, 3]);
});
