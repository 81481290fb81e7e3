/** Heads of the chain as its anchor keeps them: signed, a line each. */
import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export interface Head {
  readonly seq: number;
  /** Of that record, hex. */
  readonly mac: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Holds the newest two, each in a slot of its own. */
export const NEWEST = 'head';
/** Holds one a minute. */
export const HISTORY = 'heads.jsonl';

const line = z.strictObject({ seq: z.int(), mac: z.string(), at: z.int(), signature: z.string() });

interface Heads {
  /** Genuine ones, oldest first. */
  readonly heads: readonly Head[];
  /** Of lines that are not, how many. */
  readonly forged: number;
}

/** @param historyBytes So much of the end of the history is read. */
export function readHeads(dir: string, key: KeyObject, historyBytes = Infinity): Heads {
  const heads: Head[] = [];
  let forged = 0;
  for (const text of [...linesOf(dir, HISTORY, historyBytes), ...linesOf(dir, NEWEST, Infinity)]) {
    const head = toHead(text, key);
    if (head) heads.push(head);
    // Of what was never written a file has nothing, or zeros.
    else if (!/^[\s\0]*$/.test(text)) forged++;
  }
  return { heads: heads.sort((a, b) => a.seq - b.seq), forged };
}

export function toLine(head: Head, key: KeyObject): string {
  return JSON.stringify({ ...head, signature: signatureOf(head, key) });
}

/** Null for a line that is not one, or not of this key. */
export function toHead(text: string, key: KeyObject): Head | null {
  try {
    const { signature, ...head } = line.parse(JSON.parse(text));
    const expected = Buffer.from(signatureOf(head, key));
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected) ? head : null;
  } catch {
    return null;
  }
}

function linesOf(dir: string, name: string, bytes: number): string[] {
  const path = join(dir, name);
  if (!existsSync(path)) return [];
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const text = Buffer.alloc(Math.min(size, bytes));
    readSync(file, text, 0, text.length, size - text.length);
    const lines = text.toString('utf8').split('\n');
    // What is read from the middle begins within a line.
    return text.length < size ? lines.slice(1) : lines;
  } finally {
    closeSync(file);
  }
}

function signatureOf({ seq, mac, at }: Head, key: KeyObject): string {
  return createHmac('sha256', key).update(`head ${seq} ${mac} ${at}`).digest('hex');
}
