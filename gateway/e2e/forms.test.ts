/** The service is one, wherever its rows are kept and its subgraphs run: every trusted document gives the same bytes. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mariadbProblem } from '#kit/testing/mariadb';
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

/** `jest.config.mjs` says so where there is no server. */
const HAS_MARIADB = (await mariadbProblem()) === null;
const FORMS = ['distributed', 'boss', ...(HAS_MARIADB ? (['mariadb'] as const) : [])] as const;

type Question = readonly [operation: string, variables: object];

/** Every trusted document that only reads, twice: subgraphs compile what they are asked again. */
const examples = (): Question[] => [...Object.entries(EXAMPLES), ...Object.entries(EXAMPLES)];
/** And the two that tell most, of each named case. */
const cases = (embedded: TestPanorama): Question[] =>
  embedded.world.world.namedCases.flatMap(({ serviceNumber, customerId }): Question[] => [
    ['screen-pop', { number: serviceNumber }],
    ['customer-view', { customerId }],
  ]);

describe.each(FORMS)('in the form %s', (form) => {
  let embedded: TestPanorama;
  let panorama: TestPanorama;
  beforeAll(async () => {
    // Anew for each: what was asked of one is on its record.
    embedded = await openPanorama({ form: 'embedded' });
    panorama = await openPanorama({ form });
  }, 120_000);
  afterAll(async () => {
    await Promise.all([embedded.close(), panorama.close()]);
  });

  describe.each([
    ['somebody who may see all', undefined, (embedded: TestPanorama) => [...examples(), ...cases(embedded)]],
    ['an analyst', ANALYST, examples],
  ])('for %s', (_, viewer, questions) => {
    let known: Asking;
    let asked: Asking;
    beforeAll(async () => {
      known = viewer ? await embedded.as(viewer) : embedded;
      asked = viewer ? await panorama.as(viewer) : panorama;
    });
    afterAll(async () => {
      if (viewer) await Promise.all([known.close(), asked.close()]);
    });

    it('all answers have the same bytes', async () => {
      for (const [operation, variables] of questions(embedded)) {
        const [given, expected] = await Promise.all([
          asked.text(operation, variables),
          known.text(operation, variables),
        ]);
        expect({ operation, variables, text: given }).toEqual({ operation, variables, text: expected });
        expect(given).toContain('"data":{');
      }
    }, 60_000);
  });

  describe('what is done', () => {
    it.each(Object.entries(ACT_EXAMPLES))('by %s has the same outcome', async (operation, variables) => {
      const [given, expected] = await Promise.all([
        panorama.text(operation, variables),
        embedded.text(operation, variables),
      ]);
      expect(withoutChance(given)).toBe(withoutChance(expected));
    });
  });
});

/** Ids, moments and signatures are of the process that made them. */
function withoutChance(text: string): string {
  return text
    .replaceAll(/"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g, '"an id"')
    .replaceAll(/"\d{4}-\d\d-\d\dT[\d:]+\+08:00"/g, '"a moment"')
    .replaceAll(/"[\w-]{40,}\.[\w-]{43}"/g, '"a receipt"');
}
