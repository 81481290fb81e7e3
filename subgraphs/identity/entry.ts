import type { AuditEntry } from '#kit/audit/trail';
import type { Viewer } from '#kit/viewer';

/** What is put on record of an act, by whom the viewer says. */
export function entryOf(
  { subject, role, channel, purpose }: Viewer,
  act: Pick<AuditEntry, 'kind' | 'customers' | 'operation' | 'outcome'> & Partial<AuditEntry>,
): AuditEntry {
  return { subject, role, channel, purpose, fields: [], ...act };
}
