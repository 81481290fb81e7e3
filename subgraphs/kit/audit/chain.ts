/** How records hold together: each is signed with the one before it, so that none can be changed, moved or left out. */
import { createHmac, type KeyObject } from 'node:crypto';

/** What the first record is signed with. */
export const GENESIS: Buffer = Buffer.alloc(32);

// Keys are `KeyObject`: of bytes, each call would make one, which takes longer than all the rest.

export function macOf(key: KeyObject, previous: Uint8Array, record: string): Buffer {
  return createHmac('sha256', key).update(previous).update(record).digest();
}

/** Stands for a customer: equal for equal ids, and nothing without the key. */
export function subjectHash(key: KeyObject, customerId: string): string {
  return createHmac('sha256', key).update(`customer ${customerId}`).digest('hex').slice(0, 32);
}

/** The text that is signed and kept. @param entry JSON of the entry, its customers hashed. */
export function toRecord(seq: number, at: number, entry: string): string {
  return `{"seq":${seq},"at":${at},${entry.slice(1)}`;
}
