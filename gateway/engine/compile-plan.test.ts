import { describe, expect, it } from '@jest/globals';
import { appError } from '#kit/errors';
import { testRequest } from '#kit/testing/viewer';
import { createToyGraph } from '../testing/toy-graph.ts';
import { compilePlan } from './compile-plan.ts';
import { type JsonObject, NOTHING } from './json.ts';
import type { PlanNode } from './planner.ts';
import type { Run } from './run.ts';
import { readSupergraph } from './supergraph.ts';
import { createRecordedTransport, type RecordedTransport } from './testing/recorded-transport.ts';
import type { SubgraphAnswer } from './transport.ts';

const supergraph = readSupergraph(createToyGraph().supergraphSdl);
const BY_ID = [
  {
    kind: 'InlineFragment' as const,
    typeCondition: 'Person',
    selections: [
      { kind: 'Field' as const, name: '__typename' },
      { kind: 'Field' as const, name: 'id' },
    ],
  },
];
const BALANCES =
  'query($representations:[_Any!]!){_entities(representations:$representations){...on Person{balance}}}';
const person = (id: string, more: object = {}) => ({ __typename: 'Person', id, ...more });

const fetchPeople: PlanNode = { kind: 'Fetch', serviceName: 'people', operation: '{ people { id } }' };
const fetchBalances: PlanNode = { kind: 'Fetch', serviceName: 'money', operation: BALANCES, requires: BY_ID };
const at = (
  node: PlanNode,
  ...path: ('@' | { Field: string } | { TypeCondition: string[] })[]
): PlanNode => ({
  kind: 'Flatten',
  path,
  node,
});
const inOrder = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Sequence', nodes });

/** The money system knows a balance for each person it is asked for. */
const balances = (): RecordedTransport =>
  createRecordedTransport(({ variables }) => ({
    data: {
      _entities: (variables['representations'] as { id: string }[]).map(({ id }) => ({
        balance: Number(id),
      })),
    },
  }));

async function run(
  plan: PlanNode,
  people: SubgraphAnswer | (() => SubgraphAnswer),
  money: RecordedTransport = balances(),
  variables: JsonObject = {},
) {
  const directory = createRecordedTransport(() =>
    structuredClone(typeof people === 'function' ? people() : people),
  );
  const step = compilePlan(
    plan,
    supergraph,
    new Map([
      ['people', directory],
      ['money', money],
    ]),
  );
  const state: Run = {
    data: {},
    failures: [],
    variables,
    request: { contexts: new Map(), asker: testRequest() },
    shared: new Map(),
  };
  await step(state);
  return { ...state, people: directory, money };
}

