/** Asks an identity provider for the keys that it signs with: OpenID Connect Discovery, then its JWKS. */
import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';

/** @throws Error that says in a few words what is wrong, without an address. */
export type FetchKeys = () => Promise<JSONWebKeySet>;

interface ProviderAddress {
  readonly issuer: string;
  /** Where the keys are; undefined: where the provider's configuration says. */
  readonly jwksUrl?: string | undefined;
  /** For all of it, discovery and keys. */
  readonly timeoutMs?: number;
}

const MAX_BYTES = 256 * 1_024;

const configuration = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });
const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });

export function fetchKeysFrom({ issuer, jwksUrl, timeoutMs = 2_000 }: ProviderAddress): FetchKeys {
  let found = jwksUrl;
  return async () => {
    const signal = AbortSignal.timeout(timeoutMs);
    found ??= await discover(issuer, signal);
    try {
      return toKeySet(await fetchJson(found, signal));
    } catch (fault) {
      // They may have moved.
      found = jwksUrl;
      throw fault;
    }
  };
}

async function discover(issuer: string, signal: AbortSignal): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const parsed = configuration.safeParse(await fetchJson(address, signal));
  if (!parsed.success) throw new Error('its configuration cannot be read');
  // Otherwise one provider could speak for another.
  if (parsed.data.issuer !== issuer) throw new Error('its configuration names another issuer');
  if (issuer.startsWith('https:') && !parsed.data.jwks_uri.startsWith('https:')) {
    throw new Error('its keys are not behind https');
  }
  return parsed.data.jwks_uri;
}

async function fetchJson(address: string, signal: AbortSignal): Promise<unknown> {
  const headers = { accept: 'application/json' };
  // Its reason may quote the address.
  const unreachable = (): never => {
    throw new Error('it does not answer');
  };
  const response = await fetch(address, { signal, redirect: 'error', headers }).catch(unreachable);
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`it answered with status ${response.status}`);
  }
  const text = await readText(response).catch(unreachable);
  if (text === null) throw new Error('its answer is too large');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error('its answer is not JSON');
  }
}

/** @returns Null where it is more than a set of keys can be. */
async function readText({ body }: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** @throws Error where there is none: a provider that answers with nothing has a fault, and the last keys stay. */
function toKeySet(answer: unknown): JSONWebKeySet {
  const parsed = keySet.safeParse(answer);
  if (!parsed.success) throw new Error('its keys cannot be read');
  return parsed.data;
}
