/** Claims of a token → who asks. */
import type { GraphQLError } from 'graphql';
import {
  type CustomerAuthentication,
  createViewer,
  PURPOSES,
  type Purpose,
  type Reach,
  ROLES,
  type Role,
  type Viewer,
} from '#kit/viewer';
import type { RoleRights, RolesRights } from '../../schema/tools/roles.ts';
import { requestError } from '../error-codes.ts';
import { type Claims, notValid } from './tokens.ts';

/** Allows ad hoc documents; no role brings it, a token must name it. */
const EXPLORE = 'explore';
const ROLE_CLAIMS = ['role', 'roles', 'groups'];

export interface ViewerRules {
  readonly roles: RolesRights;
  /** Claim that holds the role, or a list with it; a path with dots where no claim has that name. */
  readonly roleClaim?: string | undefined;
}

/** What a request adds to its token. */
export interface RequestFacts {
  /** The audit trail can be written. */
  readonly isOnRecord: boolean;
  readonly purpose: Purpose | null;
  readonly authenticated: CustomerAuthentication | null;
}

/** Of one token: viewers of equal requests are one object. */
export type ViewerOf = (facts: RequestFacts) => Viewer;

/** @throws UNAUTHENTICATED where the token names no role of ours. */
export type ToViewers = (claims: Claims) => ViewerOf;

export function createToViewers({ roles, roleClaim }: ViewerRules): ToViewers {
  const graphScopes = new Set(Object.values(roles).flatMap(({ scopes }) => scopes));
  const claimNames = roleClaim === undefined ? ROLE_CLAIMS : [roleClaim];

  return (claims) => {
    const role = roleIn(claims, claimNames);
    if (!role) throw noRole(claimNames);
    const rights = roles[role];
    const known = {
      subject: claims.sub,
      role,
      channel: rights.channel,
      reach: reachOf(claims, rights),
      scopes: scopesOf(claims, rights, graphScopes),
      epoch: claims.iat,
    };
    const build = ({ isOnRecord, purpose, authenticated }: RequestFacts): Viewer => {
      const policies: string[] = [];
      if (isOnRecord) policies.push('on_record');
      if (purpose) policies.push('purpose');
      if (authenticated) policies.push('customer_authenticated');
      return createViewer({ ...known, policies, purpose, authenticated });
    };
    const onRecord = build({ isOnRecord: true, purpose: null, authenticated: null });
    const offRecord = build({ isOnRecord: false, purpose: null, authenticated: null });
    return (facts) => {
      if (facts.purpose || facts.authenticated) return build(facts);
      return facts.isOnRecord ? onRecord : offRecord;
    };
  };
}

/** @throws BAD_REQUEST for a purpose that does not exist. */
export function toPurpose(header: string | string[] | undefined): Purpose | null {
  if (header === undefined) return null;
  const purpose = PURPOSES.find((each) => each === header);
  if (purpose) return purpose;
  throw requestError('BAD_REQUEST', `The header panorama-purpose must be one of: ${PURPOSES.join(', ')}.`);
}

function noRole(claimNames: readonly string[]): GraphQLError {
  return notValid(`its claim "${claimNames.join('" or "')}" must name one of the roles ${ROLES.join(', ')}`);
}

function roleIn(claims: Claims, names: readonly string[]): Role | undefined {
  return names
    .flatMap((name) => listIn(claimAt(claims, name)))
    .map((name) => ROLES.find((role) => role === name))
    .find((role) => role !== undefined);
}

/** A claim by its name, for names may have dots; else by the path that the dots make. */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split('.').reduce<unknown>((value, part) => {
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, part);
    return isObject ? (value as Record<string, unknown>)[part] : undefined;
  }, claims);
}

function reachOf(claims: Claims, { reach }: RoleRights): Reach {
  switch (reach) {
    case 'regions': {
      const regions = regionsIn(claims['regions']);
      return regions.length > 0 ? { kind: 'REGIONS', regions } : NOBODY;
    }
    case 'portfolio':
      return { kind: 'PORTFOLIO', staffId: claims.sub };
    case 'groups':
      return { kind: 'GROUPS', staffId: claims.sub };
    case 'self': {
      const [customerId] = listIn(claims['customer_id']);
      return customerId !== undefined && /^\d{1,18}$/.test(customerId)
        ? { kind: 'SELF', customerId }
        : NOBODY;
    }
    case 'nobody':
      return NOBODY;
  }
}

const NOBODY: Reach = { kind: 'NOBODY' };

/** Everywhere is said with a star, never by leaving something empty. */
function regionsIn(claim: unknown): string[] {
  const named = listIn(claim);
  if (named.includes('*')) return [''];
  return named.filter((prefix) => /^\d{2,6}$/.test(prefix));
}

/**
 * The role's scopes; where the token names scopes of the graph, only those of them.
 * Names that are none of ours (`openid`, `profile`) narrow nothing.
 */
function scopesOf(claims: Claims, { scopes }: RoleRights, graphScopes: ReadonlySet<string>): string[] {
  const named = new Set([...listIn(claims['scope']), ...listIn(claims['scp'])]);
  const narrows = [...named].some((scope) => graphScopes.has(scope));
  const granted = scopes.filter((scope) => scope !== EXPLORE && (!narrows || named.has(scope)));
  return named.has(EXPLORE) ? [...granted, EXPLORE] : granted;
}

/** Claims come as a text, as words with spaces between, as a number or as a list. */
function listIn(claim: unknown): string[] {
  if (typeof claim === 'string') return claim.split(' ').filter((word) => word !== '');
  if (typeof claim === 'number') return [String(claim)];
  return Array.isArray(claim) ? claim.filter((each) => typeof each === 'string') : [];
}
