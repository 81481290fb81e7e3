/**
 * A shop of six systems: entities with compound keys, `@requires` with and
 * without arguments and in chains, `@provides`, `@override`, shared roots, mutations.
 */
import { GraphQLError } from 'graphql';
import { federated, type TestGraph } from '../graph.ts';
import { mergeResolvers, type Resolvers } from '../monolith.ts';
import {
  authorById,
  type CompoundKey,
  centsFor,
  commentsOn,
  copy,
  isPriced,
  ORGS,
  PRODUCTS,
  type Price,
  type ProductRow as Product,
  priceIn,
  productById,
  productBySku,
  RATES,
  REVIEWS,
  type ReviewRow,
} from './shop-data.ts';
import * as sdl from './shop-sdl.ts';

interface Id {
  readonly id: string;
}
interface First {
  readonly first?: number | null;
}
interface Filter {
  readonly category?: string | null;
  readonly tags?: readonly string[] | null;
  readonly any?: readonly Filter[] | null;
  readonly width?: { readonly min: number; readonly max?: number | null } | null;
}

function fail(code: string): never {
  throw new GraphQLError('Not today.', { extensions: { code } });
}
const firstOf = <Row>(rows: readonly Row[], first: number | null | undefined) =>
  rows.slice(0, first ?? undefined);

function matches(product: Product, { category, tags, any, width }: Filter): boolean {
  const { min, max } = width ?? { min: 0 };
  return (
    (category == null || product.category === category) &&
    (tags == null || tags.every((tag) => product.tagList?.includes(tag))) &&
    (any == null || any.some((filter) => matches(product, filter))) &&
    (product.dimensions?.width ?? 0) >= min &&
    (product.dimensions?.width ?? 0) <= (max ?? 1_000)
  );
}

const catalog = {
  Query: {
    product: (_: unknown, { id }: Id) => productById(id),
    productBySku: (_: unknown, { sku, org }: { sku: string; org: string }) =>
      productBySku({ sku, org: { id: org } }),
    products: (_: unknown, { filter, first, order }: { filter: Filter; first: number; order?: string }) => {
      const found = PRODUCTS.filter((product) => matches(product, filter ?? {}));
      if (order === 'NAME') found.sort((a, b) => String(a.name).localeCompare(String(b.name)));
      return firstOf(found, first);
    },
    currencies: () => Object.keys(RATES),
    orgs: () => ORGS,
  },
  Product: {
    __resolveReference: (key: Id | CompoundKey) => ('id' in key ? productById(key.id) : productBySku(key)),
    org: ({ org }: CompoundKey) => ORGS.find(({ id }) => id === org.id),
    title: ({ name, sku }: Product, { upper, suffix }: { upper?: boolean; suffix?: string }) => {
      const title = `${name ?? sku}${suffix ?? ''}`;
      return upper ? title.toUpperCase() : title;
    },
    tags: ({ tagList }: Product, { prefix }: { prefix?: string }) =>
      tagList?.filter((tag) => tag.startsWith(prefix ?? '')),
    related: ({ relatedIds }: Product, { first }: First) => firstOf(relatedIds, first).map(productById),
    replacement: ({ replacementId }: Product) => replacementId && productById(replacementId),
  },
  Org: {
    __resolveReference: ({ id }: Id) => copy(ORGS.find((org) => org.id === id)),
    products: ({ id }: Id, { first }: First) =>
      firstOf(
        PRODUCTS.filter(({ org }) => org.id === id),
        first,
      ),
  },
} satisfies Resolvers;

const pricing = {
  Query: {
    currencies: () => Object.keys(RATES),
    cheapest: () => ({ __typename: 'Product', id: 'p3', sku: 'S0', org: { id: 'o1' } }),
  },
  Product: {
    // Its id it can say, and not be asked by.
    __resolveReference: ({ sku, org }: CompoundKey) =>
      isPriced({ sku, org }) ? { id: productBySku({ sku, org })?.id, sku, org } : null,
    price: (key: CompoundKey, { currency }: { currency: string }) => priceIn(key, currency),
    oldPrice: (key: CompoundKey) => (centsFor(key) ?? 0) * 2,
    discounts: (
      _: unknown,
      {
        codes,
        window,
      }: { codes?: readonly (string | null)[] | null; window?: { from: number; to?: number } },
    ) => codes?.map((code) => (code?.length ?? 0) + (window?.from ?? 0) * 10 + (window?.to ?? 0) * 100),
  },
  Price: {
    formatted: ({ amount, currency }: Price, { decimals }: { decimals?: number }) =>
      `${(amount / 100).toFixed(decimals ?? 0)} ${currency}`,
  },
} satisfies Resolvers;

