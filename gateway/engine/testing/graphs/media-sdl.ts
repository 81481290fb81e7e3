/** What each of the library's systems serves. */

export const LIBRARY = `
  type Query {
    media(id: ID!): Media
    shelf(kind: Kind, first: Int = 4): [Media!]
    item(id: ID!): Item
    items: [Item]
    stacks: [[Media]!]
    spoken: [Printed!]!
  }
  enum Kind { BOOK MOVIE SONG LOST @inaccessible }
  enum Lang { EN ZH }
  interface Media @key(fields: "id") {
    id: ID!
    title(lang: Lang = EN): String
    creator: Creator
    related(first: Int): [Media!]
  }
  interface Printed { pages: Int  cover(size: Int! = 2): String! }
  type Book implements Media & Printed @key(fields: "id") {
    id: ID!
    title(lang: Lang = EN): String
    creator: Creator @provides(fields: "name")
    related(first: Int): [Media!]
    pages: Int
    cover(size: Int! = 2): String!
    isbn: String
    shelfMark: String @inaccessible
    sequel: Book
  }
  type Movie implements Media @key(fields: "id") {
    id: ID!
    title(lang: Lang = EN): String
    creator: Creator
    related(first: Int): [Media!]
    minutes: Int
    basedOn: Book
  }
  type Song implements Media @key(fields: "id") {
    id: ID!
    title(lang: Lang = EN): String
    creator: Creator
    related(first: Int): [Media!]
    minutes: Float
  }
  type Magazine implements Printed { issue: Int pages: Int cover(size: Int! = 2): String! }
  union Item = Book | Movie | Magazine
  type Creator @key(fields: "id") { id: ID! name: String @external }
`;

export const RATINGS = `
  type Query { topRated(first: Int = 2): [Media!]!  loudest: Media }
  enum Lang { EN ZH }
  type Media @key(fields: "id") @interfaceObject {
    id: ID!
    title(lang: Lang = EN): String @external
    rating(scale: Int = 5): Float
    votes(min: Int): [Vote!]
    blurb(short: Boolean): String @requires(fields: "title")
    blurbZh: String @requires(fields: "title(lang: ZH)")
    similar: Media
  }
  type Vote { stars: Int! voter: Creator  on: Media! }
  type Creator @key(fields: "id") { id: ID! }
`;

export const PEOPLE = `
  type Query { creators: [Creator!]!  creator(id: ID!): Creator  awards: [Award] }
  type Creator @key(fields: "id") { id: ID! name: String @shareable born: Int works(first: Int): [Media!]  best: Media }
  type Media @key(fields: "id") @interfaceObject { id: ID! awards: [Award!] }
  union Award = Prize | Medal
  type Prize { year: Int! amount: Int  winner: Media }
  type Medal { year: Int! metal: Metal  holder: Creator }
  enum Metal { GOLD SILVER }
`;

/** Knows ids of media, and cannot be asked for one. */
export const ARCHIVE = `
  type Query { archived: [Media]  oldest: Media }
  type Media @key(fields: "id", resolvable: false) @interfaceObject { id: ID! }
`;

/** Extends members of the interface, and knows nothing of the interface. */
export const CINEMAS = `
  type Query { nowShowing: [Showing!] premiere: Movie  hits: [Hit!] }
  type Showing { hall: Int movie: Movie! after: [Movie!] }
  type Movie @key(fields: "id") { id: ID! minutes: Int @external  seats: Int  slots: [Int!] @requires(fields: "minutes") }
  type Song @key(fields: "id") { id: ID! plays: Int }
  union Hit = Movie | Song
`;
