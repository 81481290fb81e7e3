/** Two systems that protect what they know, in every way that there is. */

export const PEOPLE = `
  type Query {
    person(id: ID!): Person
    people: [Person!]
    grid: [[Person]]
    company(id: ID!): Company
    node(id: ID!): Node
    nodes: [Node]
    found: [Found!]
    vault: Vault
    things: [Thing!]
    motto: String @requiresScopes(scopes: [["hello"]])
  }
  type Mutation {
    open(code: String): Person @requiresScopes(scopes: [["open"]])
    touch: Person
  }
  interface Node { id: ID! title: String motto: String }
  union Found = Person | Company | Vault
  type Person implements Node @key(fields: "id") {
    id: ID!
    title: String
    motto: String
    known: String @authenticated
    scoped: String @requiresScopes(scopes: [["scoped"]])
    either: String @requiresScopes(scopes: [["one", "two"], ["three"]])
    recorded: String @policy(policies: [["on_record"]])
    purposeful: String @policy(policies: [["purpose", "customer_authenticated"]])
    both: String @requiresScopes(scopes: [["scoped"]]) @policy(policies: [["on_record"]])
    pin: String! @requiresScopes(scopes: [["pin"]])
    diary(day: Int): Diary @requiresScopes(scopes: [["diary"]])
    badge: Badge
    mood: Mood
    vault: Vault
    friends: [Person!]
    employer: Company
  }
  type Diary { page: String next: Diary }
  scalar Badge @requiresScopes(scopes: [["badge"]])
  enum Mood @authenticated { CANARY_OF_MOOD }
  type Vault @key(fields: "id") @requiresScopes(scopes: [["vault"]]) { id: ID! gold: String }
  type Company implements Node @key(fields: "id") {
    id: ID!
    title: String
    motto: String @requiresScopes(scopes: [["motto"]])
    secret: String @requiresScopes(scopes: [["company"]])
    owner: Person
    staff: [Person!]
  }
  interface Thing { name: String }
  type House implements Thing @requiresScopes(scopes: [["house"]]) { name: String safe: String }
  type Car implements Thing { name: String plate: String @requiresScopes(scopes: [["plate"]]) }
`;

export const MONEY = `
  type Query { richest: Person  rich: [Person]  wealthy: Company }
  type Person @key(fields: "id") {
    id: ID!
    title: String @external
    known: String @external
    scoped: String @external
    either: String @external
    recorded: String @external
    purposeful: String @external
    both: String @external
    pin: String! @external
    titleDigest: String @requires(fields: "title")
    knownDigest: String @requires(fields: "known") @authenticated
    scopedDigest: String @requires(fields: "scoped") @requiresScopes(scopes: [["scoped"]])
    eitherDigest: String @requires(fields: "either") @requiresScopes(scopes: [["one", "two"], ["three"]])
    recordedDigest: String @requires(fields: "recorded") @policy(policies: [["on_record"]])
    purposefulDigest: String @requires(fields: "purposeful") @policy(policies: [["purpose", "customer_authenticated"]])
    bothDigest: String @requires(fields: "both") @requiresScopes(scopes: [["scoped"]]) @policy(policies: [["on_record"]])
    pinDigest: String @requires(fields: "pin") @requiresScopes(scopes: [["pin"]])
    salary: String @requiresScopes(scopes: [["money"]])
    account: Account
  }
  type Account { number: String  iban: String @policy(policies: [["on_record"]])  owner: Person }
  type Company @key(fields: "id") {
    id: ID!
    title: String @external
    titleDigest: String @requires(fields: "title")
    debt: String @requiresScopes(scopes: [["debt"]])
  }
`;
