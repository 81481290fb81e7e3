/**
 * A social network whose systems fail: resolvers that throw for some ids, nulls
 * where none may be, entities that a system does not know. And mutations.
 */
import { GraphQLError } from 'graphql';
import { federated, type TestGraph } from '../graph.ts';
import { mergeResolvers, type Resolvers } from '../monolith.ts';
import {
  ADDRESSES,
  ADS,
  COMMENTS,
  type Content,
  OFFICES,
  POSTS,
  USERS,
  type User,
  VERDICTS,
} from './social-data.ts';
import * as sdl from './social-sdl.ts';

interface Id {
  readonly id: string;
}
interface First {
  readonly first?: number | null;
}

function fail(code: string): never {
  throw new GraphQLError(`No ${code.toLowerCase()} today.`, { extensions: { code } });
}
const firstOf = <Row>(rows: readonly Row[], first: number | null | undefined) =>
  rows.slice(0, first ?? undefined);

const userById = (id: string) => {
  const found = USERS.find((user) => user.id === id);
  return found ? { ...found } : null;
};
const accounts = {
  Query: {
    me: () => userById('u1'),
    user: (_: unknown, { id }: Id) => userById(id),
    users: (_: unknown, { ids }: { ids: readonly string[] }) => ids.map(userById),
    members: () => USERS.slice(0, 3),
    owner: () => userById('u5'),
    viewer: () => userById('u2'),
  },
  User: {
    __resolveReference: (key: { id: string } | { handle: string }) => {
      const found = USERS.find((user) => ('id' in key ? user.id === key.id : user.handle === key.handle));
      return found ? { ...found } : null;
    },
    email: ({ id }: Id) => (id === 'u3' ? fail('EMAIL') : `${id}@example.org`),
    phone: ({ id }: Id) => (id === 'u2' || id === 'u3' ? fail('PHONE') : id),
    friends: ({ friends }: User, { first }: First) => friends && firstOf(friends, first).map(userById),
    circles: ({ id }: Id) =>
      id === 'u1'
        ? [[userById('u2'), userById('u3')], [], [userById('u5')]]
        : id === 'u2'
          ? [[userById('u1'), null]]
          : null,
    address: ({ id }: Id) => (id === 'u3' ? fail('ADDRESS') : ADDRESSES[id]),
    bestFriend: ({ best }: User) => best && userById(best),
  },
} satisfies Resolvers;

const find = <Row extends Id>(rows: readonly Row[], id: string): Row | null => {
  const found = rows.find((row) => row.id === id);
  return found ? { ...found } : null;
};
/** @param user How the schema that asks sees a user of whom only the id is known. */
function postResolvers(user: (id: string) => unknown) {
  const content = {
    body: ({ id, body }: Content) => (id === 'k2' ? fail('BODY') : body),
    author: ({ authorId }: Content) => user(authorId),
  };
  return {
    Query: {
      feed: (_: unknown, { first }: First) =>
        firstOf([POSTS[0], ADS[0], COMMENTS[0], POSTS[3], ADS[1], POSTS[2]], first),
      post: (_: unknown, { id }: Id) => (id === 'broken' ? fail('POST') : find(POSTS, id)),
      wall: () => [[POSTS[0], null, ADS[1]], null, [], [COMMENTS[2], POSTS[1]]],
      contents: () => [COMMENTS[1], POSTS[0], POSTS[1], POSTS[3]],
      viewer: () => user('u2'),
      offices: () => OFFICES,
    },
    Post: {
      ...content,
      __resolveReference: ({ id }: Id) => find(POSTS, id),
      likes: ({ id, likes }: (typeof POSTS)[number]) => (id === 'x4' ? fail('LIKES') : likes),
      replies: ({ id }: Id) => COMMENTS.filter(({ postId }) => postId === id),
    },
    Comment: {
      ...content,
      __resolveReference: ({ id }: Id) => find(COMMENTS, id),
      on: ({ postId }: (typeof COMMENTS)[number]) => find(POSTS, postId),
    },
    Ad: { sponsor: ({ sponsorId }: (typeof ADS)[number]) => user(sponsorId) },
    User: {
      posts: ({ id }: Id, { first }: First) =>
        id === 'u5'
          ? fail('POSTS')
          : firstOf(
              POSTS.filter(({ authorId }) => authorId === id),
              first,
            ),
      pinned: ({ id }: Id) => POSTS.find(({ authorId }) => authorId === id),
      last: ({ id }: Id) => COMMENTS.find(({ authorId }) => authorId === id) ?? POSTS[0],
    },
  } satisfies Resolvers;
}

