/** The tabs a newcomer finds in the explorer: each must answer at once. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACT_EXAMPLES, EXAMPLES } from '../../mocks/world/examples.ts';
import { openPanorama, type TestPanorama } from '../testing/test-world.ts';

let panorama: TestPanorama;
beforeAll(async () => {
  panorama = await openPanorama();
}, 120_000);
afterAll(() => panorama.close());

describe('examples', () => {
  it('are there for every trusted document, and for nothing else', () => {
    expect(Object.keys({ ...EXAMPLES, ...ACT_EXAMPLES }).sort()).toEqual(
      panorama.world.operations.map(({ name }) => name).sort(),
    );
  });

  it.each(Object.entries(EXAMPLES))(
    '%s answers with data and without errors',
    async (operation, variables) => {
      const { data, errors } = await panorama.run(operation, variables);

      expect(errors).toBeUndefined();
      const [section] = Object.values<Record<string, unknown> | null>(data);
      expect(section).not.toBeNull();
      expect(section?.['matches']).not.toEqual([]);
    },
  );
});
