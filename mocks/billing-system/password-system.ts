/**
 * The made-up billing system's check of service passwords (I09). It alone can open
 * what a collector sealed. Fits `PasswordSystem` of the identity subgraph.
 */
import { timingSafeEqual } from 'node:crypto';
import {
  type CryptoKey,
  compactDecrypt,
  createLocalJWKSet,
  generateKeyPair,
  type JWK,
  jwtVerify,
} from 'jose';
import { appError } from '#kit/errors';
import type { PasswordStore } from './password-store.ts';

export interface BillingPasswords {
  /** What passwords are sealed with. */
  readonly publicKey: CryptoKey;
  /** From now on passwords of this collector are accepted. */
  trust(collector: JWK): void;
  check(subscriberId: string | null, block: string): Promise<'OK' | 'OK_INITIAL' | 'WRONG' | 'UNREADABLE'>;
  change(subscriberId: string, block: string): Promise<'OK' | 'TOO_WEAK' | 'UNREADABLE'>;
  /** Times that a password was compared, for tests. */
  evaluated(): number;
  /** Makes the system fail, or work again. */
  setDown(isDown: boolean): void;
}

const MAX_AGE = '2m';
/** By so much a collector's clock may be wrong. */
const CLOCK_SECONDS = 5;
const MAX_BLOCK = 4_096;
/** Whose password is compared where there is nobody. */
const NOBODY = '0';

/** @param keys What passwords are sealed with and opened with; made anew where none are given. */
export async function createBillingPasswords(
  store: PasswordStore,
  keys?: { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey },
): Promise<BillingPasswords> {
  const { publicKey, privateKey } = keys ?? (await generateKeyPair('ECDH-ES+A256KW'));
  const collectors: JWK[] = [];
  let evaluated = 0;
  let isDown = false;

  /** Null where it is not of a collector, too old, or used before. */
  async function open(block: string): Promise<string | null> {
    if (isDown)
      throw appError('SOURCE_UNAVAILABLE', 'The billing system is not reachable.', { source: 'billing' });
    if (block.length > MAX_BLOCK) return null;
    try {
      const { plaintext } = await compactDecrypt(block, privateKey, {
        keyManagementAlgorithms: ['ECDH-ES+A256KW'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      const { payload, protectedHeader } = await jwtVerify(
        plaintext,
        createLocalJWKSet({ keys: collectors }),
        {
          algorithms: ['ES256'],
          audience: 'billing',
          maxTokenAge: MAX_AGE,
          clockTolerance: CLOCK_SECONDS,
          requiredClaims: ['jti', 'iat', 'iss'],
        },
      );
      const { password, jti, iss } = payload;
      // A collector speaks for itself alone.
      if (typeof password !== 'string' || jti === undefined || iss !== protectedHeader.kid) return null;
      return store.isFirstUse(`${iss} ${jti}`, Date.now()) ? password : null;
    } catch {
      // What is wrong with it is nobody's business but the collector's.
      return null;
    }
  }

  return {
    publicKey,
    trust: (collector) => {
      collectors.push(collector);
    },
    async check(subscriberId, block) {
      const password = await open(block);
      if (password === null) return 'UNREADABLE';
      evaluated++;
      const { salt, hash, isInitial } = await store.of(subscriberId ?? NOBODY);
      const isRight = timingSafeEqual(await store.hash(password, salt), hash) && subscriberId !== null;
      if (!isRight) return 'WRONG';
      return isInitial ? 'OK_INITIAL' : 'OK';
    },
    async change(subscriberId, block) {
      const password = await open(block);
      if (password === null) return 'UNREADABLE';
      if (isWeak(password)) return 'TOO_WEAK';
      const { salt, hash } = await store.of(subscriberId);
      // The same one again would make an initial password count as changed.
      if (timingSafeEqual(await store.hash(password, salt), hash)) return 'TOO_WEAK';
      await store.change(subscriberId, password);
      return 'OK';
    },
    evaluated: () => evaluated,
    setDown(down) {
      isDown = down;
    },
  };
}

/** All equal, or one after the other up or down. */
function isWeak(password: string): boolean {
  if (!/^\d{6}$/.test(password)) return true;
  const steps = new Set(Array.from(password.slice(1), (digit, at) => Number(digit) - Number(password[at])));
  const [step] = steps;
  return steps.size === 1 && (step === 0 || step === 1 || step === -1);
}
