/**
 * What another gateway must do to be answered by our subgraphs: prove who asks.
 * An own implementation of the profile that `subgraphs/kit/signed-context.ts`
 * verifies, without a line of ours, as whoever runs another router would write
 * it: HTTP Message Signatures (RFC 9421) over two headers, by HMAC-SHA256.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';

export interface Signer {
  readonly keyId: string;
  readonly secret: Uint8Array;
}

export interface Asker {
  /** Claims as in `ViewerClaims` of `subgraphs/kit/viewer.ts`. */
  readonly viewer: object;
  /** Keyed hash of the address that the request comes from. */
  readonly addressHash: string;
}

/**
 * @param subgraph Its name in lower case, as in `rover.yaml`: a signature is good for no other.
 * @param body The bytes that are sent, as text.
 * @returns Headers to send along, good for one request within 30 s.
 */
export function signRequest(subgraph: string, body: string, asker: Asker, { keyId, secret }: Signer) {
  const context = Buffer.from(JSON.stringify(asker)).toString('base64url');
  const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
  const params = [
    '("content-digest" "panorama-context")',
    `created=${Math.floor(Date.now() / 1_000)}`,
    `nonce="${randomBytes(12).toString('base64url')}"`,
    `keyid="${keyId}"`,
    'alg="hmac-sha256"',
    `tag="${subgraph}"`,
  ].join(';');
  const signed = [
    `"content-digest": ${digest}`,
    `"panorama-context": ${context}`,
    `"@signature-params": ${params}`,
  ].join('\n');
  const signature = createHmac('sha256', secret).update(signed).digest('base64');
  return {
    'panorama-context': context,
    'content-digest': digest,
    'signature-input': `panorama=${params}`,
    signature: `panorama=:${signature}:`,
  };
}
