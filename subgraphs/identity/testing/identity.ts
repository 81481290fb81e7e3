/** Identity over a crm of some people, the made-up billing system and a store of its own. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Asked, asked, testClock } from '#kit/testing/ask';
import { createTestDatabase, type Rows } from '#kit/testing/database';
import { type MemoryTrail, memoryTrail } from '#kit/testing/trail';
import { noteAccesses, testViewer } from '#kit/testing/viewer';
import type { ViewerClaims } from '#kit/viewer';
import { openWritableSqlite, type WritableDatabase } from '#kit/writable-database';
import { openPasswordStore } from '../../../mocks/billing-system/password-store.ts';
import {
  type BillingPasswords,
  createBillingPasswords,
} from '../../../mocks/billing-system/password-system.ts';
import { type Collector, createCollector } from '../../../mocks/collector/collector.ts';
import * as crmTables from '../../crm/migrations/001-tables.ts';
import * as tables from '../migrations/001-tables.ts';
import { createIdentitySubgraph } from '../subgraph.ts';

export interface Identity {
  readonly trail: MemoryTrail;
  readonly billing: BillingPasswords;
  readonly collector: Collector;
  readonly store: WritableDatabase;
  readonly storeFile: string;
  readonly receiptKey: Uint8Array;
  /** Milliseconds that the real clock is ahead. */
  advance(ms: number): void;
  as(claims?: Partial<ViewerClaims>, addressHash?: string): Asked;
  close(): Promise<void>;
}

const AGENT = { subject: 'A000001', role: 'HOTLINE_AGENT' } as const;

export async function createIdentity(rows: Rows): Promise<Identity> {
  const crm = await createTestDatabase('crm', [crmTables], rows);
  const folder = mkdtempSync(join(tmpdir(), 'identity-'));
  const storeFile = join(folder, 'identity.sqlite');
  const store = await openWritableSqlite(storeFile, { '001-tables': tables });
  const passwordStore = openPasswordStore(join(folder, 'billing-passwords.sqlite'), randomBytes(32), {
    '201': { password: '135790', isInitial: false },
    '202': { password: '123456', isInitial: true },
  });
  const billing = await createBillingPasswords(passwordStore);
  const collector = await createCollector('ivr-1', billing.publicKey);
  billing.trust(collector.publicJwk);
  const trail = memoryTrail();
  const receiptKey = randomBytes(32);
  let ahead = 0;
  const subgraph = createIdentitySubgraph({
    store,
    crm: crm.db,
    passwords: billing,
    trail,
    receiptKey,
    clock: testClock,
    now: () => Date.now() + ahead,
  });
  return {
    trail,
    billing,
    collector,
    store,
    storeFile,
    receiptKey,
    advance(ms) {
      ahead += ms;
    },
    as: (claims = {}, addressHash = 'somewhere') =>
      asked(subgraph, () => ({
        viewer: testViewer({ ...AGENT, ...claims }),
        accesses: noteAccesses(),
        addressHash,
        pace: 'SECTION',
      })),
    async close() {
      store.close();
      passwordStore.close();
      crm.remove();
      rmSync(folder, { recursive: true });
    },
  };
}
