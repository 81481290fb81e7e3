import { describe, expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor } from './cursor.ts';

describe('cursors of contacts', () => {
  it('lead back to the contact', () => {
    expect(decodeCursor(encodeCursor('70012'), '7')).toBe(70_012);
  });

  it.each([
    ['not base64', '***'],
    ['not a cursor', Buffer.from('70012').toString('base64url')],
    ['no id', encodeCursor('abc')],
    ['an id with a sign', encodeCursor('-70012')],
    ['of another customer', encodeCursor('80012')],
    ['empty', ''],
  ])('are refused when %s', (_, cursor) => {
    expect(() => decodeCursor(cursor, '7')).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) }),
    );
  });
});