interface Shippable {
  readonly price: Price | null;
  readonly dimensions: { readonly width: number; readonly height: number | null } | null;
}
/** Null where the price is: whether a system is asked at all about what pricing does not know is open. */
const shippingCost = ({ price, dimensions }: Shippable, { express }: { express?: boolean | null }) =>
  price &&
  Math.ceil(price.amount / 100) +
    (dimensions ? dimensions.width * (dimensions.height ?? 1) : 0) +
    (express ? 1_000 : 0);
const importDuty = ({ price }: Pick<Shippable, 'price'>) => price && Math.ceil(price.amount / 10);

/** @param product How the schema that asks sees a product of whom only the id is known. */
const depotsBy =
  (product: (id: string) => unknown) =>
  ({ id }: Id, { first }: First) =>
    id === 'p2'
      ? fail('DEPOTS')
      : firstOf(
          [
            { city: 'Ulm', shelf: 4, product: product(id) },
            { city: 'Bari', shelf: null, product: product('p1') },
          ],
          first,
        );

const bare = (id: string) => ({ __typename: 'Product', id });

const depotOf = (id: string, product: (id: string) => unknown) =>
  id === 'r1' ? { city: 'Ulm', shelf: 1, product: product('p2') } : null;

const shipping = {
  Product: { shippingCost, importDuty, depots: depotsBy(bare) },
  Printer: { depot: ({ id }: Id) => depotOf(id, bare) },
} satisfies Resolvers;

const reviewsOf = (productId: string) => REVIEWS.filter((review) => review.productId === productId);
const reviews = {
  Query: {
    latestReviews: (_: unknown, { first }: First) => firstOf(REVIEWS, first),
  },
  Product: {
    reviews: ({ id }: Id, { first, minStars }: First & { minStars?: number }) =>
      firstOf(
        reviewsOf(id).filter(({ stars }) => stars >= (minStars ?? 0)),
        first,
      ),
    comments: ({ id }: Id, { limit }: { limit?: number }) => firstOf(commentsOn(id), limit),
  },
  Review: {
    __resolveReference: ({ id }: Id) => copy(REVIEWS.find((review) => review.id === id)),
    product: ({ productId }: ReviewRow) => productById(productId) && { id: productId },
    author: ({ authorId }: ReviewRow) => authorById(authorId),
  },
  Comment: { by: ({ authorId }: { authorId: string }) => ({ id: authorId }) },
  Author: {
    reviews: ({ id }: Id) => REVIEWS.filter(({ authorId }) => authorId === id),
  },
} satisfies Resolvers;

const accounts = {
  Author: { __resolveReference: ({ id }: Id) => authorById(id) },
} satisfies Resolvers;

interface Digestible {
  readonly comments: readonly { readonly text: string }[] | null;
}
const digest = ({ comments }: Digestible) => comments?.map(({ text }) => text).join('; ');
const offer = (
  { name, shippingCost }: { name: string | null; shippingCost: number | null },
  { greeting }: { greeting?: string | null },
) => (shippingCost === null ? null : `${greeting ?? ''} ${name ?? 'it'} for ${shippingCost}`);

const PRINTERS = [
  { id: 'r1', site: 'Linz', size: 3 },
  { id: 'r2', site: 'Graz', size: null },
] as const;
/** A banner is known by the product that it was come by through, not by its id. */
const banner = ({ id, name }: { id: string; name: string | null }, { loud }: { loud?: boolean | null }) => ({
  id: `banner of ${id}`,
  text: name && (loud ? `${name}!` : name),
  seen: id.length,
  printer: id === 'p3' ? null : PRINTERS[1],
});
const others = (_: unknown, { first }: First) => firstOf(PRINTERS, first);
const slogan = ({ id }: Id) => (id === 'p3' ? fail('SLOGAN') : `Buy ${id}.`);

