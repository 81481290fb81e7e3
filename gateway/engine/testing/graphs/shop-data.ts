/** What the shop's systems know. Product p4 has no price, p5 nobody prices. */

export interface ProductRow {
  readonly __typename: 'Product';
  readonly id: string;
  readonly sku: string;
  readonly org: { readonly id: string };
  readonly name: string | null;
  readonly category: string | null;
  readonly tagList: readonly string[] | null;
  readonly dimensions: { readonly width: number; readonly height: number | null } | null;
  readonly grid: readonly (readonly (number | null)[])[] | null;
  readonly relatedIds: readonly string[];
  readonly replacementId: string | null;
}

const size = (width: number, height: number | null) => ({ width, height });

function product(
  n: number,
  org: string,
  rest: Omit<ProductRow, '__typename' | 'id' | 'sku' | 'org'>,
): ProductRow {
  // Two organisations use the same article number, so that only both together find a product.
  return { __typename: 'Product', id: `p${n}`, sku: `S${n % 3}`, org: { id: org }, ...rest };
}

export const PRODUCTS: readonly ProductRow[] = [
  product(1, 'o1', {
    name: 'Desk',
    category: 'FURNITURE',
    tagList: ['wood', 'new'],
    dimensions: size(160, 80),
    grid: [[1, 2], [3, null], []],
    relatedIds: ['p2', 'p4'],
    replacementId: null,
  }),
  product(2, 'o1', {
    name: 'Lamp',
    category: 'LAMP',
    tagList: [],
    dimensions: size(20, null),
    grid: null,
    relatedIds: ['p1', 'p3', 'p5'],
    replacementId: 'p1',
  }),
  product(3, 'o1', {
    name: null,
    category: null,
    tagList: null,
    dimensions: null,
    grid: [],
    relatedIds: [],
    replacementId: 'p2',
  }),
  product(4, 'o2', {
    name: 'Robot',
    category: 'TOY',
    tagList: ['new'],
    dimensions: size(10, 30),
    grid: [[0]],
    relatedIds: ['p1'],
    replacementId: 'p3',
  }),
  product(5, 'o2', {
    name: 'Duck',
    category: 'TOY',
    tagList: ['yellow', 'wood'],
    dimensions: size(5, 5),
    grid: [[], [7]],
    relatedIds: ['p4', 'p2'],
    replacementId: 'p4',
  }),
];

/** Euro cents, by article number and organisation. */
const PRICES: Readonly<Record<string, number | null>> = {
  'S1 o1': 24_900,
  'S2 o1': 3_900,
  'S0 o1': 100,
  'S1 o2': null,
};

export const RATES: Readonly<Record<string, number>> = { EUR: 100, USD: 110, CNY: 780 };

export const ORGS = [
  { id: 'o1', name: 'North' },
  { id: 'o2', name: null },
] as const;

const AUTHORS = [
  { id: 'a1', name: 'Ada', email: 'ada@example.org' },
  { id: 'a2', name: null, email: null },
] as const;

export const REVIEWS = [
  { id: 'r1', productId: 'p1', authorId: 'a1', stars: 5, body: 'Stands.' },
  { id: 'r2', productId: 'p1', authorId: 'a2', stars: 2, body: null },
  { id: 'r3', productId: 'p1', authorId: null, stars: 4, body: 'Still stands.' },
  { id: 'r4', productId: 'p2', authorId: 'a1', stars: 3, body: 'Shines.' },
  { id: 'r5', productId: 'p5', authorId: 'a1', stars: 5, body: 'Quacks.' },
] as const;

export type ReviewRow = Omit<(typeof REVIEWS)[number], 'id' | 'productId' | 'authorId' | 'stars' | 'body'> & {
  readonly id: string;
  readonly productId: string;
  readonly authorId: string | null;
  readonly stars: number;
  readonly body: string | null;
};

/** Five of each product that anybody reviewed, four of any other. */
export function commentsOn(productId: string): readonly { text: string; authorId: string }[] {
  const count = REVIEWS.some((review) => review.productId === productId) ? 5 : 4;
  return Array.from({ length: count }, (_, index) => ({
    text: `${productId} #${index + 1}`,
    authorId: index % 2 === 0 ? 'a1' : 'a2',
  }));
}

export interface CompoundKey {
  readonly sku: string;
  readonly org: { readonly id: string };
}
export interface Price {
  readonly amount: number;
  readonly currency?: string;
}

export const productById = (id: string) => copy(PRODUCTS.find((product) => product.id === id));
export const productBySku = ({ sku, org }: CompoundKey) =>
  copy(PRODUCTS.find((product) => product.sku === sku && product.org.id === org.id));
export const authorById = (id: string | null) => copy(AUTHORS.find((author) => author.id === id));
/** Federation writes into what a reference resolves to. */
export const copy = <Row>(row: Row | undefined): Row | null => (row ? { ...row } : null);

const priceKey = ({ sku, org }: CompoundKey) => `${sku} ${org.id}`;
export const isPriced = (key: CompoundKey) => priceKey(key) in PRICES;
export const centsFor = (key: CompoundKey) => PRICES[priceKey(key)] ?? null;
export function priceIn(key: CompoundKey, currency: string): Price | null {
  const cents = centsFor(key);
  return cents === null ? null : { amount: (cents * (RATES[currency] ?? 0)) / 100, currency };
}
