/** Viewers for tests. */
import type { Accesses } from '../access/accesses.ts';
import type { SubgraphRequest } from '../subgraph.ts';
import { createViewer, type Viewer, type ViewerClaims } from '../viewer.ts';

/** Every scope and policy that the graph knows. */
const ALL_SCOPES = [
  'customer:read',
  'customer:identity',
  'subscriber:read',
  'billing:read',
  'usage:read',
  'usage-records:read',
  'contacts:read',
  'analytics:read',
  'catalogue:read',
  'staff:read',
  'reveal',
  'authenticate',
  'export:request',
  'export:approve',
  'audit:read',
  'audit:own',
  'statistics:read',
  'name:clear',
  'number:clear',
  'explore',
];

/** Sees everything of everybody, unless told otherwise. */
export function testViewer(claims: Partial<ViewerClaims> = {}): Viewer {
  return createViewer({
    subject: 'S000001',
    role: 'SUPERVISOR',
    channel: 'HOTLINE',
    reach: { kind: 'REGIONS', regions: [''] },
    scopes: ALL_SCOPES,
    policies: ['on_record'],
    epoch: 0,
    purpose: null,
    authenticated: null,
    ...claims,
  });
}

export interface NotedAccesses extends Accesses {
  readonly seen: Set<string>;
  readonly refusals: (string | null)[];
}

export function noteAccesses(): NotedAccesses {
  const seen = new Set<string>();
  const refusals: (string | null)[] = [];
  return {
    seen,
    refusals,
    saw: (customerId) => void seen.add(customerId),
    refused: (customerId) => void refusals.push(customerId),
  };
}

export function testRequest(
  viewer: Viewer = testViewer(),
  accesses: Accesses = noteAccesses(),
): SubgraphRequest {
  return { viewer, accesses, addressHash: 'test', pace: 'SECTION' };
}