const marketing = {
  Product: { digest, offer, slogan, banner },
  Query: { printers: () => PRINTERS },
  Banner: { others },
  Printer: { __resolveReference: ({ id }: Id) => PRINTERS.find((printer) => printer.id === id) ?? null },
} satisfies Resolvers;

interface ReviewInput {
  readonly product: string;
  readonly stars: number;
  readonly body?: string | null;
  readonly labels?: readonly string[] | null;
}

export function createShopGraph(): TestGraph {
  let sequence = 0;
  const mutations = {
    reviews: {
      Mutation: {
        addReview: (_: unknown, { input }: { input: ReviewInput }) => ({
          sequence: ++sequence,
          labels: input.labels,
          review: {
            id: `new ${input.product}`,
            productId: input.product,
            authorId: 'a1',
            stars: input.stars,
            body: input.body,
          },
          product: productById(input.product) && { id: input.product },
        }),
      },
    },
    accounts: {
      Mutation: {
        rename: (_: unknown, { id, name }: { id: string; name: string }) => ({
          sequence: ++sequence,
          author: authorById(id) && { ...authorById(id), name },
        }),
      },
    },
  } satisfies Readonly<Record<string, Resolvers>>;

  return {
    name: 'shop',
    subgraphs: [
      { name: 'catalog', typeDefs: federated(sdl.CATALOG), resolvers: catalog },
      { name: 'pricing', typeDefs: federated(sdl.PRICING), resolvers: pricing },
      { name: 'shipping', typeDefs: federated(sdl.SHIPPING), resolvers: shipping },
      {
        name: 'reviews',
        typeDefs: federated(sdl.REVIEWS),
        resolvers: mergeResolvers(reviews, mutations.reviews),
      },
      {
        name: 'accounts',
        typeDefs: federated(sdl.ACCOUNTS),
        resolvers: mergeResolvers(accounts, mutations.accounts),
      },
      { name: 'marketing', typeDefs: federated(sdl.MARKETING), resolvers: marketing },
    ],
    monolith: mergeResolvers(
      catalog,
      pricing,
      reviews,
      mutations.reviews,
      mutations.accounts,
      { Query: marketing.Query },
      wholeShop,
    ),
    samples: {
      ID: ['p1', 'p2', 'p3', 'p4', 'p5', 'a1', 'a2', 'nobody'],
      org: ['o1', 'o2'],
      sku: ['S0', 'S1', 'S2'],
      String: ['new', 'wood', 'p1', '', 'é"\\\n'],
    },
    reset() {
      sequence = 0;
    },
  };
}

/** Where a subgraph computes from a representation, or knows less than all. */
const wholeShop = {
  Query: { cheapest: () => productBySku({ sku: 'S0', org: { id: 'o1' } }) },
  Product: {
    oldPrice: (key: CompoundKey) => (isPriced(key) ? pricing.Product.oldPrice(key) : null),
    discounts: (key: CompoundKey, args: Parameters<typeof pricing.Product.discounts>[1]) =>
      isPriced(key) ? pricing.Product.discounts(key, args) : null,
    shippingCost: (product: Product, args: { express?: boolean | null }) =>
      shippingCost({ ...product, price: priceIn(product, 'EUR') }, args),
    importDuty: (product: Product) => importDuty({ price: priceIn(product, 'USD') }),
    depots: depotsBy(productById),
    slogan,
    banner,
    digest: ({ id }: Id) => digest({ comments: firstOf(commentsOn(id), 3) }),
    offer: (product: Product, args: { greeting?: string | null }) =>
      offer({ ...product, shippingCost: wholeShop.Product.shippingCost(product, { express: true }) }, args),
  },
  Banner: { others },
  Printer: { depot: ({ id }: Id) => depotOf(id, productById) },
  Review: { product: ({ productId }: ReviewRow) => productById(productId) },
  Comment: { by: ({ authorId }: { authorId: string }) => authorById(authorId) },
  ReviewPayload: { product: ({ product }: { product: Id | null }) => product && productById(product.id) },
};
