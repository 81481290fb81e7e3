/**
 * Composition root of the embedded operator: the four subgraphs over the SQLite
 * files of one folder. `main.ts`, the end-to-end tests and the benches use it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openSqlite } from '#kit/database';
import type { Subgraph } from '#kit/subgraph';
import { readWorld } from '../mocks/world/read-world.ts';
import type { TrustedDocument } from '../schema/tools/trusted-documents.ts';
import { createAnalyticsSubgraph } from '../subgraphs/analytics/subgraph.ts';
import { createBillingSubgraph } from '../subgraphs/billing/subgraph.ts';
import { createContactsSubgraph } from '../subgraphs/contacts/subgraph.ts';
import { createCrmSubgraph } from '../subgraphs/crm/subgraph.ts';

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
  close(): void;
}

/**
 * @param dataDir Folder that the synthetic operator was seeded into.
 * @param onStatement Told of each statement run, for tests that count them.
 */
export function openEmbedded(dataDir: string, onStatement?: (system: System, sql: string) => void): Embedded {
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
  return {
    world,
    databases,
    subgraphs: [
      createCrmSubgraph(databases.crm, clock),
      createBillingSubgraph(databases.billing, clock),
      createAnalyticsSubgraph(databases.analytics, clock),
      createContactsSubgraph(databases.contacts, clock),
    ],
    supergraphSdl: readFileSync(SUPERGRAPH_FILE, 'utf8'),
    operations: JSON.parse(readFileSync(join(GENERATED, 'operations.json'), 'utf8')) as TrustedDocument[],
    close() {
      for (const system of SYSTEMS) databases[system].close();
    },
  };
}
