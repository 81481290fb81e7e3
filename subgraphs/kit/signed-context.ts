/**
 * The proof that a request to a subgraph comes from the gateway: who asks, a
 * digest of the body, the time and a nonce, signed. The form is that of HTTP
 * Message Signatures (RFC 9421) and Digest Fields (RFC 9530), of which this is
 * one fixed profile, so that other gateways and subgraphs can speak it too.
 *
 * Our own code, because signing is on the way of every fetch: node's HMAC takes
 * some 10 µs, WebCrypto's with a general library many times that.
 */
import { createHmac, createSecretKey, hash, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Pace } from './pace.ts';
import type { Asker } from './subgraph.ts';
import { createViewer, type ViewerClaims } from './viewer.ts';

/** A shared secret. Of several, the first signs and all verify, so that one can take the place of another. */
export interface ContextKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

export interface SignedHeaders {
  readonly 'panorama-context': string;
  readonly 'content-digest': string;
  readonly 'signature-input': string;
  readonly signature: string;
}

/** How far the clocks of gateway and subgraph may be apart, and how long a signature is good. */
const WINDOW_SECONDS = 30;

const COMPONENTS = '("content-digest" "panorama-context")';

interface Travelling {
  readonly viewer: ViewerClaims;
  readonly addressHash: string;
  readonly pace: Pace;
}

/** @param subgraph Whom it is for: it is good for no other. */
export type SignContext = (subgraph: string, body: string, asker: Asker) => SignedHeaders;

export function createContextSigner([key]: readonly ContextKey[], now: () => number = Date.now): SignContext {
  if (!key) throw new Error('There is no key to sign with.');
  // Made once: from bytes, it would be made for each signature, which takes longer than signing.
  const secret = createSecretKey(key.secret);
  return (subgraph, body, { viewer: { grants, ...viewer }, addressHash, pace }) => {
    void grants;
    const context = encode({ viewer, addressHash, pace });
    const digest = digestOf(body);
    const nonce = randomBytes(12).toString('base64url');
    const created = Math.floor(now() / 1_000);
    const params = `${COMPONENTS};created=${created};nonce="${nonce}";keyid="${key.id}";alg="hmac-sha256";tag="${subgraph}"`;
    return {
      'panorama-context': context,
      'content-digest': digest,
      'signature-input': `panorama=${params}`,
      signature: `panorama=:${macOf(secret, digest, context, params).toString('base64')}:`,
    };
  };
}

/** @returns Who asks; null where the request is not, or not now, or not to this subgraph, of the gateway's making. */
export type VerifyContext = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: string,
) => Asker | null;

const INPUT =
  /^panorama=(\("content-digest" "panorama-context"\);created=(\d{1,12});nonce="([\w-]{16})";keyid="([\w.-]{1,64})";alg="hmac-sha256";tag="([\w-]{1,64})")$/;
const SIGNATURE = /^panorama=:([\w+/]{43}=):$/;

export function createContextVerifier(
  subgraph: string,
  keys: readonly ContextKey[],
  now: () => number = Date.now,
): VerifyContext {
  const isNew = createNonceMemory(now);
  const secrets = new Map(keys.map(({ id, secret }) => [id, createSecretKey(secret)]));
  return (headers, body) => {
    const { 'panorama-context': context, 'content-digest': digest, signature } = headers;
    const input = headers['signature-input'];
    if (typeof context !== 'string' || typeof digest !== 'string') return null;
    if (typeof input !== 'string' || typeof signature !== 'string') return null;
    const [, params, created, nonce, keyId, tag] = INPUT.exec(input) ?? [];
    const mac = SIGNATURE.exec(signature)?.[1];
    const secret = secrets.get(keyId ?? '');
    if (params === undefined || nonce === undefined || mac === undefined || !secret) return null;
    if (tag !== subgraph || digest !== digestOf(body)) return null;
    if (!timingSafeEqual(macOf(secret, digest, context, params), Buffer.from(mac, 'base64'))) return null;
    if (Math.abs(now() / 1_000 - Number(created)) > WINDOW_SECONDS || !isNew(nonce)) return null;
    const { viewer, addressHash, pace } = decode(context);
    return { viewer: createViewer(viewer), addressHash, pace };
  };
}

/**
 * Nonces seen, in two generations that each cover a whole window before and
 * after a moment: what is forgotten is too old to be accepted anyway.
 */
function createNonceMemory(now: () => number): (nonce: string) => boolean {
  let young = new Set<string>();
  let old = new Set<string>();
  let since = now();
  return (nonce) => {
    if (Math.abs(now() - since) > 2 * WINDOW_SECONDS * 1_000) {
      old = young;
      young = new Set();
      since = now();
    }
    if (young.has(nonce) || old.has(nonce)) return false;
    young.add(nonce);
    return true;
  };
}

function macOf(secret: KeyObject, digest: string, context: string, params: string): Buffer {
  return createHmac('sha256', secret)
    .update(`"content-digest": ${digest}\n"panorama-context": ${context}\n"@signature-params": ${params}`)
    .digest();
}

function digestOf(body: string): string {
  return `sha-256=:${hash('sha256', body, 'base64')}:`;
}

function encode(travelling: Travelling): string {
  return Buffer.from(JSON.stringify(travelling)).toString('base64url');
}

/** Only of what has been verified. */
function decode(context: string): Travelling {
  return JSON.parse(Buffer.from(context, 'base64url').toString()) as Travelling;
}
