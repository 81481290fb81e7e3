/** Secrets of the service, in one file that only its user may read: made once, and replaced by whoever runs it. */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { ContextKey } from './signed-context.ts';

export interface Keys {
  /** Prove to subgraphs who asks. The first signs and all verify, so that one can take the place of another. */
  readonly contextKeys: readonly ContextKey[];
  /** Chains the audit trail. */
  readonly auditKey: Uint8Array;
  /** Makes keyed hashes of customers and addresses. */
  readonly pseudonymKey: Uint8Array;
  /** Signs receipts of identity. */
  readonly receiptKey: Uint8Array;
}

/** Ids of keys that nobody chose begin with it; production refuses them. */
export const DEMO_KEY = 'demo-';

const KEY_BYTES = 32;
const READABLE_BY_OTHERS = 0o007;

const secret = z
  .string()
  .regex(/^[\w-]+$/, 'must be 32 bytes as base64url')
  .transform((text) => Buffer.from(text, 'base64url'))
  .refine(({ length }) => length === KEY_BYTES, 'must be 32 bytes as base64url');

const keysFile = z.strictObject({
  contextKeys: z.array(z.strictObject({ id: z.string().regex(/^[\w.-]{1,64}$/), secret })).min(1),
  auditKey: secret,
  pseudonymKey: secret,
  receiptKey: secret,
});

export type KeyName = keyof Keys;

export const ALL_KEYS: readonly KeyName[] = ['contextKeys', 'auditKey', 'pseudonymKey', 'receiptKey'];

/**
 * @throws Error where there is no such file, others may read it, or something in
 *   it is wrong, all faults at once and no value.
 */
export function loadKeys(file: string): Keys {
  return parseKeys(file, readKeysFile(file), keysFile);
}

/** Those that a process needs; its file may hold no others. @throws Error as `loadKeys`. */
export function loadSomeKeys<N extends KeyName>(file: string, names: readonly N[]): Pick<Keys, N> {
  const isNeeded = Object.fromEntries(names.map((name) => [name, true]));
  const some = z.object(keysFile.shape).pick(isNeeded as Record<KeyName, true>);
  return parseKeys(file, readKeysFile(file), some);
}

export interface WhereKeysAre {
  /** Named by an operator; else they are made for a demonstration, in the folder of what lasts. */
  readonly keysFile: string | undefined;
  readonly stateDir: string;
  readonly isProduction: boolean;
}

/** What a process of the service does at its start. @throws Error as `loadKeys`, and for a demonstration's in production. */
export function loadServiceKeys<N extends KeyName>(
  { keysFile, stateDir, isProduction }: WhereKeysAre,
  names: readonly N[],
): Pick<Keys, N | 'contextKeys'> {
  if (keysFile === undefined) return loadOrMakeDemoKeys(join(stateDir, 'keys.json'));
  const keys = loadSomeKeys(keysFile, ['contextKeys', ...names]);
  if (isProduction && isDemo(keys)) {
    throw new Error(`${keysFile} holds keys of a demonstration. Make others: npm run keys -- FILE`);
  }
  return keys;
}

/** Makes keys for a demonstration where there are none; several processes may start at once. */
export function loadOrMakeDemoKeys(file: string): Keys {
  try {
    return loadKeys(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, newKeysFile(`${DEMO_KEY}1`), { mode: 0o600, flag: 'wx' });
  try {
    // Unlike a rename, it leaves alone what another process was faster to make.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return loadKeys(file);
}

/** The text of a file with new keys. */
export function newKeysFile(contextKeyId: string): string {
  const made = (): string => randomBytes(KEY_BYTES).toString('base64url');
  const contextKeys = [{ id: contextKeyId, secret: made() }];
  return `${JSON.stringify({ contextKeys, auditKey: made(), pseudonymKey: made(), receiptKey: made() }, null, 2)}\n`;
}

export function isDemo({ contextKeys }: Pick<Keys, 'contextKeys'>): boolean {
  return contextKeys.some(({ id }) => id.startsWith(DEMO_KEY));
}

function readKeysFile(file: string): unknown {
  if ((statSync(file).mode & READABLE_BY_OTHERS) !== 0) {
    throw new Error(`${file} holds secrets, and others may read it. Run: chmod 600 ${file}`);
  }
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's message would quote the file.
    throw new Error(`${file} is not JSON.`);
  }
}

function parseKeys<T>(file: string, content: unknown, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`Faults in ${file}:\n${lines.join('\n')}`);
}
