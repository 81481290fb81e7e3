import type { AuditTrail } from '#kit/audit/trail';
import type { Owners, OwnersSource } from '#kit/owners';
import type { SubgraphRequest } from '#kit/subgraph';
import type { AuthenticateParts } from './authenticate.ts';
import type { ExportsSource } from './sources/exports-sql.ts';
import type { NoticesSource } from './sources/notices-sql.ts';

/** What identity knows customers and lines by, in crm. */
export type Kind = 'customer' | 'subscriber';

/** What is the same for all requests. */
export interface Parts extends AuthenticateParts {
  readonly exports: ExportsSource;
  /** Notes nobody: for lists, out of which what is not the viewer's is left. */
  readonly ownersWithin: OwnersSource<Kind>['ownersWithin'];
  readonly notices: NoticesSource;
  readonly trail: AuditTrail;
}

/** Everything an identity resolver can reach. Built anew for each request. */
export interface Context extends SubgraphRequest {
  readonly parts: Parts;
  readonly owners: Owners<Kind>;
}