describe('compilePlan', () => {
  it('sends an entity once, however often it stands in the data, and answers in every place', async () => {
    const { data, money } = await run(inOrder(fetchPeople, at(fetchBalances, { Field: 'people' }, '@')), {
      data: { people: [person('1'), person('2'), null, person('1')] },
    });

    expect(money.asked.map(({ variables }) => variables)).toEqual([
      { representations: [person('1'), person('2')] },
    ]);
    expect(data).toEqual({
      people: [person('1', { balance: 1 }), person('2', { balance: 2 }), null, person('1', { balance: 1 })],
    });
  });

  it('gives each place of an entity objects of its own', async () => {
    const money = createRecordedTransport(() => ({ data: { _entities: [{ cards: [{ number: '1' }] }] } }));
    const { data } = await run(
      inOrder(fetchPeople, at(fetchBalances, { Field: 'people' }, '@')),
      { data: { people: [person('1'), person('1')] } },
      money,
    );
    const [first, second] = data['people'] as { cards: object[] }[];

    expect(first?.cards).toEqual(second?.cards);
    expect(first?.cards[0]).not.toBe(second?.cards[0]);
  });

  it('asks nothing where there is nobody to ask about', async () => {
    const { money } = await run(inOrder(fetchPeople, at(fetchBalances, { Field: 'people' }, '@')), {
      data: { people: [null] },
    });

    expect(money.asked).toEqual([]);
  });

  it('leaves out an entity of which something required is not known', async () => {
    const { money } = await run(inOrder(fetchPeople, at(fetchBalances, { Field: 'people' }, '@')), {
      data: { people: [{ __typename: 'Person' }, person('2')] },
    });

    expect(money.asked.map(({ variables }) => variables)).toEqual([{ representations: [person('2')] }]);
  });

  it('goes through lists of lists, and past objects of other types', async () => {
    const { data } = await run(
      inOrder(fetchPeople, at(fetchBalances, { Field: 'people' }, '@', { TypeCondition: ['Person'] })),
      { data: { people: [[person('1')], [{ __typename: 'Robot', id: '2' }]] } },
    );

    expect(data).toEqual({ people: [[person('1', { balance: 1 })], [{ __typename: 'Robot', id: '2' }]] });
  });

  it('sends a repeated fetch once, and each part gets data of its own', async () => {
    const { data, money } = await run(
      {
        kind: 'Sequence',
        nodes: [
          fetchPeople,
          {
            kind: 'Parallel',
            nodes: [at(fetchBalances, { Field: 'first' }), at(fetchBalances, { Field: 'second' })],
          },
        ],
      },
      { data: { first: person('1'), second: person('1') } },
    );

    expect(money.asked).toHaveLength(1);
    expect(data).toEqual({ first: person('1', { balance: 1 }), second: person('1', { balance: 1 }) });
  });

  it('makes a repeated mutation as often as it is planned', async () => {
    const mutate: PlanNode = {
      kind: 'Fetch',
      serviceName: 'people',
      operationKind: 'mutation',
      operation: 'mutation { count }',
    };
    const { people } = await run(inOrder(mutate, mutate), { data: { count: 1 } });

    expect(people.asked).toHaveLength(2);
  });

  it.each([
    [true, 1, 0],
    [false, 0, 1],
  ])('takes the clause of a condition that is %s', async (value, ofPeople, ofMoney) => {
    const plan: PlanNode = {
      kind: 'Condition',
      condition: 'v_yes',
      ifClause: fetchPeople,
      elseClause: { kind: 'Fetch', serviceName: 'money', operation: '{ money }' },
    };
    const money = createRecordedTransport(() => ({ data: {} }));
    const { people } = await run(plan, { data: {} }, money, { yes: value });

    expect([people.asked.length, money.asked.length]).toEqual([ofPeople, ofMoney]);
  });

  it('sends the variables that a fetch uses, and no others', async () => {
    const plan: PlanNode = {
      kind: 'Fetch',
      serviceName: 'people',
      operation: 'query($v_id:ID!,$v_gone:ID){person(id:$v_id){id}}',
      variableUsages: ['v_id', 'v_gone'],
    };
    const { people } = await run(plan, { data: {} }, balances(), { id: '1', secret: 's' });

    expect(people.asked[0]?.variables).toEqual({ v_id: '1' });
  });

  it('renames keys of an answer, and of a representation', async () => {
    const plan = inOrder(
      {
        kind: 'Fetch',
        serviceName: 'people',
        operation: '{ people { key: id } }',
        outputRewrites: [{ KeyRenamer: { path: [{ Key: 'people' }, { Key: 'key' }], renameKeyTo: 'id' } }],
      },
      at(
        {
          ...fetchBalances,
          inputRewrites: [
            {
              ValueSetter: {
                path: [{ TypenameEquals: ['Person'] }, { Key: '__typename' }],
                setValueTo: 'Owner',
              },
            },
          ],
        },
        { Field: 'people' },
        '@',
      ),
    );
    const { data, money } = await run(plan, { data: { people: [{ __typename: 'Person', key: '3' }] } });

    expect(money.asked[0]?.variables).toEqual({ representations: [{ __typename: 'Owner', id: '3' }] });
    expect(data).toEqual({ people: [person('3', { balance: 3 })] });
  });

  it('asks several lists of one subgraph in one fetch', async () => {
    const slot = (alias: string, variable: string, field: string) => ({
      alias,
      representationsVariableName: variable,
      paths: [[{ Field: field }]],
      requires: BY_ID,
    });
    const plan = inOrder(fetchPeople, {
      kind: 'BatchFetch',
      serviceName: 'money',
      operation:
        'query($a:[_Any!]!,$b:[_Any!]!){_e0:_entities(representations:$a){...on Person{balance}} _e1:_entities(representations:$b){...on Person{debt}}}',
      entityBatch: { aliases: [slot('_e0', 'a', 'first'), slot('_e1', 'b', 'second')] },
    });
    const money = createRecordedTransport(() => ({ data: { _e0: [{ balance: 1 }], _e1: [null] } }));
    const { data } = await run(plan, { data: { first: person('1'), second: person('2') } }, money);

    expect(money.asked.map(({ variables }) => variables)).toEqual([{ a: [person('1')], b: [person('2')] }]);
    // Not missing: the money system says that it knows nothing of the second.
    expect(data).toEqual({ first: person('1', { balance: 1 }), second: person('2', { debt: NOTHING }) });
  });

  it('refuses a plan that it can not run', () => {
    const plan: PlanNode = {
      kind: 'Subscription',
      primary: { kind: 'Fetch', serviceName: 'people', operation: 'subscription { people }' },
    };

    expect(() => compilePlan(plan, supergraph, new Map())).toThrow('Subscriptions are not offered.');
  });
});

