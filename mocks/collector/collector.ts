/**
 * What collects service passwords (I11): the keypad behind the voice menu, a PIN pad
 * at a counter, the web form. It signs what was keyed in and seals it for the
 * billing system; nobody on the way can read it, or make one up.
 */
import { randomUUID } from 'node:crypto';
import { CompactEncrypt, type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

export interface Collector {
  /** By which the billing system knows it. */
  readonly id: string;
  readonly publicJwk: JWK;
  /** A sealed password: used once, within two minutes. */
  seal(password: string): Promise<string>;
}

/** @param keys ES256, the public one extractable; made anew where none are given. */
export async function createCollector(
  id: string,
  billingKey: CryptoKey,
  keys?: { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey },
): Promise<Collector> {
  const { publicKey, privateKey } = keys ?? (await generateKeyPair('ES256', { extractable: true }));
  return {
    id,
    publicJwk: { ...(await exportJWK(publicKey)), kid: id, alg: 'ES256' },
    async seal(password) {
      const signed = await new SignJWT({ password })
        .setProtectedHeader({ alg: 'ES256', kid: id, typ: 'JWT' })
        .setIssuer(id)
        .setAudience('billing')
        .setIssuedAt()
        .setJti(randomUUID())
        .sign(privateKey);
      return new CompactEncrypt(new TextEncoder().encode(signed))
        .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', cty: 'JWT' })
        .encrypt(billingKey);
    },
  };
}
