/**
 * The identity provider's keys, as they are at the moment and as last seen while
 * it does not answer. However many tokens come with a key that nobody knows, the
 * provider is asked once within `cooldownMs`, whether it answers or not.
 */
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { requestError } from '../error-codes.ts';
import type { FetchKeys } from './provider-keys.ts';

export interface KeySet {
  /**
   * The key of a token, for jose.
   *
   * @throws IDENTITY_PROVIDER_UNAVAILABLE while there are no keys yet; JWKSNoMatchingKey.
   */
  readonly find: JWTVerifyGetKey;
  /** Counts the changes of the keys: what was verified under another number may be signed with a key withdrawn. */
  readonly version: number;
  close(): void;
}

interface KeySetOptions {
  readonly fetchKeys: FetchKeys;
  /** Asked so often in the background: within this time a key withdrawn is refused. */
  readonly refreshMs?: number;
  readonly cooldownMs?: number;
  /** Which keys count; production takes none of a demonstration. */
  readonly isAccepted?: (kid: string | undefined) => boolean;
  /** Told when the provider stops answering, with why, and when it answers again (null). */
  readonly onFault?: (why: string | null) => void;
  /** Milliseconds that never go back. */
  readonly now?: () => number;
}

export function createKeySet(options: KeySetOptions): KeySet {
  const { fetchKeys, refreshMs = 50_000, cooldownMs = 30_000, now = () => performance.now() } = options;
  const { isAccepted = () => true, onFault = () => {} } = options;
  let keys: ReturnType<typeof createLocalJWKSet> | undefined;
  let text = '';
  let version = 0;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;
  let isFaulty = false;

  async function ask(): Promise<void> {
    try {
      const set = onlyPublic(await fetchKeys(), isAccepted);
      if (JSON.stringify(set) !== text) {
        keys = createLocalJWKSet(set);
        text = JSON.stringify(set);
        version += 1;
      }
      if (isFaulty) onFault(null);
      isFaulty = false;
    } catch (fault) {
      // The last keys stay, for as long as it takes.
      if (!isFaulty) onFault((fault as Error).message);
      isFaulty = true;
    }
  }

  /** @returns False where the provider was asked a moment ago. */
  async function refresh(): Promise<boolean> {
    if (!asking) {
      if (now() - askedAt < cooldownMs) return false;
      askedAt = now();
      asking = ask().finally(() => {
        asking = undefined;
      });
    }
    await asking;
    return true;
  }

  const timer = setInterval(() => void refresh(), refreshMs).unref();
  void refresh();

  return {
    async find(header, token) {
      if (!keys) await refresh();
      if (!keys) throw requestError('IDENTITY_PROVIDER_UNAVAILABLE', NO_KEYS);
      try {
        return await keys(header, token);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey) || !(await refresh())) throw error;
        return keys(header, token);
      }
    },
    get version() {
      return version;
    },
    close: () => clearInterval(timer),
  };
}

const NO_KEYS =
  'Tokens cannot be checked yet: the identity provider has not given its keys. Try again shortly.';

/** A secret in a set of public keys is a mistake, and would let anybody sign who read it. */
function onlyPublic(
  { keys }: JSONWebKeySet,
  isAccepted: (kid: string | undefined) => boolean,
): JSONWebKeySet {
  const usable = keys.filter(
    ({ kty, d, k, kid }) => kty !== 'oct' && d === undefined && k === undefined && isAccepted(kid),
  );
  if (usable.length === 0) throw new Error('none of its keys can be used');
  return { keys: usable };
}
