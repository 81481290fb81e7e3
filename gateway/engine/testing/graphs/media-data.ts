/** What the library's systems know. */

export interface MediaRow {
  readonly __typename: 'Book' | 'Movie' | 'Song';
  readonly id: string;
  readonly titles: { readonly EN: string | null; readonly ZH: string | null };
  readonly creatorId: string | null;
  readonly relatedIds: readonly string[] | null;
  readonly pages?: number;
  readonly isbn?: string | null;
  readonly minutes?: number | null;
  /** Of the book that follows, or that the film is made from. */
  readonly otherId?: string;
}

export const MEDIA: readonly MediaRow[] = [
  {
    __typename: 'Book',
    id: 'b1',
    titles: { EN: 'Tides', ZH: '潮' },
    creatorId: 'c1',
    relatedIds: ['m1', 's1'],
    pages: 120,
    isbn: '978',
    otherId: 'b2',
  },
  {
    __typename: 'Book',
    id: 'b2',
    titles: { EN: null, ZH: '汐' },
    creatorId: 'c2',
    relatedIds: [],
    pages: 80,
    isbn: null,
  },
  {
    __typename: 'Movie',
    id: 'm1',
    titles: { EN: 'Tides, the film', ZH: null },
    creatorId: 'c2',
    relatedIds: ['b1', 'm2', 's1'],
    minutes: 90,
    otherId: 'b1',
  },
  {
    __typename: 'Movie',
    id: 'm2',
    titles: { EN: 'Ebb', ZH: '退' },
    creatorId: null,
    relatedIds: null,
    minutes: null,
  },
  {
    __typename: 'Song',
    id: 's1',
    titles: { EN: 'Wave', ZH: '浪' },
    creatorId: 'c1',
    relatedIds: ['s1', 'b2'],
    minutes: 3.5,
  },
];

export const CREATORS = [
  { id: 'c1', name: 'Lin', born: 1970 },
  { id: 'c2', name: 'Moe', born: null },
] as const;
