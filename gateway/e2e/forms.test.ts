/** The service is one, however many processes it is: every trusted document gives the same bytes. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testViewer } from '#kit/testing/viewer';
import { ACT_EXAMPLES, EXAMPLES } from '../../mocks/world/examples.ts';
import { type Asking, openPanorama, type TestPanorama } from '../testing/test-world.ts';

/** Sees Chengdu, and numbers masked, but no documents or names. */
const ANALYST = testViewer({
  role: 'ANALYST',
  reach: { kind: 'REGIONS', regions: ['5101'] },
  scopes: [
    'customer:read',
    'subscriber:read',
    'billing:read',
    'usage:read',
    'contacts:read',
    'analytics:read',
    'catalogue:read',
    'explore',
  ],
});

let embedded: TestPanorama;
let distributed: TestPanorama;
beforeAll(async () => {
  [embedded, distributed] = await Promise.all([
    openPanorama({ form: 'embedded' }),
    openPanorama({ form: 'distributed' }),
  ]);
}, 120_000);
afterAll(async () => {
  await Promise.all([embedded.close(), distributed.close()]);
});

type Question = readonly [operation: string, variables: object];

/** Every trusted document that only reads, twice: subgraphs compile what they are asked again. */
const examples = (): Question[] => [...Object.entries(EXAMPLES), ...Object.entries(EXAMPLES)];
/** And the two that tell most, of each named case. */
const cases = (): Question[] =>
  embedded.world.world.namedCases.flatMap(({ serviceNumber, customerId }): Question[] => [
    ['screen-pop', { number: serviceNumber }],
    ['customer-view', { customerId }],
  ]);

describe.each([
  ['somebody who may see all', undefined, () => [...examples(), ...cases()]],
  ['an analyst', ANALYST, examples],
])('for %s', (_, viewer, questions) => {
  let inOne: Asking;
  let inSix: Asking;
  beforeAll(async () => {
    inOne = viewer ? await embedded.as(viewer) : embedded;
    inSix = viewer ? await distributed.as(viewer) : distributed;
  });
  afterAll(async () => {
    if (viewer) await Promise.all([inOne.close(), inSix.close()]);
  });

  it('all answers have the same bytes', async () => {
    for (const [operation, variables] of questions()) {
      const [given, expected] = await Promise.all([
        inSix.text(operation, variables),
        inOne.text(operation, variables),
      ]);
      expect({ operation, variables, text: given }).toEqual({ operation, variables, text: expected });
      expect(given).toContain('"data":{');
    }
  }, 60_000);
});

describe('what is done', () => {
  it.each(Object.entries(ACT_EXAMPLES))('by %s has the same outcome', async (operation, variables) => {
    const [given, expected] = await Promise.all([
      distributed.text(operation, variables),
      embedded.text(operation, variables),
    ]);
    expect(withoutChance(given)).toBe(withoutChance(expected));
  });
});

/** Ids, moments and signatures are of the process that made them. */
function withoutChance(text: string): string {
  return text
    .replaceAll(/"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g, '"an id"')
    .replaceAll(/"\d{4}-\d\d-\d\dT[\d:]+\+08:00"/g, '"a moment"')
    .replaceAll(/"[\w-]{40,}\.[\w-]{43}"/g, '"a receipt"');
}
