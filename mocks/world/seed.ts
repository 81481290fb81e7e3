/** Composition root of `npm run seed`: makes up an operator of any size. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createProgress, type Progress } from '#kit/progress';
import { isSeeded, loadWorld } from './load.ts';
import { copyToMysql, type MysqlServer } from './mysql-copy.ts';
import { makeUsers } from './mysql-users.ts';
import { MAX_CUSTOMERS } from './numbers.ts';
import { readProvenance } from './read-world.ts';
import { scoreMadeUp } from './score-made-up.ts';
import { DEFAULT_WORLD, MAKING_UP } from './seed-if-missing.ts';
import { MIN_CUSTOMERS } from './world.ts';

const HELP = `Makes up a telecom operator: four SQLite databases with customers that belong to nobody.

  npm run seed -- [options]

  --customers N   how many, ${MIN_CUSTOMERS} or more (default ${DEFAULT_WORLD.customers})
  --seed S        the same seed gives the same bytes (default ${DEFAULT_WORLD.seed})
  --data DIR      where to (default $PANORAMA_DATA or ./data)
  --force         replace what is there
  --target URL    copy it to a MySQL or MariaDB server: mysql://user@host:port/prefix makes
                  the databases prefix_crm and so on, and users who may only read them.
                  The user's password is taken from MYSQL_PWD. The operator in --data
                  is taken as it is, or made; --force is about the databases then
  --config DIR    where to write sources.yaml and passwords of --target (default ./mysql)
  --help          this text

History covers 24 billed months and the running one. Above 50,000 customers,
itemised records are kept for the last 6 months, as operators do.
`;

interface SeedOptions {
  readonly customers: number;
  readonly seed: number;
  readonly data: string;
  readonly force: boolean;
  readonly server: MysqlServer | null;
  readonly config: string;
}

async function seed(options: SeedOptions): Promise<void> {
  const { data, force, server } = options;
  if (server) {
    if (!isSeeded(data)) await makeUp({ ...options, force: false });
    await copy(server, options);
    return;
  }
  if (isSeeded(data) && !force) {
    throw new Error(`${data} holds an operator. Add --force to replace it, or name another --data folder.`);
  }
  await makeUp(options);
  console.log('Start the service with `npm start`.');
}

async function makeUp({ customers, seed: number, data, force }: SeedOptions): Promise<void> {
  const seconds = await timed(createProgress(MAKING_UP), (progress) =>
    loadWorld(data, { seed: number, customers }, progress.update, {
      replace: force,
      finish: (dir) => scoreMadeUp(dir, progress),
    }),
  );
  console.log(`${customers} customers in ${data}, in ${seconds} s.`);
}

async function copy(server: MysqlServer, { data, force, config }: SeedOptions): Promise<void> {
  const { now, customers } = readProvenance(join(data, 'crm.sqlite'));
  const { host, port, prefix } = server;
  const seconds = await timed(createProgress({ heading: 'Copying an operator.', unit: 'rows' }), (progress) =>
    copyToMysql({ dataDir: data, server, replace: force }, progress.update),
  );
  const file = await makeUsers(server, config, now);
  console.log(`${customers} customers in ${prefix}_* on ${host}:${port}, in ${seconds} s.`);
  console.log(`Start the service on them with \`PANORAMA_SOURCES=${file} npm start\`.`);
}

async function timed(progress: Progress, work: (progress: Progress) => Promise<void>): Promise<number> {
  const startedAt = Date.now();
  try {
    await work(progress);
  } finally {
    progress.stop();
  }
  return Math.round((Date.now() - startedAt) / 1_000);
}

function readOptions(): SeedOptions | 'help' {
  const { values } = parseArgs({
    options: {
      customers: { type: 'string', default: String(DEFAULT_WORLD.customers) },
      seed: { type: 'string', default: String(DEFAULT_WORLD.seed) },
      data: { type: 'string', default: process.env['PANORAMA_DATA'] ?? './data' },
      force: { type: 'boolean', default: false },
      target: { type: 'string' },
      config: { type: 'string', default: './mysql' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    customers: toInteger('--customers', values.customers, MIN_CUSTOMERS, MAX_CUSTOMERS),
    seed: toInteger('--seed', values.seed, 0, 0xffff_ffff),
    data: values.data,
    force: values.force,
    server: values.target === undefined ? null : toServer(values.target, process.env['MYSQL_PWD'] ?? ''),
    config: values.config,
  };
}

function toServer(target: string, password: string): MysqlServer {
  const { protocol, hostname, port, username, password: inUrl, pathname } = toUrl(target);
  const prefix = pathname.slice(1) || 'panorama';
  if (protocol !== 'mysql:' || hostname === '' || username === '' || !/^\w{1,40}$/.test(prefix)) {
    throw new Error(
      '--target must be mysql://user@host:port/prefix, the prefix of letters, digits and underscores.',
    );
  }
  if (inUrl !== '')
    throw new Error('--target must not hold the password: everybody on this machine sees it. Set MYSQL_PWD.');
  return {
    host: hostname,
    port: port === '' ? 3_306 : Number(port),
    user: decodeURIComponent(username),
    password,
    prefix,
  };
}

function toUrl(text: string): URL {
  if (URL.canParse(text)) return new URL(text);
  throw new Error('--target must be mysql://user@host:port/prefix.');
}

function toInteger(option: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new Error(`${option} must be a whole number from ${min} to ${max}.`);
}

try {
  const options = readOptions();
  if (options === 'help') console.log(HELP);
  else await seed(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
