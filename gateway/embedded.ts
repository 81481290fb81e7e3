/**
 * Composition root of the embedded operator: the five subgraphs over the SQLite
 * files of one folder, and what lasts beside them in another. `main.ts`, the
 * end-to-end tests and the benches use it.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openAuditTrail } from '#kit/audit/audit-trail';
import type { AuditTrail } from '#kit/audit/trail';
import { type Database, openSqlite } from '#kit/database';
import type { Subgraph } from '#kit/subgraph';
import { openWritableSqlite } from '#kit/writable-sqlite';
import { KNOWN_PASSWORDS } from '../mocks/billing-system/known-passwords.ts';
import { openPasswordStore } from '../mocks/billing-system/password-store.ts';
import { createBillingPasswords } from '../mocks/billing-system/password-system.ts';
import { type Collector, createCollector } from '../mocks/collector/collector.ts';
import { readWorld } from '../mocks/world/read-world.ts';
import type { TrustedDocument } from '../schema/tools/trusted-documents.ts';
import { createAnalyticsSubgraph } from '../subgraphs/analytics/subgraph.ts';
import { createBillingSubgraph } from '../subgraphs/billing/subgraph.ts';
import { createContactsSubgraph } from '../subgraphs/contacts/subgraph.ts';
import { createCrmSubgraph } from '../subgraphs/crm/subgraph.ts';
import * as identityTables from '../subgraphs/identity/migrations/001-tables.ts';
import { createIdentitySubgraph } from '../subgraphs/identity/subgraph.ts';
import type { Keys } from './access/keys.ts';

const GENERATED = join(import.meta.dirname, '../schema/generated');
export const SUPERGRAPH_FILE: string = join(GENERATED, 'supergraph.graphql');

const SYSTEMS = ['crm', 'billing', 'analytics', 'contacts'] as const;
export type System = (typeof SYSTEMS)[number];

export interface Embedded {
  readonly world: ReturnType<typeof readWorld>;
  readonly subgraphs: readonly Subgraph[];
  readonly supergraphSdl: string;
  readonly operations: readonly TrustedDocument[];
  readonly databases: Readonly<Record<System, Database>>;
  readonly trail: AuditTrail;
  /** The demonstration's keypad. */
  readonly collector: Collector;
  close(): Promise<void>;
}

interface EmbeddedOptions {
  /** Folder that the synthetic operator was seeded into; read only. */
  readonly dataDir: string;
  /** Folder of what lasts: the record, counters of tries, changed passwords. */
  readonly stateDir: string;
  readonly keys: Keys;
  /** Told, without personal data, of what somebody must look after. */
  readonly report?: (problem: string) => void;
  /** Told of each statement run, for tests that count them. */
  readonly onStatement?: (system: System, sql: string) => void;
}

/** @throws Error where the record lacks entries that its anchor knows of. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, stateDir, keys, onStatement } = options;
  mkdirSync(stateDir, { recursive: true });
  const world = readWorld(dataDir);
  // The embedded operator stands still at one moment, so that its answers do too.
  const clock = (): Date => new Date(world.now);
  const open = (source: System): Database =>
    openSqlite({
      file: join(dataDir, `${source}.sqlite`),
      source,
      ...(onStatement && { onStatement: (sql: string) => onStatement(source, sql) }),
    });
  const databases = {
    crm: open('crm'),
    billing: open('billing'),
    analytics: open('analytics'),
    contacts: open('contacts'),
  };
  const trail = await openAuditTrail({
    file: join(stateDir, 'audit.sqlite'),
    anchorDir: join(stateDir, 'anchor'),
    auditKey: keys.auditKey,
    pseudonymKey: keys.pseudonymKey,
    report: options.report ?? (() => {}),
  });
  const { receiptKey, pseudonymKey } = keys;
  const store = await openWritableSqlite(join(stateDir, 'identity.sqlite'), { '001-tables': identityTables });
  const passwordStore = openPasswordStore(
    join(stateDir, 'billing-passwords.sqlite'),
    pseudonymKey,
    KNOWN_PASSWORDS,
  );
  const passwords = await createBillingPasswords(passwordStore);
  const collector = await createCollector('demo-keypad', passwords.publicKey);
  passwords.trust(collector.publicJwk);
  return {
    world,
    databases,
    trail,
    collector,
    subgraphs: [
      createCrmSubgraph(databases.crm, clock, trail),
      createBillingSubgraph(databases.billing, clock, { receiptKey, trail }),
      createAnalyticsSubgraph(databases.analytics, clock),
      createContactsSubgraph(databases.contacts, clock),
      createIdentitySubgraph({ store, crm: databases.crm, passwords, trail, receiptKey, clock }),
    ],
    supergraphSdl: readFileSync(SUPERGRAPH_FILE, 'utf8'),
    operations: JSON.parse(readFileSync(join(GENERATED, 'operations.json'), 'utf8')) as TrustedDocument[],
    async close() {
      await trail.close();
      await store.close();
      passwordStore.close();
      for (const system of SYSTEMS) databases[system].close();
    },
  };
}
