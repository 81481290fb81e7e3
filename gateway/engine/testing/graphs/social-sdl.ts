/** What each system of the social network serves. */

export const ACCOUNTS = `
  type Query {
    me: User
    user(id: ID!): User
    users(ids: [ID!]!): [User]!
    members: [User!]
    owner: User!
    viewer: User @shareable
  }
  type Mutation { visit(id: ID!): Visit! }
  type Visit { sequence: Int! user: User! }
  type User @key(fields: "id") @key(fields: "handle") {
    id: ID!
    handle: String!
    name: String
    email: String!
    phone: String
    friends(first: Int): [User!]
    circles: [[User!]!]
    address: Address
    bestFriend: User!
  }
  type Address @shareable { city: String! zip: String }
`;

export const POSTS = `
  type Query {
    feed(first: Int = 4): [FeedItem!]!
    post(id: ID!): Post
    wall: [[FeedItem]]
    contents: [Content]
    viewer: User @shareable
    offices: [Address] @shareable
  }
  type Mutation { like(id: ID!): Post! share(post: ID!, with: [ID!] = ["u1"]): Share }
  type Share { sequence: Int! post: Post with: [User] }
  interface Content { id: ID! body: String! author: User! }
  type Post implements Content @key(fields: "id") {
    id: ID! body: String! author: User! likes: Int replies: [Comment!]!
  }
  type Comment implements Content @key(fields: "id") { id: ID! body: String! author: User! on: Post! }
  type Ad { id: ID! text: String! sponsor: User }
  union FeedItem = Post | Ad | Comment
  type User @key(fields: "id") { id: ID! posts(first: Int): [Post!]! pinned: Post! last: Content }
  type Address @shareable { city: String! zip: String }
`;

/** Knows some of the users, by their handle, and fails for others. */
export const MODERATION = `
  type Query { offices: [Address] @shareable  reports: [Report!]! }
  type Mutation { flag(input: FlagInput!): Flag }
  input FlagInput { post: ID!, reasons: [Reason!]! = [SPAM], note: Note }
  input Note { text: String = "none", level: Int! = 1 }
  enum Reason { SPAM RUDE FALSE }
  type Report { subject: Subject reasons: [Reason!]! }
  union Subject = Post | User
  type Post @key(fields: "id") { id: ID! flags: [Flag!] verdict: Verdict! score: Int }
  type Comment @key(fields: "id") { id: ID! score: Int! }
  type Flag { sequence: Int reason: Reason note: String by: User }
  type Verdict { visible: Boolean! since: String }
  type User @key(fields: "handle") { handle: String! standing: Standing! notes: [String!] trust: Int }
  type Standing { level: Int! reason: String! }
  type Address @shareable { city: String! zip: String }
`;

/** Fails as a whole for one user. */
export const PRESENCE = `
  type User @key(fields: "id") { id: ID! online: Boolean device: Device }
  type Device { name: String battery: Int! }
`;
