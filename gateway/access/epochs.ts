/**
 * Rights taken back: of each subject, the moment up to which tokens no longer
 * count. Kept in a file that nodes share; each looks for changes several times
 * a second, and a request only looks into memory.
 */
import BetterSqlite3 from 'better-sqlite3';

export interface Epochs {
  /** Tokens of the subject issued then or before are refused; epoch seconds, -Infinity where all count. */
  notBefore(subject: string): number;
  /**
   * Durable once it returns, in force at once here and on other nodes at their next look.
   *
   * @param messageId Of the message that says so: each counts once.
   * @returns False where the message was seen before; nothing has changed then.
   * @throws Error where it can't be kept.
   */
  revoke(subject: string, notBefore: number, messageId: string): boolean;
  close(): void;
}

interface EpochsOptions {
  readonly file: string;
  readonly pollMs?: number;
  /** Told when the file can't be read, and (null) when it can again. What was known stays in force. */
  readonly onFault?: (why: string | null) => void;
  /** Epoch seconds. */
  readonly now?: () => number;
}

/** Longer than any token and any message lives: what is older can be forgotten. */
const KEPT_SECONDS = 24 * 3_600;
/** Other nodes write for less than this. */
const LOCK_WAIT_MS = 200;

const TABLES = `
  CREATE TABLE IF NOT EXISTS revocation (subject TEXT PRIMARY KEY, not_before INTEGER NOT NULL) WITHOUT ROWID, STRICT;
  CREATE TABLE IF NOT EXISTS message (message_id TEXT PRIMARY KEY, seen_at INTEGER NOT NULL) WITHOUT ROWID, STRICT;
`;

export function openEpochs(options: EpochsOptions): Epochs {
  const { file, pollMs = 250, onFault = () => {}, now = () => Date.now() / 1_000 } = options;
  const db = new BetterSqlite3(file, { timeout: LOCK_WAIT_MS });
  db.pragma('journal_mode = WAL');
  // In WAL mode the default would lose an acknowledged demotion with the power.
  db.pragma('synchronous = FULL');
  db.exec(TABLES);

  const all = db.prepare<[], { subject: string; not_before: number }>(
    'SELECT subject, not_before FROM revocation',
  );
  const addMessage = db.prepare('INSERT OR IGNORE INTO message VALUES (?, ?)');
  const addRevocation = db.prepare(
    'INSERT INTO revocation VALUES (?, ?) ON CONFLICT DO UPDATE SET not_before = max(not_before, excluded.not_before)',
  );
  const forgetMessages = db.prepare('DELETE FROM message WHERE seen_at < ?');
  const forgetRevocations = db.prepare('DELETE FROM revocation WHERE not_before < ?');
  const keep = db.transaction((subject: string, notBefore: number, messageId: string): boolean => {
    const old = Math.floor(now()) - KEPT_SECONDS;
    forgetMessages.run(old);
    forgetRevocations.run(old);
    if (addMessage.run(messageId, Math.floor(now())).changes === 0) return false;
    addRevocation.run(subject, notBefore);
    return true;
  });

  let epochs = readAll();
  let seenVersion = db.pragma('data_version', { simple: true });
  let isFaulty = false;

  function readAll(): Map<string, number> {
    return new Map(all.all().map(({ subject, not_before }) => [subject, not_before]));
  }

  function look(): void {
    try {
      // Changes when another connection has written.
      const version = db.pragma('data_version', { simple: true });
      if (version !== seenVersion) {
        epochs = readAll();
        seenVersion = version;
      }
      if (isFaulty) onFault(null);
      isFaulty = false;
    } catch (fault) {
      if (!isFaulty) onFault((fault as Error).message);
      isFaulty = true;
    }
  }
  const timer = setInterval(look, pollMs).unref();

  return {
    notBefore: (subject) => epochs.get(subject) ?? Number.NEGATIVE_INFINITY,
    revoke(subject, notBefore, messageId) {
      const isNew = keep.immediate(subject, notBefore, messageId);
      epochs = readAll();
      return isNew;
    },
    close() {
      clearInterval(timer);
      db.close();
    },
  };
}
