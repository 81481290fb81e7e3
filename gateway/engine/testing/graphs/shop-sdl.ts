/** What each of the shop's systems serves. */

export const CATALOG = `
  type Query {
    product(id: ID!): Product
    productBySku(sku: String!, org: String!): Product
    products(filter: ProductFilter = {}, first: Int! = 3, order: Order): [Product!]!
    currencies: [Currency!]! @shareable
    orgs: [Org]
  }
  input ProductFilter { category: Category, tags: [String!], any: [ProductFilter!], width: Width = { min: 0 } }
  input Width { min: Int! = 1, max: Int }
  enum Category { FURNITURE LAMP TOY }
  enum Order { NAME ID }
  enum Currency { EUR USD CNY }
  type Product @key(fields: "id") @key(fields: "sku org { id }") {
    id: ID!
    sku: String!
    org: Org!
    name: String
    title(upper: Boolean = false, suffix: String): String!
    category: Category
    tags(prefix: String = ""): [String!]
    dimensions: Dimensions
    grid: [[Int]!]
    related(first: Int): [Product!]
    replacement: Product
    oldPrice: Int
  }
  type Dimensions { width: Int! height: Int }
  type Org @key(fields: "id") { id: ID! name: String products(first: Int! = 2): [Product!]! }
`;

export const PRICING = `
  type Query {
    currencies: [Currency!]! @shareable
    cheapest: Product
  }
  enum Currency { EUR USD CNY }
  input Window { from: Int! = 1, to: Int }
  type Product @key(fields: "sku org { id }") @key(fields: "id", resolvable: false) {
    id: ID!
    sku: String!
    org: Org!
    price(currency: Currency! = EUR): Price
    oldPrice: Int @override(from: "catalog")
    discounts(codes: [String], window: Window = { to: 3 }): [Int]
  }
  type Price { amount: Int! currency: Currency! formatted(decimals: Int = 0): String }
  type Org @key(fields: "id", resolvable: false) { id: ID! }
`;

export const SHIPPING = `
  enum Currency { EUR USD CNY }
  type Product @key(fields: "id") {
    id: ID!
    price(currency: Currency! = EUR): Price @external
    dimensions: Dimensions @external
    shippingCost(express: Boolean = false): Int
      @requires(fields: "price(currency: EUR) { amount } dimensions { width height }")
    importDuty: Int @requires(fields: "price(currency: USD) { amount }")
    depots(first: Int): [Depot!]
  }
  type Depot { city: String! shelf: Int product: Product }
  type Printer @key(fields: "id") { id: ID! depot: Depot }
  type Price { amount: Int! @external }
  type Dimensions { width: Int! @external height: Int @external }
`;

export const REVIEWS = `
  type Query { latestReviews(first: Int = 3): [Review] }
  type Mutation { addReview(input: ReviewInput!): ReviewPayload! }
  input ReviewInput { product: ID!, stars: Int! = 3, body: String, labels: [String!] = ["plain"] }
  type ReviewPayload { sequence: Int! labels: [String!] review: Review! product: Product }
  type Product @key(fields: "id") {
    id: ID!
    reviews(first: Int = 2, minStars: Int): [Review!]!
    comments(limit: Int): [Comment!]
  }
  type Review @key(fields: "id") {
    id: ID!
    body: String
    stars: Int!
    product: Product
    author: Author @provides(fields: "name")
  }
  type Comment { text: String! by: Author }
  type Author @key(fields: "id") { id: ID! name: String @external reviews: [Review!] }
`;

export const ACCOUNTS = `
  type Mutation { rename(id: ID!, name: String! = "Eve"): RenamePayload }
  type RenamePayload { sequence: Int! author: Author }
  type Author @key(fields: "id") { id: ID! name: String @shareable email: String }
`;

export const MARKETING = `
  type Product @key(fields: "id") {
    id: ID!
    name: String @external
    comments(limit: Int): [Comment!] @external
    shippingCost(express: Boolean = false): Int @external
    digest: String @requires(fields: "comments(limit: 3) { text }")
    offer(greeting: String): String @requires(fields: "name shippingCost(express: true)")
    banner(loud: Boolean): Banner @requires(fields: "name")
    slogan: String
  }
  type Query { printers: [Printer!] }
  type Banner @key(fields: "id") { id: ID! text: String seen: Int printer: Printer others(first: Int): [Printer!] }
  type Printer @key(fields: "id") { id: ID! site: String! size: Int }
  type Comment { text: String! @external }
`;
