/** Every trusted document over the made-up operator: the service's answers against those of the stock gateway. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { testRequest } from '#kit/testing/viewer';
import { EXAMPLES } from '../../mocks/world/examples.ts';
import { type Execute, plainData } from '../engine/testing/oracle.ts';
import { createStockExecute } from '../engine/testing/stock.ts';
import { openPanorama, seesEverything, type TestPanorama } from '../testing/test-world.ts';

type Variables = Record<string, unknown>;
type NamedCase = TestPanorama['world']['world']['namedCases'][number];

/** What a document about one thing is asked of a named case; the others are asked their example alone. */
const QUESTIONS: Readonly<Record<string, (named: NamedCase) => Variables>> = {
  'customer-view': ({ customerId }) => ({ customerId }),
  'group-account': ({ customerId }) => ({ customerId, first: 3 }),
  'ivr-balance': ({ serviceNumber }) => ({ number: serviceNumber }),
  'retail-counter': ({ serviceNumber }) => ({ by: 'SERVICE_NUMBER', value: serviceNumber }),
  'screen-pop': ({ serviceNumber }) => ({ number: serviceNumber }),
  'sms-bill': ({ serviceNumber }) => ({ number: serviceNumber }),
  'usage-panels': ({ subscriberId }) => ({ subscriberId: subscriberId ?? '0', month: '2026-09' }),
  'vip-portfolio': () => ({ staffId: EXAMPLES['vip-portfolio']?.['staffId'], first: 5 }),
  'web-self-service': ({ customerId }) => ({ customerId }),
};
/** Who is asked about: nobody's number and id last. */
const ASKED = ['ordinary', 'vip-group', 'recycled-number', 'left', 'empty', 'group-unit', 'bill-shock'];
const NOBODY: NamedCase = {
  id: 'nobody',
  serviceNumber: '13899999999',
  customerId: '1',
  subscriberId: '1',
  zh: '',
  en: '',
};

interface Bench {
  readonly panorama: TestPanorama;
  readonly stock: Execute;
}

async function openBench(): Promise<Bench> {
  const panorama = await openPanorama();
  const { supergraphSdl, subgraphs } = panorama.world;
  const contexts = new Map(subgraphs.map(({ name, createContext }) => [name, createContext]));
  const stock = createStockExecute(
    supergraphSdl,
    Object.fromEntries(subgraphs.map(({ name, schema }) => [name, schema])),
    (name) => contexts.get(name)?.(testRequest(seesEverything())) ?? {},
  );
  return { panorama, stock };
}

function bodyOf({ world }: TestPanorama, document: string): string {
  return world.operations.find(({ name }) => name === document)?.body ?? '';
}

interface Answered {
  readonly errors?:
    | readonly { readonly path?: readonly (string | number)[] | undefined; readonly extensions?: unknown }[]
    | undefined;
}

/** Where an answer has errors, and of which code. */
function places({ errors = [] }: Answered): string[] {
  return errors
    .map(
      ({ path, extensions }) =>
        `${path?.join('.')} ${String((extensions as { code?: unknown } | undefined)?.code)}`,
    )
    .sort();
}

/** The stock gateway also reports fields that nobody asked for, because another field requires them. */
function isAsked(data: unknown, path: readonly (string | number)[] = []): boolean {
  let value = data;
  for (const key of path) {
    if (value === null || typeof value !== 'object') return true;
    if (!(key in value)) return false;
    value = (value as Record<string | number, unknown>)[key];
  }
  return true;
}

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
}, 120_000);
afterAll(() => bench.panorama.close());

describe.each(Object.keys(EXAMPLES))('%s', (document) => {
  it('answers its example and named cases as the stock gateway does', async () => {
    const { panorama, stock } = bench;
    const { namedCases } = panorama.world.world;
    const cases = [...namedCases.filter(({ id }) => ASKED.includes(id)), NOBODY];
    expect(cases).toHaveLength(ASKED.length + 1);
    const question = QUESTIONS[document];
    const all = [EXAMPLES[document] ?? {}, ...(question ? cases.map(question) : [])];
    const parsed = parse(bodyOf(panorama, document));

    for (const variables of all) {
      const given = await panorama.run(document, variables);
      const expected = await stock(parsed, variables);

      expect({ variables, data: given.data, errors: places(given) }).toEqual({
        variables,
        data: plainData(expected),
        errors: places(expected),
      });
    }
  });
});

describe.each(['billing', 'analytics', 'contacts'] as const)('when %s is down', (system) => {
  it('the example of every document has the data of the stock gateway, and an error where that has one', async () => {
    const { panorama, stock } = await openBench();
    await panorama.world.takeDown(system);

    for (const [document, variables] of Object.entries(EXAMPLES)) {
      const given = await panorama.run(document, variables);
      const expected = await stock(parse(bodyOf(panorama, document)), variables);

      expect({ document, data: given.data }).toEqual({ document, data: plainData(expected) });
      expect({ document, errors: places(given) }).toEqual({
        document,
        errors: places({ errors: expected.errors?.filter(({ path }) => isAsked(expected.data, path)) }),
      });
    }
    await panorama.close();
  });
});
