/** How the gateway learns who asks. */
import { hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { CustomerAuthentication, Viewer } from '#kit/viewer';
import { requestError } from '../error-codes.ts';
import type { Epochs } from './epochs.ts';
import type { KeySet } from './jwks.ts';
import { type Claims, createTokenVerifier, notValid, type TokenPolicy } from './tokens.ts';
import { createToViewers, toPurpose, type ViewerOf, type ViewerRules } from './viewers.ts';

export interface Access {
  /**
   * Not a promise where the token is known, so that the common request waits for nothing.
   *
   * @throws GraphQLError with code UNAUTHENTICATED, IDENTITY_PROVIDER_UNAVAILABLE, or
   *   BAD_REQUEST for a purpose that does not exist.
   */
  identify(request: Pick<FastifyRequest, 'headers'>): Viewer | Promise<Viewer>;
}

export interface AccessOptions extends TokenPolicy, ViewerRules {
  readonly keys: KeySet;
  /** Rights taken back. */
  readonly epochs: Pick<Epochs, 'notBefore'>;
  /** Whether the audit trail can be written, at the moment. */
  readonly isOnRecord: () => boolean;
  /** Null for a receipt that is forged, malformed or expired. */
  readonly readReceipt: (receipt: string) => CustomerAuthentication | null;
}

/** A token that was believed. */
interface Known {
  readonly claims: Claims;
  readonly viewerOf: ViewerOf;
  /** Of the keys it was checked with. */
  readonly keysVersion: number;
}

/** Tokens kept between requests: a staff member has one at a time. */
const MAX_KNOWN = 20_000;

export function createAccess(options: AccessOptions): Access {
  const { keys, epochs, isOnRecord, readReceipt, now = Date.now } = options;
  const verify = createTokenVerifier(options, keys);
  const toViewers = createToViewers(options);
  // By their digest: a token that still opens something has no place in memory.
  const known = new LRUCache<string, Known>({ max: MAX_KNOWN });

  async function learn(authorization: string, digest: string): Promise<Known> {
    const token = /^Bearer +([\w.-]+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw notValid('it must be sent as "authorization: Bearer <token>"');
    const keysVersion = keys.version;
    const claims = await verify(token);
    const learnt = { claims, viewerOf: toViewers(claims), keysVersion };
    known.set(digest, learnt);
    return learnt;
  }

  /** Decided for each request, however well its token is known. */
  function admit({ claims, viewerOf }: Known, headers: FastifyRequest['headers']): Viewer {
    if (claims.iat <= epochs.notBefore(claims.sub))
      throw notValid('its rights were taken back; sign in again');
    const purpose = toPurpose(headers['panorama-purpose']);
    const receipt = headers['panorama-authentication'];
    const shown = typeof receipt === 'string' ? readReceipt(receipt) : null;
    const isTheirs = shown !== null && shown.subject === claims.sub && shown.until > now();
    return viewerOf({ isOnRecord: isOnRecord(), purpose, authenticated: isTheirs ? shown : null });
  }

  return {
    identify({ headers }) {
      const { authorization } = headers;
      if (authorization === undefined) throw requestError('UNAUTHENTICATED', NO_TOKEN);
      const digest = hash('sha256', authorization, 'base64');
      const found = known.get(digest);
      if (found && found.keysVersion === keys.version && found.claims.exp * 1_000 > now()) {
        return admit(found, headers);
      }
      return learn(authorization, digest).then((learnt) => admit(learnt, headers));
    },
  };
}

const NO_TOKEN = 'Sign in: send a token of your identity provider as "authorization: Bearer <token>".';
