import { createGrants, type Grants } from '#kit/access/grants';
import type { RolesRights } from '../../schema/tools/roles.ts';

/** What most requests of each role are granted: trusted documents are compiled for these at start. */
export function commonGrants(roles: RolesRights, extraScopes: readonly string[] = []): Grants[] {
  return Object.values(roles).map(({ scopes }) => createGrants([...scopes, ...extraScopes], ['on_record']));
}