function moderationResolvers(user: (handle: string) => unknown, post: (id: string) => unknown) {
  return {
    Query: {
      offices: () => OFFICES,
      reports: () => [
        { subject: post('x1'), reasons: ['RUDE', 'SPAM'] },
        { subject: user('cat'), reasons: [] },
        { subject: null, reasons: ['FALSE'] },
      ],
    },
    Post: {
      flags: ({ id }: Id) =>
        id === 'x1'
          ? [{ reason: 'RUDE', note: 'n', handle: 'bob' }]
          : id === 'x2'
            ? [{ reason: 'SPAM', note: null, handle: null }]
            : null,
      verdict: ({ id }: Id) => (id === 'x4' ? fail('VERDICT') : VERDICTS[id]),
      score: ({ id }: Id) => Number(id.slice(1)),
    },
    Comment: { score: ({ id }: Id) => (id === 'k1' ? fail('SCORE') : 7) },
    Flag: { by: ({ handle }: { handle?: string | null }) => handle && user(handle) },
    User: {
      standing: ({ handle }: { handle: string }) =>
        handle === 'ann' ? { level: 3, reason: 'long' } : handle === 'bob' ? { level: 1 } : fail('STANDING'),
      notes: ({ handle }: { handle: string }) => (handle === 'bob' ? ['a', null] : [handle]),
      trust: ({ handle }: { handle: string }) => (handle === 'cat' ? fail('TRUST') : handle.length),
    },
  } satisfies Resolvers;
}
const isModerated = (handle: string) => handle !== 'dan';
const moderation = mergeResolvers(
  moderationResolvers(
    (handle) => ({ __typename: 'User', handle }),
    (id) => ({ __typename: 'Post', id }),
  ),
  {
    User: {
      __resolveReference: ({ handle }: { handle: string }) => (isModerated(handle) ? { handle } : null),
    },
  },
);

const present = {
  online: ({ id }: Id) => (id === 'u3' ? null : id === 'u1'),
  device: ({ id }: Id) => ({ name: `${id}'s`, battery: id === 'u1' ? 80 : null }),
};
const isDown = (id: string) => id === 'u4';
const presence = {
  User: {
    ...present,
    // A rejection fails one entity; a throw would fail the whole fetch.
    __resolveReference: async ({ id }: Id) => (isDown(id) ? fail('PRESENCE') : { id }),
  },
} satisfies Resolvers;

export function createSocialGraph(): TestGraph {
  let sequence = 0;
  const accountMutations = {
    Mutation: {
      visit: (_: unknown, { id }: Id) => ({ sequence: ++sequence, user: userById(id) }),
    },
  } satisfies Resolvers;
  const postMutations = (user: (id: string) => unknown): Resolvers => ({
    Mutation: {
      like: (_: unknown, { id }: Id) => {
        sequence++;
        return id === 'x2' ? fail('LIKE') : find(POSTS, id);
      },
      share: (_: unknown, args: { post: string; with?: readonly string[] | null }) => ({
        sequence: ++sequence,
        post: find(POSTS, args.post),
        with: args.with?.map(user),
      }),
    },
  });
  const moderationMutations = {
    Mutation: {
      flag: (
        _: unknown,
        { input }: { input: { reasons: readonly string[]; note?: { text?: string; level: number } | null } },
      ) => ({
        sequence: ++sequence,
        reason: input.reasons[0],
        note: input.note ? `${input.note.text} ${input.note.level}` : null,
        handle: 'ann',
      }),
    },
  } satisfies Resolvers;
  const bare = (id: string) => ({ __typename: 'User', id });

  return {
    name: 'social',
    subgraphs: [
      {
        name: 'accounts',
        typeDefs: federated(sdl.ACCOUNTS),
        resolvers: mergeResolvers(accounts, accountMutations),
      },
      {
        name: 'posts',
        typeDefs: federated(sdl.POSTS),
        resolvers: mergeResolvers(postResolvers(bare), postMutations(bare)),
      },
      {
        name: 'moderation',
        typeDefs: federated(sdl.MODERATION),
        resolvers: mergeResolvers(moderation, moderationMutations),
      },
      { name: 'presence', typeDefs: federated(sdl.PRESENCE), resolvers: presence },
    ],
    monolith: mergeResolvers(
      postResolvers(known),
      postMutations(known),
      moderationResolvers(knownByHandle, (id) => find(POSTS, id)),
      moderationMutations,
      accounts,
      accountMutations,
      { User: wholeUser },
    ),
    samples: {
      ID: ['u1', 'u2', 'u3', 'u4', 'u5', 'x1', 'x2', 'x3', 'x4', 'broken'],
      post: ['x1', 'x2', 'x3', 'x4'],
    },
    reset() {
      sequence = 0;
    },
  };
}

/** A user that accounts does not know is still one, of an id alone. */
const known = (id: string) => ({ __typename: 'User', ...(userById(id) ?? { id }) });
const knownByHandle = (handle: string) => ({
  __typename: 'User',
  ...USERS.find((user) => user.handle === handle),
});

/** Where a subgraph knows less than all, or fails as a whole. */
const wholeUser: Resolvers[string] = {
  ...withoutUnknown(accounts.User, ({ handle }) => handle !== undefined),
  ...withoutUnknown(moderationResolvers(String, String).User, ({ handle }) => isModerated(handle ?? 'dan')),
  ...Object.fromEntries(
    Object.entries(present).map(([name, resolve]) => [
      name,
      (user: Id) => (isDown(user.id) ? fail('PRESENCE') : resolve(user)),
    ]),
  ),
};

function withoutUnknown(
  fields: Resolvers[string],
  isKnown: (user: { readonly handle?: string }) => boolean,
): Resolvers[string] {
  return Object.fromEntries(
    Object.entries(fields).map(([name, resolve]) => [
      name,
      (user: never, args: never) => (isKnown(user) ? resolve(user, args) : null),
    ]),
  );
}
