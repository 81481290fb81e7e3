import { createHmac, createSecretKey } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** An address is personal: what is kept and counted is its keyed hash. */
export type HashAddress = (address: string) => string;

export function createAddressHash(key: Uint8Array): HashAddress {
  const secret = createSecretKey(key);
  const known = new LRUCache<string, string>({ max: 10_000 });
  return (address) => {
    let hash = known.get(address);
    if (hash === undefined) {
      hash = createHmac('sha256', secret).update(`address ${address}`).digest('hex').slice(0, 32);
      known.set(address, hash);
    }
    return hash;
  };
}
