/** The subgraphs over a folder of data, for what the benchmark hosts itself: what lasts goes with the process. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Embedded, openEmbedded } from '../gateway/embedded.ts';
import { loadOrMakeDemoKeys } from '../subgraphs/kit/keys.ts';

export async function openData(dataDir: string): Promise<Embedded> {
  const stateDir = mkdtempSync(join(tmpdir(), 'panorama-bench-'));
  return openEmbedded({ dataDir, stateDir, keys: loadOrMakeDemoKeys(join(stateDir, 'keys.json')) });
}
