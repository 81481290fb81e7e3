/** Speed by construction: how many statements each trusted document runs, however many customers it shows. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPanorama, type TestPanorama } from '../testing/test-world.ts';

let panorama: TestPanorama;
let counted: Record<string, number> = {};
const repeated: string[] = [];

beforeAll(async () => {
  const seen = new Set<string>();
  panorama = await openPanorama((system, sql) => {
    counted[system] = (counted[system] ?? 0) + 1;
    if (seen.has(sql)) repeated.push(sql);
    seen.add(sql);
  });
}, 120_000);
afterAll(() => panorama.close());

async function count(operation: string, variables: object): Promise<Record<string, number>> {
  counted = {};
  const { errors } = await panorama.run(operation, variables);
  expect(errors).toBeUndefined();
  return counted;
}
