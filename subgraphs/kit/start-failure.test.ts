import { expect, it } from '@jest/globals';
import { appError } from './errors.ts';
import { explainStartFailure } from './start-failure.ts';

it.each([
  ['Nothing is set.', new Error('Nothing is set.')],
  ['There is no file /a.', Object.assign(new Error('ENOENT'), { code: 'ENOENT', path: '/a' })],
  [
    'The store is away. (connect ECONNREFUSED 127.0.0.1:3306)',
    appError('SOURCE_UNAVAILABLE', 'The store is away.', {
      cause: new Error('connect ECONNREFUSED 127.0.0.1:3306'),
    }),
  ],
  // Of a name with several addresses node says no more.
  [
    'The store is away. (ECONNREFUSED)',
    appError('SOURCE_UNAVAILABLE', 'The store is away.', {
      cause: Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }),
    }),
  ],
])('says %s', (said, error) => {
  expect(explainStartFailure(error)).toBe(said);
});
