import type { Viewer } from '../viewer.ts';
import type { AuditEntry } from './trail.ts';

/** What is put on record of an act, by whom the viewer says. */
export function entryOf(
  { subject, role, channel, purpose }: Viewer,
  act: Pick<AuditEntry, 'kind' | 'customers' | 'operation' | 'outcome'> & Partial<AuditEntry>,
): AuditEntry {
  return { subject, role, channel, purpose, fields: [], ...act };
}
