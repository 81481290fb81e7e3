import { describe, expect, it } from '@jest/globals';
import { requireFirst, toPage, toPageInfo, toPlace } from './paging.ts';

const encode = (text: string): string => Buffer.from(text).toString('base64url');

describe('a page', () => {
  it('goes on where the page before ended', () => {
    const page = toPage([5, 7, 9], 2);
    const { hasNextPage, endCursor } = toPageInfo('contacts:7', page, (place) => place);

    expect(page.items).toEqual([5, 7]);
    expect(hasNextPage).toBe(true);
    expect(toPlace('contacts:7', endCursor)).toBe(7);
  });

  it('that is the last leads nowhere further', () => {
    expect(toPage([5, 7], 2)).toEqual({ items: [5, 7], hasNextPage: false });
  });

  it('that is empty has no cursor', () => {
    expect(toPageInfo('contacts:7', toPage<number>([], 2), (place) => place)).toEqual({
      hasNextPage: false,
      endCursor: null,
    });
  });

  it('that is the first comes after nothing', () => {
    expect(toPlace('contacts:7', null)).toBeNull();
    expect(toPlace('contacts:7', undefined)).toBeNull();
  });

  it.each([0, -1, 101])('refuses first: %d', (first) => {
    expect(() => requireFirst(first)).toThrow('first must be 1 to 100.');
  });
});

it('takes the place 0 for a place', () => {
  expect(toPlace('contacts:7', encode('contacts:7:0'))).toBe(0);
});

it.each([
  ['empty', ''],
  ['not base64', '***'],
  ['not a cursor', encode('70012')],
  ['without a place', encode('contacts:7:')],
  ['with no number', encode('contacts:7:abc')],
  ['with a sign', encode('contacts:7:-70012')],
  ['with more than a number', encode('contacts:7:1 or 1')],
  ['beyond exact numbers', encode('contacts:7:9007199254740992')],
  ['of another customer', encode('contacts:8:80012')],
  ['of another list', encode('tickets:7:70012')],
])('refuses a cursor that is %s', (_, cursor) => {
  expect(() => toPlace('contacts:7', cursor)).toThrow(
    expect.objectContaining({
      message: 'after must be the endCursor of the page before.',
      extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    }),
  );
});
