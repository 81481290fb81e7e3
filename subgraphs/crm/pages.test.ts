import { describe, expect, it } from '@jest/globals';
import { toPageInfo, toPageRequest, toPages } from './pages.ts';

describe('a page request', () => {
  it('goes on where the page before ended', () => {
    const { endCursor } = toPageInfo({ items: [], hasNextPage: true }, '1002');

    expect(toPageRequest(20, endCursor)).toEqual({ first: 20, after: 1002 });
    expect(toPageRequest(20, null)).toEqual({ first: 20, after: 0 });
  });

  it.each([0, -1, 101])('refuses first: %d', (first) => {
    expect(() => toPageRequest(first, null)).toThrow('first must be 1 to 100.');
  });

  it.each(['', 'x', 'YWZ0ZXI6', Buffer.from('after:1 or 1').toString('base64url')])(
    'refuses a cursor that we did not give: %s',
    (after) => {
      expect(() => toPageRequest(1, after)).toThrow('after must be the endCursor of the page before.');
    },
  );
});

it('cuts the row that only tells of more', () => {
  const rows = [
    { key: 'a', id: 1 },
    { key: 'b', id: 2 },
    { key: 'a', id: 3 },
    { key: 'a', id: 4 },
  ];

  const pages = toPages(
    rows,
    ({ key }) => key,
    ({ id }) => id,
    2,
  );

  expect(Object.fromEntries(pages)).toEqual({
    a: { items: [1, 3], hasNextPage: true },
    b: { items: [2], hasNextPage: false },
  });
});
