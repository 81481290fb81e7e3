/** Passwords that the documentation names. Made up, and nobody's. */
import { toSubscriberId } from '../world/ids.ts';
import { NAMED_CASES } from '../world/named-cases.ts';
import type { KnownPasswords } from './password-store.ts';

/** By named case: of the diamond VIP, changed; of the ordinary customer, still the initial one. */
const BY_CASE: Readonly<Record<string, KnownPasswords[string]>> = {
  'vip-group': { password: '135790', isInitial: false },
  ordinary: { password: '123456', isInitial: true },
};

export const KNOWN_PASSWORDS: KnownPasswords = Object.fromEntries(
  NAMED_CASES.flatMap(({ id, index, line }) => {
    const known = BY_CASE[id];
    return known && line !== null ? [[String(toSubscriberId(index, line)), known]] : [];
  }),
);
