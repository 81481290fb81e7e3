/** What the gateway is put together from, wherever its subgraphs are. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openAuditTrail } from '#kit/audit/audit-trail';
import type { AuditTrail } from '#kit/audit/trail';
import type { Keys } from '#kit/keys';
import type { Subgraph } from '#kit/subgraph';
import type { TrustedDocument } from '../schema/tools/trusted-documents.ts';

const GENERATED = join(import.meta.dirname, '../schema/generated');
export const SUPERGRAPH_FILE: string = join(GENERATED, 'supergraph.graphql');

export interface ServiceParts {
  /** Those in this process. */
  readonly subgraphs: readonly Subgraph[];
  readonly supergraphSdl: string;
  readonly operations: readonly TrustedDocument[];
  readonly trail: AuditTrail;
  close(): Promise<void>;
}

interface RecordOptions {
  /** Folder of what lasts. */
  readonly stateDir: string;
  readonly keys: Pick<Keys, 'auditKey' | 'pseudonymKey'>;
  /** Told, without personal data, of what somebody must look after. */
  readonly report?: ((problem: string) => void) | undefined;
}

/** The record, which this process alone writes. @throws Error where it lacks entries that its anchor knows of. */
export async function openRecord({ stateDir, keys, report = () => {} }: RecordOptions): Promise<AuditTrail> {
  mkdirSync(stateDir, { recursive: true });
  return openAuditTrail({
    file: join(stateDir, 'audit.sqlite'),
    anchorDir: join(stateDir, 'anchor'),
    auditKey: keys.auditKey,
    pseudonymKey: keys.pseudonymKey,
    report,
  });
}

export function readOperations(): TrustedDocument[] {
  return JSON.parse(readFileSync(join(GENERATED, 'operations.json'), 'utf8')) as TrustedDocument[];
}
