/** Checks access tokens (RFC 9068 and plain JWT). */

import { GraphQLError } from 'graphql';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { requestError } from '../error-codes.ts';
import type { KeySet } from './jwks.ts';

export const ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

export interface TokenPolicy {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms?: readonly Algorithm[];
  /** Longest time from issue to expiry: for so long rights may outlive a provider that says nothing. */
  readonly maxLifetimeSeconds?: number;
  /** Takes no token of a demonstration. */
  readonly refusesDemo?: boolean;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

/** What a token says, once it is believed. */
export interface Claims extends JWTPayload {
  readonly sub: string;
  readonly iat: number;
  readonly exp: number;
}

/** @throws UNAUTHENTICATED with the kind of reason; IDENTITY_PROVIDER_UNAVAILABLE while there are no keys. */
export type VerifyToken = (token: string) => Promise<Claims>;

/** How far the clocks of the provider and ours may be apart. */
export const CLOCK_TOLERANCE_SECONDS = 5;
/** Of logout tokens, and of ID tokens, which many see. */
const NOT_OF_ACCESS = ['events', 'nonce', 'at_hash', 'c_hash'];
const MAX_TOKEN_LENGTH = 8_192;
const TYPES = new Set(['at+jwt', 'application/at+jwt', 'jwt', 'application/jwt']);

export function createTokenVerifier(policy: TokenPolicy, keys: KeySet): VerifyToken {
  const {
    issuer,
    audience,
    algorithms = ['ES256', 'RS256'],
    maxLifetimeSeconds = 900,
    now = Date.now,
  } = policy;
  const options = {
    issuer,
    audience,
    algorithms: [...algorithms],
    requiredClaims: ['sub', 'exp', 'iat'],
    maxTokenAge: maxLifetimeSeconds,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
  };
  return async (token) => {
    if (token.length > MAX_TOKEN_LENGTH) throw notValid('it is too long');
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys.find, {
        ...options,
        currentDate: new Date(now()),
      });
      const { sub, iat, exp } = payload;
      if (!TYPES.has(protectedHeader.typ?.toLowerCase() ?? ''))
        throw notValid('its type is not at+jwt or JWT');
      // The kind of token that ends sessions must not open one.
      if (NOT_OF_ACCESS.some((claim) => payload[claim] !== undefined))
        throw notValid('it is no access token');
      if (typeof sub !== 'string' || !/^[\x21-\x7e]{1,64}$/.test(sub)) throw notValid(ofClaim('sub'));
      if (iat === undefined || exp === undefined || exp - iat > maxLifetimeSeconds) {
        throw notValid(`it may live for ${maxLifetimeSeconds} s at most`);
      }
      if (policy.refusesDemo && payload['demo'] !== undefined) throw notValid('it is of a demonstration');
      return { ...payload, sub, iat, exp };
    } catch (error) {
      throw toRefusal(error);
    }
  };
}

/** One sentence for whatever is wrong, with the kind of reason and nothing that the token says. */
export function notValid(reason: string): GraphQLError {
  return requestError('UNAUTHENTICATED', `The token is not valid here: ${reason}.`);
}

const CLAIMS = new Set(['iss', 'aud', 'sub', 'exp', 'iat', 'nbf']);

function ofClaim(claim: string): string {
  return `its claim "${claim}" is missing or not accepted`;
}

function toRefusal(error: unknown): unknown {
  if (error instanceof GraphQLError || !(error instanceof errors.JOSEError)) return error;
  return notValid(reasonOf(error));
}

/** The kind of jose's error. */
export function reasonOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'it has expired';
  if (error instanceof errors.JWTClaimValidationFailed) {
    return CLAIMS.has(error.claim) ? ofClaim(error.claim) : 'a claim is not accepted';
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return 'its algorithm is not accepted';
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) {
    return 'its key is not known';
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'its signature is wrong';
  return 'it is malformed';
}
