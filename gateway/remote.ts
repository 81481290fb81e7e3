/**
 * The gateway's half of the service where subgraphs run in processes of their
 * own: they are asked where the supergraph says, and send here what must be on record.
 */
import { readFileSync } from 'node:fs';
import type { Keys } from '#kit/keys';
import { openRecord, readOperations, type ServiceParts } from './service-parts.ts';

interface RemoteOptions {
  /** It has the addresses. */
  readonly supergraphFile: string;
  /** Folder of what lasts. */
  readonly stateDir: string;
  readonly keys: Pick<Keys, 'auditKey' | 'pseudonymKey'>;
  /** Told, without personal data, of what somebody must look after. */
  readonly report?: (problem: string) => void;
}

/** @throws Error where the record lacks entries that its anchor knows of. */
export async function openRemote({ supergraphFile, ...record }: RemoteOptions): Promise<ServiceParts> {
  const supergraphSdl = readFileSync(supergraphFile, 'utf8');
  const trail = await openRecord(record);
  return { subgraphs: [], supergraphSdl, operations: readOperations(), trail, close: trail.close };
}
