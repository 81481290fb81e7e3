/** Service passwords as the made-up billing system keeps them: those that were changed, hashed; the others are derived. */
import { createHmac, randomBytes, type ScryptOptions, scrypt } from 'node:crypto';
import BetterSqlite3 from 'better-sqlite3';
import { appError } from '#kit/errors';

export interface StoredPassword {
  readonly salt: Buffer;
  readonly hash: Buffer;
  readonly isInitial: boolean;
}

export interface PasswordStore {
  /** Of anybody: somebody who does not exist has one too, that nobody can know. */
  of(subscriberId: string): Promise<StoredPassword>;
  change(subscriberId: string, password: string): Promise<void>;
  hash(password: string, salt: Buffer): Promise<Buffer>;
  /** Whether a sealed password is used for the first time. */
  isFirstUse(jti: string, now: number): boolean;
  close(): void;
}

interface Row {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** 6 digits are weak whatever the hash: what protects them is the pepper, and that tries are counted. */
const COST = { N: 2 ** 14, r: 8, p: 1 } as const;
/** scrypt runs in libuv's pool of four, which files need too. */
const AT_ONCE = 2;
/** A few seconds of work. */
const MAX_WAITING = 100;
const KEPT_MS = 10 * 60_000;

const TABLES = `
  create table if not exists service_password (subscriber_id text primary key, salt blob not null, hash blob not null, changed_at integer not null);
  create table if not exists used_block (jti text primary key, used_at integer not null);
`;

/** What named subscribers have from the start, by id. */
export type KnownPasswords = Readonly<
  Record<string, { readonly password: string; readonly isInitial: boolean }>
>;

/**
 * @param pepper Not in the file.
 * @param cost Of a hash; tests of something else take a small one.
 */
export function openPasswordStore(
  file: string,
  pepper: Uint8Array,
  known: KnownPasswords,
  cost: ScryptOptions = COST,
): PasswordStore {
  const db = new BetterSqlite3(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(TABLES);
  const read = db.prepare<unknown[], Row>('select salt, hash from service_password where subscriber_id = ?');
  const write = db.prepare('insert or replace into service_password values (?, ?, ?, ?)');
  const use = db.prepare('insert or ignore into used_block values (?, ?)');
  const forget = db.prepare('delete from used_block where used_at < ?');
  const limited = createQueue(AT_ONCE);

  const keyed = (text: string): Buffer => createHmac('sha256', pepper).update(text).digest();
  const hash = (password: string, salt: Buffer): Promise<Buffer> =>
    limited(
      () =>
        new Promise<Buffer>((resolve, reject) => {
          scrypt(keyed(`password ${password}`), salt, 32, cost, (error, key) =>
            error ? reject(error) : resolve(key),
          );
        }),
    );

  /** Six digits that only the pepper gives; every third subscriber never changed what came with the card. */
  function derived(subscriberId: string): { password: string; isInitial: boolean } {
    const digest = keyed(`derived ${subscriberId}`);
    return {
      password: String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0'),
      isInitial: digest.readUInt8(4) % 3 === 0,
    };
  }

  return {
    hash,
    async of(subscriberId) {
      const row = read.get(subscriberId);
      if (row) {
        // The same work as below, so that nothing tells them apart.
        await hash('', row.salt);
        return { ...row, isInitial: false };
      }
      const { password, isInitial } = known[subscriberId] ?? derived(subscriberId);
      const salt = keyed(`salt ${subscriberId}`).subarray(0, 16);
      return { salt, hash: await hash(password, salt), isInitial };
    },
    async change(subscriberId, password) {
      const salt = randomBytes(16);
      write.run(subscriberId, salt, await hash(password, salt), Date.now());
    },
    isFirstUse(jti, now) {
      forget.run(now - KEPT_MS);
      return use.run(jti, now).changes === 1;
    },
    close: () => {
      db.close();
    },
  };
}

/** @throws SOURCE_UNAVAILABLE where too many wait already. */
function createQueue(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (waiting.length >= MAX_WAITING) {
      throw appError('SOURCE_UNAVAILABLE', 'The billing system is busy.', { source: 'billing' });
    }
    if (running < atOnce) running++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // Whoever waits longest takes the place; nobody who comes now can be faster.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
