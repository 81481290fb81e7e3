/**
 * A library of five systems: entities behind an interface, interface objects
 * with and without `@requires`, unions, `@provides`, nested lists.
 */
import { federated, type TestGraph } from '../graph.ts';
import { mergeResolvers, type Resolvers } from '../monolith.ts';
import { CREATORS, MEDIA, type MediaRow } from './media-data.ts';
import * as sdl from './media-sdl.ts';

interface Id {
  readonly id: string;
}
interface First {
  readonly first?: number | null;
}
interface Lang {
  readonly lang?: string | null;
}

const MAGAZINE = { __typename: 'Magazine', issue: 7, pages: 32 } as const;

const mediaById = (id: string): MediaRow | null => {
  const found = MEDIA.find((media) => media.id === id);
  return found ? { ...found } : null;
};
const creatorById = (id: string | null) => {
  const found = CREATORS.find((creator) => creator.id === id);
  return found ? { ...found } : null;
};
const firstOf = <Row>(rows: readonly Row[], first: number | null | undefined) =>
  rows.slice(0, first ?? undefined);
/** What a system knows of media that are another's. */
const stub = (id: string) => ({ __typename: 'Media', id });
const scoreOf = (id: string) => (id.charCodeAt(0) + id.charCodeAt(1)) % 10;

const fields = {
  __resolveReference: ({ id }: Id) => mediaById(id),
  title: ({ titles }: MediaRow, { lang }: Lang) => (lang === 'ZH' ? titles.ZH : lang && titles.EN),
  creator: ({ creatorId }: MediaRow) => creatorById(creatorId),
  related: ({ relatedIds }: MediaRow, { first }: First) =>
    relatedIds && firstOf(relatedIds, first).map(mediaById),
};
const cover = ({ pages }: { pages: number }, { size }: { size: number }) => '#'.repeat(size) + pages;

const library = {
  Query: {
    media: (_: unknown, { id }: Id) => mediaById(id),
    shelf: (_: unknown, { kind, first }: First & { kind?: string | null }) =>
      firstOf(
        MEDIA.filter(({ __typename }) => kind == null || __typename.toUpperCase() === kind),
        first,
      ),
    item: (_: unknown, { id }: Id) => (id.startsWith('s') ? MAGAZINE : mediaById(id)),
    items: () => [mediaById('b1'), null, MAGAZINE, mediaById('m1')],
    stacks: () => [[mediaById('b1'), null, mediaById('s1')], [], [mediaById('m2')]],
    spoken: () => [mediaById('b2'), MAGAZINE],
  },
  Media: { __resolveReference: fields.__resolveReference },
  Book: { ...fields, cover, sequel: ({ otherId }: MediaRow) => otherId && mediaById(otherId) },
  Movie: { ...fields, basedOn: ({ otherId }: MediaRow) => otherId && mediaById(otherId) },
  Song: fields,
  Magazine: { cover },
} satisfies Resolvers;

interface Titled {
  readonly title: string | null;
}
const rated = {
  rating: ({ id }: Id, { scale }: { scale?: number | null }) =>
    scoreOf(id) === 0 ? null : (scoreOf(id) * (scale ?? 1)) / 10,
  votes: ({ id }: Id, { min }: { min?: number | null }) =>
    [1, 5].filter((stars) => stars >= (min ?? 0)).map((stars) => ({ stars, id })),
  blurb: ({ title }: Titled, { short }: { short?: boolean | null }) =>
    title === null ? null : short ? title.slice(0, 2) : `About ${title}`,
  blurbZh: ({ title }: Titled) => (title === null ? '无题' : `《${title}》`),
  similar: ({ id }: Id) => (id === 's1' ? null : stub('s1')),
};
const ratings = {
  Query: {
    topRated: (_: unknown, { first }: First) => firstOf(['s1', 'b1', 'm2'], first).map(stub),
    loudest: () => stub('s1'),
  },
  Media: rated,
  Vote: {
    voter: ({ stars }: { stars: number }) => (stars === 5 ? { id: 'c1' } : null),
    on: ({ id }: Id) => stub(id),
  },
} satisfies Resolvers;

const worksOf = (creator: string) =>
  MEDIA.filter(({ creatorId }) => creatorId === creator).map(({ id }) => id);
