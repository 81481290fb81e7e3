/** Access for tests: everything real but the audit trail and the receipts. */
import { join } from 'node:path';
import { GraphQLError } from 'graphql';
import type { Viewer } from '#kit/viewer';
import { loadRoles } from '../../../schema/tools/roles.ts';
import { type Access, type AccessOptions, createAccess } from '../access.ts';
import { TEST_AUDIENCE } from './identity-server.ts';

export const ROLES_RIGHTS = loadRoles(join(import.meta.dirname, '../../..'));

export function createTestAccess(
  options: Partial<AccessOptions> & Pick<AccessOptions, 'issuer' | 'keys'>,
): Access {
  return createAccess({
    audience: TEST_AUDIENCE,
    roles: ROLES_RIGHTS,
    epochs: { notBefore: () => Number.NEGATIVE_INFINITY },
    isOnRecord: () => true,
    readReceipt: () => null,
    ...options,
  });
}

export async function identify(access: Access, token: string, headers: object = {}): Promise<Viewer> {
  return access.identify({ headers: { authorization: `Bearer ${token}`, ...headers } });
}

/** Code and message of the refusal; a test fails where there is none. */
export async function refusalFor(
  access: Access,
  token: string,
  headers: object = {},
): Promise<[unknown, string]> {
  try {
    await identify(access, token, headers);
  } catch (error) {
    if (error instanceof GraphQLError) return [error.extensions['code'], error.message];
    throw error;
  }
  throw new Error('The token was accepted.');
}
