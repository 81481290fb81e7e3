/**
 * Composition root of the service in one process: the five subgraphs over the
 * systems that the configuration names, by default the SQLite files of one
 * folder, and what lasts beside them in another. `main.ts`, the end-to-end
 * tests and the benches use it.
 */
import { readFileSync } from 'node:fs';
import type { Database } from '#kit/database';
import type { Keys } from '#kit/keys';
import { openBoss } from '#kit/open-boss';
import { openReplica } from '#kit/open-replica';
import { openStore } from '#kit/open-store';
import { EMBEDDED, type ReplicatedSystem, type SourceConfig } from '#kit/source-config';
import { openDemoPasswords } from '../mocks/billing-system/demo-passwords.ts';
import { openWorld } from '../mocks/world/read-world.ts';
import { readPolicy } from '../subgraphs/analytics/policy.ts';
import { createAnalyticsSubgraph } from '../subgraphs/analytics/subgraph.ts';
import { createBillingSources } from '../subgraphs/billing/sources.ts';
import { createBillingSubgraph } from '../subgraphs/billing/subgraph.ts';
import { createContactsSubgraph } from '../subgraphs/contacts/subgraph.ts';
import { createCrmSubgraph } from '../subgraphs/crm/subgraph.ts';
import * as identityTables from '../subgraphs/identity/migrations/001-tables.ts';
import { openPasswords } from '../subgraphs/identity/password-sources.ts';
import { createIdentitySubgraph } from '../subgraphs/identity/subgraph.ts';
import { openRecord, readOperations, type ServiceParts, SUPERGRAPH_FILE } from './service-parts.ts';

export type System = ReplicatedSystem;

export interface Embedded extends ServiceParts {
  readonly databases: Readonly<Record<System, Database>>;
}

interface EmbeddedOptions {
  /** Folder that the synthetic operator was seeded into; read only. */
  readonly dataDir: string;
  /** Where systems are that are not in it. */
  readonly sources?: SourceConfig;
  /** Folder of what lasts: the record, counters of tries, changed passwords. */
  readonly stateDir: string;
  readonly keys: Keys;
  /** By default the one that `npm run generate` makes. */
  readonly supergraphFile?: string;
  /** By default the project's own. */
  readonly policyFile?: string | undefined;
  /** Complaints above which their count is red. */
  readonly redAbove?: number;
  /** Told, without personal data, of what somebody must look after. */
  readonly report?: (problem: string | object) => void;
  /** Told of each statement run, for tests that count them. */
  readonly onStatement?: (system: System, sql: string) => void;
}

/** @throws Error where the record lacks entries that its anchor knows of. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, stateDir, keys, sources = EMBEDDED, report = () => {}, onStatement } = options;
  const world = openWorld(dataDir, sources);
  const open = (source: System): Database =>
    openReplica(source, {
      config: sources,
      dataDir,
      onStatement: onStatement && ((sql) => onStatement(source, sql)),
    });
  const databases = {
    crm: open('crm'),
    billing: open('billing'),
    analytics: open('analytics'),
    contacts: open('contacts'),
  };
  const trail = await openRecord(options);
  const { receiptKey, pseudonymKey } = keys;
  const store = await openStore('identity', {
    config: sources,
    stateDir,
    migrations: { '001-tables': identityTables },
  });
  const boss = openBoss(sources, report);
  const billing = await createBillingSources(
    { db: databases.billing, boss, clock: world.clock },
    sources.sections.billing,
  );
  const { passwords, close: closePasswords } = await openPasswords(boss, sources.sections.identity, () =>
    openDemoPasswords(stateDir, pseudonymKey),
  );
  return {
    databases,
    trail,
    subgraphs: [
      createCrmSubgraph(databases.crm, world.clock, trail),
      createBillingSubgraph(databases.billing, world.clock, { receiptKey, trail, sources: billing }),
      createAnalyticsSubgraph(databases.analytics, world.clock, readPolicy(options.policyFile)),
      createContactsSubgraph(databases.contacts, world.clock, {
        ...(options.redAbove !== undefined && { redAbove: options.redAbove }),
      }),
      createIdentitySubgraph({
        store,
        crm: databases.crm,
        passwords,
        trail,
        receiptKey,
        clock: world.clock,
      }),
    ],
    supergraphSdl: readFileSync(options.supergraphFile ?? SUPERGRAPH_FILE, 'utf8'),
    operations: readOperations(),
    async close() {
      await trail.close();
      await store.close();
      closePasswords();
      await boss?.close();
      await Promise.all(Object.values(databases).map((database) => database.close()));
    },
  };
}
