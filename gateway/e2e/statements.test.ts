/** Speed by construction: how many statements each trusted document runs, however many customers it shows. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EXAMPLES } from '../../mocks/world/examples.ts';
import type { System } from '../embedded.ts';
import { openPanorama, type TestPanorama } from '../testing/test-world.ts';

type Counts = Partial<Record<System, number>>;

let panorama: TestPanorama;
let counts: Counts = {};

beforeAll(async () => {
  panorama = await openPanorama({
    onStatement(system) {
      counts[system] = (counts[system] ?? 0) + 1;
    },
  });
  // Reference data that is the same for everybody is read once, whoever asks first, and not counted.
  for (const [label, variables] of STATEMENTS) await panorama.run(operationOf(label), variables());
}, 120_000);
afterAll(() => panorama.close());

async function statementsOf(operation: string, variables: object): Promise<Counts> {
  counts = {};
  const { errors } = await panorama.run(operation, variables);
  expect(errors).toBeUndefined();
  return counts;
}

function named(id: string) {
  const found = panorama.world.world.namedCases.find((named) => named.id === id);
  if (!found) throw new Error(`There is no named case ${id}.`);
  return found;
}

/** A label is the document's name, and after a comma what else it tells of. */
function operationOf(label: string): string {
  return label.split(',')[0] ?? label;
}

/**
 * More statements than here are a regression to explain; fewer, a gain to write
 * down. The case is the one with the most sections: a VIP, in a unit, with a manager.
 */
const STATEMENTS: readonly [label: string, variables: () => object, expected: Counts][] = [
  [
    'screen-pop',
    () => ({ number: named('vip-group').serviceNumber }),
    { crm: 6, billing: 4, analytics: 6, contacts: 5 },
  ],
  [
    'screen-pop, with products to keep and warnings',
    () => ({ number: named('contract-ending').serviceNumber }),
    { crm: 5, billing: 4, analytics: 6, contacts: 5 },
  ],
  [
    'customer-view',
    () => ({ customerId: named('vip-group').customerId }),
    { crm: 11, billing: 12, analytics: 8, contacts: 11 },
  ],
  [
    'retail-counter',
    () => ({ by: 'SERVICE_NUMBER', value: named('vip-group').serviceNumber }),
    { crm: 5, billing: 6, analytics: 2, contacts: 4 },
  ],
  ['vip-portfolio', () => ({ staffId: 'V000001' }), { crm: 6, billing: 3, analytics: 5, contacts: 4 }],
  [
    'group-account',
    () => ({ customerId: named('group-unit').customerId, first: 100 }),
    { crm: 9, billing: 4, analytics: 2, contacts: 4 },
  ],
  ['ivr-balance', () => ({ number: named('vip-group').serviceNumber }), { crm: 3, billing: 4 }],
  ['sms-bill', () => ({ number: named('vip-group').serviceNumber }), { crm: 2, billing: 4 }],
  [
    'web-self-service',
    () => ({ customerId: named('vip-group').customerId }),
    { crm: 4, billing: 6, contacts: 3 },
  ],
  [
    'usage-panels',
    () => ({ subscriberId: named('usage-panels').subscriberId }),
    { crm: 7, billing: 7, analytics: 2, contacts: 2 },
  ],
  ['usage-records', () => ({ subscriberId: named('vip-group').subscriberId }), { crm: 1, billing: 2 }],
  // What identity keeps itself, and the record, are not counted.
  ['who-looked', () => ({ customerId: named('vip-group').customerId }), {}],
  ['authentication-statistics', () => ({ from: '2026-11-01', to: '2026-11-30' }), {}],
  ['record-exports-waiting', () => ({}), {}],
];

describe('statements of each trusted document', () => {
  it('are counted here for every one that reads', () => {
    expect([...new Set(STATEMENTS.map(([label]) => operationOf(label)))].sort()).toEqual(
      Object.keys(EXAMPLES).sort(),
    );
  });

  it.each(STATEMENTS)('%s', async (label, variables, expected) => {
    expect(await statementsOf(operationOf(label), variables())).toEqual(expected);
  });
});

describe('a list costs as many statements as one entry', () => {
  it('in the portfolio of a manager', async () => {
    const one = await statementsOf('vip-portfolio', { staffId: 'V000001', first: 1 });
    expect(await statementsOf('vip-portfolio', { staffId: 'V000001', first: 100 })).toEqual(one);
  });

  it('in the members of a unit', async () => {
    const { customerId } = named('group-unit');
    const one = await statementsOf('group-account', { customerId, first: 1 });
    expect(await statementsOf('group-account', { customerId, first: 100 })).toEqual(one);
  });

  it('in a lookup that several customers match', async () => {
    const lookup = `query ($by: LookupKey!, $value: String!) {
      customerLookup(by: $by, value: $value) {
        matches { customer { name arrearsFen lastContact { type } warnings { kind } subscribers { tenureDays } } }
      }
    }`;
    const ask = async (by: string, value: string): Promise<[number, Counts]> => {
      counts = {};
      const { data, errors } = await panorama.query(lookup, { by, value });
      expect(errors).toBeUndefined();
      return [data.customerLookup.matches.length, counts];
    };
    const [one, ofOne] = await ask('SERVICE_NUMBER', named('ordinary').serviceNumber);
    const [many, ofMany] = await ask('CONTACT_PHONE', named('shared-phone').serviceNumber);

    expect([one, many]).toEqual([1, 3]);
    expect(ofMany).toEqual(ofOne);
  });
});
