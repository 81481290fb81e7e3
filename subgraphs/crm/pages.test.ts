import { expect, it } from '@jest/globals';
import { toPages } from './pages.ts';

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
