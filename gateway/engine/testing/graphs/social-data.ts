/** What the network's systems know, and what they lack. */

/** u3 has no address that may be read, u4 no best friend; u6 is not known here, though others name it. */
export const USERS = [
  { id: 'u1', handle: 'ann', name: 'Ann', friends: ['u2', 'u3'], best: 'u2' },
  { id: 'u2', handle: 'bob', name: null, friends: ['u1'], best: 'u1' },
  { id: 'u3', handle: 'cat', name: 'Cat', friends: [], best: 'u4' },
  { id: 'u4', handle: 'dan', name: 'Dan', friends: null, best: null },
  { id: 'u5', handle: 'eve', name: 'Eve', friends: ['u4', 'u6'], best: 'u5' },
] as const;
export type User = (typeof USERS)[number];

export const ADDRESSES: Readonly<Record<string, object>> = {
  u1: { city: 'Oslo', zip: '1' },
  u2: { city: null, zip: '2' },
  u4: { city: 'Rome', zip: null },
};

/** x2 cannot be read, x3 has an author that nobody knows. */
export const POSTS = [
  { __typename: 'Post', id: 'x1', body: 'Hello.', authorId: 'u1', likes: 3 },
  { __typename: 'Post', id: 'x2', body: null, authorId: 'u3', likes: null },
  { __typename: 'Post', id: 'x3', body: 'Bye.', authorId: 'u6', likes: 0 },
  { __typename: 'Post', id: 'x4', body: 'Again.', authorId: 'u2', likes: 5 },
] as const;
export const COMMENTS = [
  { __typename: 'Comment', id: 'k1', body: 'Yes.', authorId: 'u2', postId: 'x1' },
  { __typename: 'Comment', id: 'k2', body: 'No.', authorId: 'u3', postId: 'x1' },
  { __typename: 'Comment', id: 'k3', body: 'Why?', authorId: 'u5', postId: 'x2' },
] as const;
export const ADS = [
  { __typename: 'Ad', id: 'd1', text: 'Buy.', sponsorId: 'u4' },
  { __typename: 'Ad', id: 'd2', text: null, sponsorId: 'u3' },
] as const;
export type Content = (typeof POSTS)[number] | (typeof COMMENTS)[number];

export const OFFICES = [{ city: 'Lima', zip: null }, { city: null, zip: '9' }, null];

export const VERDICTS: Readonly<Record<string, object | null>> = {
  x1: { visible: true, since: 'May' },
  x3: { visible: null, since: 'June' },
};
