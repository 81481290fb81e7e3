/** The thread that writes the record: what came while it wrote is written next, in one transaction. */
import { createSecretKey } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';
import { openAnchor } from './anchor.ts';
import { type Kept, openAuditStore, type Pending } from './audit-store.ts';
import { subjectHash } from './chain.ts';
import { requireWhole } from './require-whole.ts';
import type { AuditEntry } from './trail.ts';

export interface WorkerOptions {
  readonly file: string;
  readonly anchorDir: string;
  readonly auditKey: Uint8Array;
  /** Makes the keyed hashes that stand for customers. */
  readonly pseudonymKey: Uint8Array;
  readonly maxPages?: number;
}

/** An entry as it is asked to be kept, its customers by their ids. */
export interface Sent {
  readonly entry: AuditEntry;
  readonly at: number;
  readonly perHour: number | null;
}

export type ToWorker =
  /** `entries` is JSON of `Sent[]`: one text is copied faster than what it says. */
  | { readonly kind: 'append'; readonly id: number; readonly entries: string }
  | { readonly kind: 'probe' | 'close' };

export type FromWorker =
  | { readonly kind: 'kept'; readonly id: number; readonly results: readonly Kept[] }
  | { readonly kind: 'failed'; readonly id: number | null; readonly reason: string }
  | { readonly kind: 'ready' }
  | { readonly kind: 'problem'; readonly problem: string };

/** So long a start, or an end, waits for the anchor. */
const ANCHOR_WAIT_MS = 2_000;

const { file, anchorDir, auditKey, maxPages, ...keys } = workerData as WorkerOptions;
const pseudonymKey = createSecretKey(keys.pseudonymKey);
/** Of those looked at last: the same customers are looked at again. */
const hashes = new LRUCache<string, string>({ max: 20_000 });
const port = parentPort;
if (!port) throw new Error('This is the body of a thread.');
const say = (message: FromWorker): void => port.postMessage(message);

requireWhole(file, anchorDir, auditKey);
const store = openAuditStore(file, auditKey, maxPages);
const anchor = openAnchor(anchorDir, auditKey, (problem) => say({ kind: 'problem', problem }));
let waiting: { id: number; entries: readonly Pending[] }[] = [];

// Before the first entry: a record with entries and no anchor is one whose anchor was taken away.
anchorHead(Date.now());
await Promise.race([anchor.settled(), anchorWait()]);
say({ kind: 'ready' });

port.on('message', (message: ToWorker) => {
  if (message.kind === 'append') {
    if (waiting.length === 0) setImmediate(writeWaiting);
    const sent = JSON.parse(message.entries) as Sent[];
    waiting.push({ id: message.id, entries: sent.map(toPending) });
    return;
  }
  writeWaiting();
  if (message.kind === 'probe') probe();
  else void close();
});

function hashOf(customerId: string): string {
  let hash = hashes.get(customerId);
  if (hash === undefined) {
    hash = subjectHash(pseudonymKey, customerId);
    hashes.set(customerId, hash);
  }
  return hash;
}

function toPending({ entry, at, perHour }: Sent): Pending {
  const customers = entry.customers.map(hashOf);
  const { kind, subject: actor } = entry;
  return { entry: JSON.stringify({ ...entry, customers }), at, kind, actor, customers, perHour };
}

function writeWaiting(): void {
  const batches = waiting;
  waiting = [];
  if (batches.length === 0) return;
  // Ends the thread: the next one looks at what is there now, as at a start.
  store.requireInPlace();
  const entries = batches.flatMap((batch) => batch.entries);
  try {
    const results = store.write(entries);
    anchorHead(entries.at(-1)?.at ?? 0);
    let from = 0;
    for (const batch of batches) {
      const to = from + batch.entries.length;
      say({ kind: 'kept', id: batch.id, results: results.slice(from, to) });
      from = to;
    }
  } catch (error) {
    for (const { id } of batches) say({ kind: 'failed', id, reason: codeOf(error) });
  }
}

function anchorWait(): Promise<void> {
  return setTimeout(ANCHOR_WAIT_MS, undefined, { ref: false });
}

function anchorHead(at: number): void {
  const { seq, mac } = store.head();
  anchor.write({ seq, mac: mac.toString('hex'), at });
}

function probe(): void {
  store.requireInPlace();
  try {
    store.probe();
    say({ kind: 'ready' });
  } catch (error) {
    say({ kind: 'failed', id: null, reason: codeOf(error) });
  }
}

async function close(): Promise<void> {
  await Promise.race([anchor.close(), anchorWait()]);
  store.close();
  port?.close();
}

/** Never a message: it may quote a path, or a record. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
