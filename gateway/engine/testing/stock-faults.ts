/** Small operations that `@apollo/gateway` 2.14.4 answers wrongly. */

export interface StockFault {
  readonly fault: string;
  readonly graph: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export const STOCK_FAULTS: readonly StockFault[] = [
  {
    fault: 'a list cut short by the client is cut short for @requires',
    graph: 'shop',
    query: '{ product(id: "p1") { comments(limit: 1) { text } digest } }',
  },
  {
    fault: "the client's currency is that of @requires",
    graph: 'shop',
    query: '{ product(id: "p1") { price(currency: USD) { amount } shippingCost } }',
  },
  {
    fault: 'the default of an argument is not what @requires asks for',
    graph: 'shop',
    query: '{ product(id: "p1") { price { amount } importDuty } }',
  },
  {
    fault: 'two @requires want one field with two arguments',
    graph: 'shop',
    query: '{ product(id: "p1") { shippingCost importDuty } }',
  },
  {
    fault: '@requires of a field that itself requires takes its argument from the client',
    graph: 'shop',
    query: '{ product(id: "p1") { shippingCost offer } }',
  },
  {
    fault: '@requires of an interface object asks in two languages',
    graph: 'media',
    query: '{ loudest { title blurbZh } }',
  },
  {
    fault: 'an alias takes the name of a key',
    graph: 'shop',
    query: '{ product(id: "p1") { id: name comments(limit: 1) { text } } }',
  },
  {
    fault: 'an alias takes the name of a key, which goes by another',
    graph: 'shop',
    query: '{ product(id: "p1") { id: sku key: id comments(limit: 1) { text } } }',
  },
  {
    fault: 'an alias takes the name of a required field',
    graph: 'telecom',
    query: '{ line(number: "139") { state: number roaming } }',
  },
  {
    fault: 'an alias is called __typename',
    graph: 'shop',
    query: '{ product(id: "p1") { __typename: name comments(limit: 1) { text } } }',
  },
  {
    fault: 'a variable is called representations',
    graph: 'shop',
    query:
      'query ($representations: Int) { product(id: "p1") { comments(limit: $representations) { text } } }',
    variables: { representations: 1 },
  },
  {
    fault: 'lists within a list do not reach @requires',
    graph: 'telecom',
    query: '{ bills(month: "2026-09") { receipt } }',
  },
  {
    fault: 'an interface object of a key that cannot be resolved has no plan for a fragment',
    graph: 'media',
    query: '{ archived { ... on Item { __typename } } }',
  },
  {
    fault: 'mutations of one system change places when a fragment repeats one',
    graph: 'shop',
    query: `mutation {
      ... { one: rename(id: "a1") { sequence } }
      ...Two
      one: rename(id: "a1") { sequence }
    }
    fragment Two on Mutation { two: rename(id: "a2") { sequence } }`,
  },
  {
    fault: 'a fragment on the type itself, within one on its interface, loses its fields',
    graph: 'telecom',
    query: '{ customers { ... on Party { ... on Customer { customerId } } } }',
  },
  {
    fault: 'objects of which nothing is asked become null',
    graph: 'social',
    query: 'query ($yes: Boolean!) { offices @include(if: $yes) { city @skip(if: true) } }',
    variables: { yes: true },
  },
  {
    fault: '@include(if: false) with @skip(if: false) leaves a fragment in',
    graph: 'social',
    query: `query ($no: Boolean = false) {
      contents @skip(if: $no) { id ... on Comment @include(if: false) @skip(if: false) { body } }
    }`,
  },
  {
    fault: '__type in a fragment that is left out has no plan',
    graph: 'shop',
    query: '{ ... @include(if: false) { __type(name: "Org") { name } } }',
  },
];
