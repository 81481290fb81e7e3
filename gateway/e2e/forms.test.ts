/** The service is one, however many processes it is: every trusted document gives the same bytes. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testViewer } from '#kit/testing/viewer';
import { EXAMPLES } from '../../mocks/world/examples.ts';
import { type Asking, openPanorama, type TestPanorama } from '../testing/test-world.ts';

/** Sees Sichuan and Chongqing, but no documents, and nothing that must be on record. */
const ANALYST = testViewer({
  role: 'ANALYST',
  reach: { kind: 'REGIONS', regions: ['51', '50'] },
  scopes: ['customer:read', 'subscriber:read', 'billing:read', 'contacts:read', 'analytics:read'],
  policies: [],
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

describe.each([
  ['somebody who may see all', undefined],
  ['an analyst', ANALYST],
])('for %s', (_, viewer) => {
  let inOne: Asking;
  let inSix: Asking;
  beforeAll(async () => {
    inOne = viewer ? await embedded.as(viewer) : embedded;
    inSix = viewer ? await distributed.as(viewer) : distributed;
  });
  afterAll(async () => {
    if (viewer) await Promise.all([inOne.close(), inSix.close()]);
  });

  it.each(Object.entries(EXAMPLES))('%s answers with the same bytes', async (operation, variables) => {
    const [given, expected] = await Promise.all([
      inSix.text(operation, variables),
      inOne.text(operation, variables),
    ]);
    expect(given).toBe(expected);
    expect(given).toContain('"data":{');
  });
});
