/** Who asks: what the gateway learned from a token, and every subgraph decides by. */
import { createGrants, type Grants } from './access/grants.ts';

export const ROLES = [
  'HOTLINE_AGENT',
  'VIP_SEAT',
  'RETAIL_CLERK',
  'VIP_MANAGER',
  'GROUP_MANAGER',
  'SUPERVISOR',
  'AUDITOR',
  'ANALYST',
  'IVR',
  'SMS',
  'WEB_HALL',
] as const;
export type Role = (typeof ROLES)[number];

/** Why somebody looks: the values of the header `panorama-purpose` and of `enum Purpose`. */
export const PURPOSES = [
  'SERVICE_REQUEST',
  'BILL_ENQUIRY',
  'COMPLAINT',
  'RETENTION',
  'FRAUD_CHECK',
  'AUDIT',
  'OWN_DATA',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Whose data somebody may see at all; `reach.ts` has the same in SQL. */
export type Reach =
  /** Customers whose home region's GB/T 2260 code begins with one of these; '' is everywhere. */
  | { readonly kind: 'REGIONS'; readonly regions: readonly string[] }
  /** Customers looked after: of a VIP manager. */
  | { readonly kind: 'PORTFOLIO'; readonly staffId: string }
  /** Units looked after, and their members: of a group-account manager. */
  | { readonly kind: 'GROUPS'; readonly staffId: string }
  /** One customer: who asks through a system. */
  | { readonly kind: 'SELF'; readonly customerId: string }
  | { readonly kind: 'NOBODY' };

/** That a customer proved to be one; signed by identity. */
export interface CustomerAuthentication {
  readonly authenticationId: string;
  readonly customerId: string;
  /** Who authenticated him: it counts for them alone. */
  readonly subject: string;
  /** Epoch milliseconds, of the real clock. */
  readonly until: number;
}

/** Plain values, as they travel to a subgraph. */
export interface ViewerClaims {
  /** 工号, or the id of a system. */
  readonly subject: string;
  readonly role: Role;
  /** Channel of the request, as in `enum Channel`. */
  readonly channel: string;
  readonly reach: Reach;
  readonly scopes: readonly string[];
  /** Policies that hold for this request. */
  readonly policies: readonly string[];
  /** When the token was issued, epoch seconds: rights may be taken back from all before a moment. */
  readonly epoch: number;
  readonly purpose: Purpose | null;
  readonly authenticated: CustomerAuthentication | null;
}

export interface Viewer extends ViewerClaims {
  readonly grants: Grants;
}

export function createViewer(claims: ViewerClaims): Viewer {
  return { ...claims, grants: createGrants(claims.scopes, claims.policies) };
}
