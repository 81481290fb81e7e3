/**
 * Keeps the head of the chain in another place: a chain that was cut, or swapped
 * for an older copy, is shorter than its anchor says.
 */
import { createSecretKey } from 'node:crypto';
import { appendFile, type FileHandle, mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Head, HISTORY, NEWEST, toHead, toLine } from './heads.ts';

/** Written in turn, so that a crash while writing one leaves the other. */
const SLOT_BYTES = 256;
const SLOTS = 2;
const HISTORY_MS = 60_000;
/** So long nobody is told that the anchor stays behind. */
const PATIENCE_MS = 60_000;

export interface Anchor {
  /** Returns at once; what comes while one head is written is written next, the newest of it. */
  write(head: Head): void;
  /** Once all is written or could not be. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Never in the way: where the place is gone, or hangs, the record goes on.
 *
 * @param dir On another disk, or mounted from another host, where it shall outlive this one.
 * @param report Told where the first head, or none for a minute, could be written; and once one is again.
 */
export function openAnchor(dir: string, auditKey: Uint8Array, report: (problem: string) => void): Anchor {
  const key = createSecretKey(auditKey);
  let file: FileHandle | null = null;
  let slot = 0;
  let historyAt = 0;
  let wanted: Head | null = null;
  let writing: Promise<void> | null = null;
  /** Since when heads are wanted and not written: from ever, before there is a first. */
  let behindSince: number | null = 0;
  let isReported = false;

  async function put(head: Head): Promise<void> {
    const text = toLine(head, key);
    if (!file) {
      await mkdir(dir, { recursive: true });
      const path = join(dir, NEWEST);
      const slots = (await readFile(path, 'utf8').catch(() => '')).split('\n');
      const seqs = Array.from({ length: SLOTS }, (_, at) => toHead(slots[at] ?? '', key)?.seq ?? -1);
      slot = seqs.indexOf(Math.min(...seqs));
      file = await open(path, 'r+').catch(() => open(path, 'w+', 0o600));
    }
    await file.write(text.padEnd(SLOT_BYTES - 1).concat('\n'), slot * SLOT_BYTES);
    slot = (slot + 1) % SLOTS;
    if (head.at - historyAt < HISTORY_MS) return;
    await appendFile(join(dir, HISTORY), `${text}\n`, { mode: 0o600 });
    historyAt = head.at;
  }

  async function writeWanted(): Promise<void> {
    while (wanted) {
      const head = wanted;
      wanted = null;
      try {
        await put(head);
        if (isReported) report('The anchor of the record is written again.');
        isReported = false;
        behindSince = null;
      } catch {
        await file?.close().catch(() => {});
        file = null;
        complain(head.at);
      }
    }
    writing = null;
  }

  function complain(at: number): void {
    if (isReported || behindSince === null || at - behindSince < PATIENCE_MS) return;
    isReported = true;
    report('The anchor of the record cannot be written: a tail that is cut now would not be noticed.');
  }

  const settled = async (): Promise<void> => {
    await writing;
  };
  return {
    write(head) {
      behindSince ??= head.at;
      // The write before may hang, and never say that it failed.
      if (writing) complain(head.at);
      wanted = head;
      writing ??= writeWanted();
    },
    settled,
    async close() {
      await settled();
      await file?.close();
    },
  };
}
