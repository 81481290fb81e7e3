/** What each of an operator's systems serves. */

export const CRM = `
  type Query {
    customer(customerId: ID!): Customer
    customers(first: Int! = 2, where: CustomerFilter): [Customer!]!
    line(number: String!): Line
    party(id: ID!): Party
    parties(kinds: [PartyKind!] = [PERSON]): [Party!]
    today: String! @shareable
  }
  input CustomerFilter { segment: Segment, tenants: [String!] = ["t1", "t2"], secret: Int @inaccessible }
  enum PartyKind { PERSON COMPANY }
  enum Segment { GOLD PLAIN STAFF @inaccessible }
  interface Party { partyId: ID! label(wide: Boolean): String contact: Party }
  type Customer implements Party
    @key(fields: "customerId") @key(fields: "internal { tenant serial }") {
    customerId: ID!
    partyId: ID!
    label(wide: Boolean): String
    contact: Party
    name: String
    segment: Segment
    internal: Internal! @inaccessible
    lines(active: Boolean): [Line!]!
    points: Int
  }
  type Company implements Party @key(fields: "partyId") {
    partyId: ID! label(wide: Boolean): String contact: Party size: Int staff: [Customer]
  }
  type Internal @inaccessible { tenant: String! serial: Int! }
  type Line @key(fields: "number") @key(fields: "lineId") {
    lineId: ID! number: String! state: State owner: Customer! tariff: String
  }
  enum State { ACTIVE STOPPED }
`;

/** Knows customers by a key that clients do not see, and bills by whom they are for. */
export const BILLING = `
  type Query { bills(month: String): [Bill!]  today: String! @shareable  billsOf(keys: [BillKey!]!): [Bill]! }
  input BillKey { month: String!, serial: Int = 1 }
  type Customer @key(fields: "internal { tenant serial }") {
    internal: Internal! @inaccessible
    balance(unit: Unit = FEN): Int!
    bills(months: Int! = 2): [Bill!]!
    points: Int @override(from: "crm")
  }
  type Internal @inaccessible { tenant: String! serial: Int! }
  enum Unit { FEN YUAN }
  type Bill @key(fields: "month customer { internal { serial } }") {
    month: String!
    customer: BilledCustomer!
    total: Int
    items: [[Item!]!]
  }
  type BilledCustomer { internal: BilledInternal! @inaccessible payer: Customer }
  type BilledInternal @inaccessible { serial: Int! }
  type Item { text: String! amount: Int }
`;

/** Archives bills under their nested key. */
export const DOCUMENTS = `
  type Bill @key(fields: "month customer { internal { serial } }") {
    month: String!
    customer: BilledCustomer!
    pdf(language: Language! = ZH): Document
    total: Int @external
    receipt: String @requires(fields: "total items { text }")
    items: [[Item!]!] @external
  }
  type BilledCustomer { internal: BilledInternal! @inaccessible }
  type BilledInternal @inaccessible { serial: Int! }
  type Item { text: String! @external }
  enum Language { EN ZH }
  interface Document { pages: Int! twin: Document }
  type Scan implements Document { pages: Int! twin: Document dpi: Int }
  type Print implements Document { pages: Int! twin: Document font: String of: Bill }
`;

/** From the id of a line to that of its card; not every line has one. */
export const NETWORK = `
  type Query { cells: [Cell!] }
  type Line @key(fields: "lineId") @key(fields: "card { imsi }") {
    lineId: ID!
    card: Card
    tariff: String @override(from: "crm")
    neighbours: [Line]
  }
  type Card @shareable { imsi: String! }
  type Cell { name: String attached: [Line!]! }
`;

/** Knows lines by their card only; what it says of roaming needs the tariff and the state. */
export const USAGE = `
  type Line @key(fields: "card { imsi }") {
    card: Card
    tariff: String @external
    state: State @external
    owner: Customer! @external
    megabytes(range: Range = { from: 1 }): [[Int]!]
    roaming: String @requires(fields: "tariff state")
    greeting: String @requires(fields: "owner { name }")
  }
  type Card @shareable { imsi: String! }
  input Range { from: Int!, to: Int = 3, steps: [Int!] }
  enum State { ACTIVE STOPPED }
  type Customer @key(fields: "customerId", resolvable: false) { customerId: ID! name: String @external }
`;