const awardsOf = (id: string) => (id === 'b1' ? [awards.medal, awards.prize] : id === 'm1' ? [] : null);
const awards = {
  prize: { __typename: 'Prize', year: 1999, amount: 100, winnerId: 'b1' },
  medal: { __typename: 'Medal', year: 2001, metal: 'GOLD', holderId: 'c2' },
} as const;
const people = {
  Query: {
    creators: () => CREATORS,
    creator: (_: unknown, { id }: Id) => creatorById(id),
    awards: () => [awards.prize, null, awards.medal],
  },
  Creator: {
    __resolveReference: ({ id }: Id) => creatorById(id),
    works: ({ id }: Id, { first }: First) => firstOf(worksOf(id), first).map(stub),
    best: ({ id }: Id) => stub(id === 'c1' ? 'b1' : 'm1'),
  },
  Media: { awards: ({ id }: Id) => awardsOf(id) },
  Prize: { winner: ({ winnerId }: { winnerId: string }) => stub(winnerId) },
  Medal: { holder: ({ holderId }: { holderId: string }) => creatorById(holderId) },
} satisfies Resolvers;

const archive = {
  Query: { archived: () => [stub('m1'), null, stub('b2')], oldest: () => stub('b1') },
} satisfies Resolvers;

const slots = ({ minutes }: { minutes: number | null }) =>
  minutes === null ? null : [600, 600 + minutes, 600 + 2 * minutes];
const movie = (id: string) => ({ __typename: 'Movie', id });
const cinemas = {
  Query: {
    nowShowing: () => [
      { hall: 1, movieId: 'm1' },
      { hall: null, movieId: 'm2' },
    ],
    premiere: () => movie('m2'),
    hits: () => [movie('m1'), { __typename: 'Song', id: 's1' }],
  },
  Showing: {
    movie: ({ movieId }: { movieId: string }) => movie(movieId),
    after: ({ hall }: { hall: number | null }) => hall && [movie('m2'), movie('m1')],
  },
  Movie: { seats: ({ id }: Id) => id.length * 50, slots },
  Song: { plays: () => 1_000_000 },
} satisfies Resolvers;

/** Where a subgraph has a stub, or computes from a representation. */
const wholeMedia = {
  rating: rated.rating,
  votes: rated.votes,
  blurb: ({ titles }: MediaRow, args: { short?: boolean | null }) => rated.blurb({ title: titles.EN }, args),
  blurbZh: ({ titles }: MediaRow) => rated.blurbZh({ title: titles.ZH }),
  similar: ({ id }: Id) => (id === 's1' ? null : mediaById('s1')),
  awards: ({ id }: Id) => awardsOf(id),
};
const whole = {
  Query: {
    topRated: (_: unknown, args: First) => ratings.Query.topRated(_, args).map(({ id }) => mediaById(id)),
    loudest: () => mediaById('s1'),
    archived: () => [mediaById('m1'), null, mediaById('b2')],
    oldest: () => mediaById('b1'),
    premiere: () => mediaById('m2'),
    hits: () => [mediaById('m1'), mediaById('s1')],
  },
  Book: wholeMedia,
  Movie: wholeMedia,
  Song: wholeMedia,
  Vote: {
    on: ({ id }: Id) => mediaById(id),
    voter: ({ stars }: { stars: number }) => (stars === 5 ? creatorById('c1') : null),
  },
  Creator: {
    works: ({ id }: Id, { first }: First) => firstOf(worksOf(id), first).map(mediaById),
    best: ({ id }: Id) => mediaById(id === 'c1' ? 'b1' : 'm1'),
  },
  Prize: { winner: ({ winnerId }: { winnerId: string }) => mediaById(winnerId) },
  Showing: {
    movie: ({ movieId }: { movieId: string }) => mediaById(movieId),
    after: ({ hall }: { hall: number | null }) => hall && [mediaById('m2'), mediaById('m1')],
  },
} satisfies Resolvers;

export function createMediaGraph(): TestGraph {
  return {
    name: 'media',
    subgraphs: [
      { name: 'library', typeDefs: federated(sdl.LIBRARY), resolvers: library },
      { name: 'ratings', typeDefs: federated(sdl.RATINGS), resolvers: ratings },
      { name: 'people', typeDefs: federated(sdl.PEOPLE), resolvers: people },
      { name: 'archive', typeDefs: federated(sdl.ARCHIVE), resolvers: archive },
      { name: 'cinemas', typeDefs: federated(sdl.CINEMAS), resolvers: cinemas },
    ],
    monolith: mergeResolvers(library, ratings, people, archive, cinemas, whole),
    samples: { ID: ['b1', 'b2', 'm1', 'm2', 's1', 'c1', 'c2', 'nobody'] },
    reset() {},
  };
}
