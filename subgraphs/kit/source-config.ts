/**
 * Where the data of each system is: one YAML file, read by composition roots.
 * What it does not name is the embedded operator's.
 *
 *   databases:
 *     crm: { url: mysql://panorama_crm@db1:3306/panorama_crm, passwordFile: secrets/crm }
 *   boss: { url: http://boss:8080, envelope: InterBOSS, province: "510" }
 *   sections:
 *     billing: { accounts: boss, arrears: boss, payments: ./payments-oldbill.ts }
 *     identity: { passwords: boss }
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { BossOptions } from './boss/client.ts';
import type { MysqlAddress } from './mysql-pool.ts';

const file = z.string().min(1);

const mysqlUrl = z
  .string()
  .refine(isMysqlUrl, 'must be mysql://user@host:port/database')
  .refine(endsInPath, 'must end with the database: TLS is asked for as tls, and the rest is decided here')
  .refine((url) => !URL.canParse(url) || new URL(url).password === '', {
    message: 'must not hold the password: write it into a file, and name that as passwordFile',
  });

const database = z.strictObject({
  url: mysqlUrl,
  passwordFile: file.optional(),
  /** Files in PEM; an empty record asks for TLS with the authorities that node knows. */
  tls: z.strictObject({ ca: file, cert: file, key: file }).partial().optional(),
  connections: z.int().min(1).max(200).optional(),
});

const boss = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, error: 'must be http://… or https://…' })
    .refine(endsInPath, 'must end with the path')
    .refine(
      (url) => !URL.canParse(url) || new URL(url).username === '',
      'must hold neither user nor password',
    ),
  envelope: z.enum(['InterBOSS', 'UniBSS']),
  /** Code of the province that is asked. */
  province: z.string().regex(/^\d{2,4}$/, 'must be the digits of a province, in quotes'),
  /** 1 where it is a BOSS for tests. */
  testFlag: z.enum(['0', '1'], 'must be "0" (real) or "1" (test), in quotes').default('0'),
  /** Calls of one operation under way at once. */
  concurrency: z.int().min(1).max(200).optional(),
});

/** The adapter of each section, by name or as the path of a module; the subgraph says which there are. */
const sections = z.record(z.string(), z.string());

/** Systems of which there is a replica, read only. */
export const REPLICATED = ['crm', 'billing', 'analytics', 'contacts'] as const;
export type ReplicatedSystem = (typeof REPLICATED)[number];

/**
 * What identity keeps is on the primary, for a user who may write; `scoring` is the store of analytics for the one that
 * writes it, which no service is.
 */
const WITH_DATABASE = [...REPLICATED, 'identity', 'scoring'] as const;

const schema = z.strictObject({
  /** What is not named is made up on purpose, in production too. */
  madeUp: z.boolean().default(false),
  /** The moment at which a made-up operator stands still; an operator's own systems have none. */
  standsAt: z.iso.datetime({ offset: true }).optional(),
  databases: z.partialRecord(z.enum(WITH_DATABASE), database).default({}),
  boss: boss.optional(),
  sections: z.strictObject({ billing: sections, identity: sections }).partial().default({}),
});

export interface SourceConfig {
  readonly madeUp: boolean;
  readonly standsAt: string | null;
  /** What is not there is embedded. */
  readonly databases: Readonly<Partial<Record<(typeof WITH_DATABASE)[number], MysqlAddress>>>;
  readonly boss: Omit<BossOptions, 'report'> | null;
  /** Paths of modules are absolute. */
  readonly sections: Readonly<Record<'billing' | 'identity', Sections>>;
}

/** What is not there is the replica's, or the demonstration's. */
type Sections = Readonly<Record<string, string>>;

/** Everything embedded. */
export const EMBEDDED: SourceConfig = {
  madeUp: false,
  standsAt: null,
  databases: {},
  boss: null,
  sections: { billing: {}, identity: {} },
};

/** Whether any system is that of the embedded operator. */
export function isEmbedded({ databases }: SourceConfig): boolean {
  return REPLICATED.some((system) => !databases[system]);
}

/**
 * What is embedded is made up, and must not be taken for an operator's.
 *
 * @throws Error naming what of `systems` the configuration does not.
 */
export function requireOwnSystems(
  { madeUp, databases, sections }: SourceConfig,
  systems: readonly SystemWithSource[],
): void {
  const missing = systems.filter((system) =>
    system === 'passwords' ? sections.identity['passwords'] === undefined : !databases[system],
  );
  if (madeUp || missing.length === 0) return;
  const where = missing.map((system) =>
    system === 'passwords' ? 'sections.identity.passwords' : `databases.${system}`,
  );
  throw new Error(
    `In production nothing is made up unless you say so: set PANORAMA_SOURCES to a file that names ${where.join(', ')}, or says madeUp: true.`,
  );
}

/** What a made-up system could stand for. What identity keeps may be a file. */
export const MADE_UP = [...REPLICATED, 'passwords'] as const;
export type SystemWithSource = (typeof MADE_UP)[number];

/**
 * @param path Files that it names are found from its folder. Without one, everything is embedded.
 * @throws Error naming every fault and what to change; never a password.
 */
export function readSourceConfig(path: string | undefined): SourceConfig {
  if (path === undefined) return EMBEDDED;
  const parsed = schema.safeParse(readYaml(path));
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      ({ path: at, message }) => `  ${at.join('.') || 'all of it'}: ${message}`,
    );
    throw new Error(`${path} is no configuration of sources:\n${lines.join('\n')}`);
  }
  const { madeUp, standsAt = null, databases, boss = null, sections } = parsed.data;
  const folder = dirname(path);
  return {
    madeUp,
    standsAt,
    databases: Object.fromEntries(
      Object.entries(databases).map(([system, named]) => [system, toAddress(named, folder)]),
    ),
    boss,
    sections: {
      billing: toSections(sections.billing, folder),
      identity: toSections(sections.identity, folder),
    },
  };
}

function toAddress(
  { url, passwordFile, tls, connections }: z.infer<typeof database>,
  folder: string,
): MysqlAddress {
  const fromFolder = (name: string): string => resolve(folder, name);
  return {
    url,
    connections,
    password:
      passwordFile === undefined ? undefined : readFileSync(fromFolder(passwordFile), 'utf8').trimEnd(),
    tls: tls && {
      ...(tls.ca !== undefined && { ca: fromFolder(tls.ca) }),
      ...(tls.cert !== undefined && { cert: fromFolder(tls.cert) }),
      ...(tls.key !== undefined && { key: fromFolder(tls.key) }),
    },
  };
}

function toSections(named: Sections = {}, folder: string): Sections {
  return Object.fromEntries(
    Object.entries(named).map(([section, adapter]) => [
      section,
      /^\.{1,2}\//.test(adapter) ? resolve(folder, adapter) : adapter,
    ]),
  );
}

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8')) ?? {};
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : 'unknown';
    throw new Error(`${path} cannot be read: ${why}`, { cause });
  }
}

function isMysqlUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, pathname } = new URL(text);
  const isWhole = protocol === 'mysql:' && hostname !== '' && username !== '' && /^\/[^/]+$/.test(pathname);
  return isWhole && isEncoded(username) && isEncoded(pathname);
}

function isEncoded(text: string): boolean {
  return !/%(?![\da-f]{2})/i.test(text);
}

/** What follows would be overlooked: whoever writes `?ssl=true` would believe that nobody reads along. */
function endsInPath(text: string): boolean {
  return !/[?#]/.test(text);
}
