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

/** @param tag Whom it is for: it is good for nobody else. @param context What it is signed with, as JSON. */
export type Sign = (tag: string, body: string, context: object) => SignedHeaders;

/** @returns The context; null where the request is not, or not now, or not for this, of a keyholder's making. */
export type Verify = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: string,
) => object | null;

/** @param subgraph Whom it is for: it is good for no other. */
export type SignContext = (subgraph: string, body: string, asker: Asker) => SignedHeaders;

/** @returns Who asks; null where the request is not, or not now, or not to this subgraph, of the gateway's making. */
export type VerifyContext = (...request: Parameters<Verify>) => Asker | null;

export function createContextSigner(keys: readonly ContextKey[], now: () => number = Date.now): SignContext {
  const sign = createSigner(keys, now);
  return (subgraph, body, { viewer: { grants, ...viewer }, addressHash, pace }) => {
    void grants;
    return sign(subgraph, body, { viewer, addressHash, pace } satisfies Travelling);
  };
}

export function createContextVerifier(
  subgraph: string,
  keys: readonly ContextKey[],
  now: () => number = Date.now,
): VerifyContext {
  const verify = createVerifier(subgraph, keys, now);
  return (headers, body) => {
    const context = verify(headers, body);
    if (!context) return null;
    const { viewer, addressHash, pace } = context as Travelling;
    // Another gateway may know nothing of paces.
    return { viewer: createViewer(viewer), addressHash, pace: pace === 'POP_UP' ? pace : 'SECTION' };
  };
}

export function createSigner([key]: readonly ContextKey[], now: () => number = Date.now): Sign {
  if (!key) throw new Error('There is no key to sign with.');
  // Made once: from bytes, it would be made for each signature, which takes longer than signing.
  const secret = createSecretKey(key.secret);
  return (tag, body, content) => {
    const context = encode(content);
    const digest = digestOf(body);
    const nonce = randomBytes(12).toString('base64url');
    const created = Math.floor(now() / 1_000);
    const params = `${COMPONENTS};created=${created};nonce="${nonce}";keyid="${key.id}";alg="hmac-sha256";tag="${tag}"`;
    return {
      'panorama-context': context,
      'content-digest': digest,
      'signature-input': `panorama=${params}`,
      signature: `panorama=:${macOf(secret, digest, context, params).toString('base64')}:`,
    };
  };
}

const INPUT =
  /^panorama=(\("content-digest" "panorama-context"\);created=(\d{1,12});nonce="([\w-]{16})";keyid="([\w.-]{1,64})";alg="hmac-sha256";tag="([\w-]{1,64})")$/;
const SIGNATURE = /^panorama=:([\w+/]{43}=):$/;

export function createVerifier(
  expected: string,
  keys: readonly ContextKey[],
  now: () => number = Date.now,
): Verify {
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
    if (tag !== expected || digest !== digestOf(body)) return null;
    if (!timingSafeEqual(macOf(secret, digest, context, params), Buffer.from(mac, 'base64'))) return null;
    if (Math.abs(now() / 1_000 - Number(created)) > WINDOW_SECONDS || !isNew(nonce)) return null;
    return decode(context);
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

function encode(context: object): string {
  return Buffer.from(JSON.stringify(context)).toString('base64url');
}

/** Only of what has been verified. */
function decode(context: string): object {
  return JSON.parse(Buffer.from(context, 'base64url').toString()) as object;
}