describe('what goes wrong', () => {
  const toPeople = inOrder(fetchPeople, at(fetchBalances, { Field: 'people' }, '@'));
  const twoPeople = { data: { people: [person('1'), person('2'), person('1')] } };

  it('is brought to every place of the entity', async () => {
    const money = createRecordedTransport(() => ({
      data: { _entities: [{ balance: null }, { balance: 2 }] },
      errors: [{ message: 'No.', path: ['_entities', 0, 'balance'] }],
    }));
    const { failures } = await run(toPeople, twoPeople, money);

    expect(failures.map(({ path, source }) => [source, path])).toEqual([
      ['money', ['people', 0, 'balance']],
      ['money', ['people', 2, 'balance']],
    ]);
  });

  it('is said of each field that was asked for, when the subgraph fails', async () => {
    const money = createRecordedTransport(() => {
      throw appError('SOURCE_TIMEOUT', 'The money system was too slow.', { source: 'money' });
    });
    const { failures } = await run(toPeople, { data: { people: [person('1'), person('2')] } }, money);

    expect(failures.map(({ path, error }) => [path, error.extensions?.['code']])).toEqual([
      [['people', 0, 'balance'], 'SOURCE_TIMEOUT'],
      [['people', 1, 'balance'], 'SOURCE_TIMEOUT'],
    ]);
  });

  it.each<[string, JsonObject]>([
    ['no list', {}],
    ['a list that is too short', { _entities: [{ balance: 1 }] }],
    ['something else than a list', { _entities: 'none' }],
  ])('is said when the subgraph sends %s', async (_, data) => {
    const { failures } = await run(
      toPeople,
      twoPeople,
      createRecordedTransport(() => ({ data })),
    );

    expect(failures.length).toBeGreaterThan(0);
    expect(new Set(failures.map(({ error }) => error.extensions?.['code']))).toEqual(
      new Set(['SOURCE_MALFORMED']),
    );
  });

  it('is said of the fields of the root', async () => {
    const { failures } = await run(fetchPeople, { data: null, errors: [{ message: 'Down.' }] });

    expect(failures.map(({ path }) => path)).toEqual([['people']]);
  });

  it('does not let an answer change what objects are', async () => {
    const data = JSON.parse('{"people":[{"__typename":"Person","id":"1","__proto__":{"polluted":true}}]}');
    const { data: merged } = await run(fetchPeople, () => ({ data }));

    expect((merged['people'] as { polluted?: true }[])[0]?.polluted).toBeUndefined();
  });
});
