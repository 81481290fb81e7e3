/**
 * Measures Panorama beside its peers in one run, and writes the result.
 *
 *   npm run bench -- --help
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readWorld } from '../mocks/world/read-world.ts';
import { OVERHEAD_SECONDS, runBenchmark } from './benchmark.ts';
import { startLoad } from './load.ts';
import { readCommit, readMachine } from './machine.ts';
import { prepareMariadb } from './mariadb.ts';
import { messageOf } from './message-of.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { createProgress } from './progress.ts';
import { toMarkdown } from './report.ts';
import type { Results, Settings } from './results.ts';
import { createStage, OTHER_CORE } from './stage.ts';
import { REFERENCE, SYSTEMS } from './systems/all.ts';
import type { System } from './systems/system.ts';

const MYSQL_URL = 'mysql://root@127.0.0.1:3306/panorama_bench';

const HELP = `Measures Panorama beside its peers; some 30 minutes.

  npm run bench -- [options]

  --rounds N          how many rounds count (default 5)
  --seconds S         how long a visit is measured, after --warm-up (default 5)
  --warm-up S         how long a visit goes on before it is measured (default 2)
  --operations a,b    of ${OPERATIONS.join(', ')}
  --only a,b          these systems, and ours: ${SYSTEMS.map(({ name }) => name).join(', ')}
  --data DIR          the operator to ask (default bench/data)
  --mysql URL         server to copy it to, for systems that read one (default ${MYSQL_URL});
                      its user's password is taken from MYSQL_PWD
  --quick             2 rounds of 2 s, to see that all works
  --help              this text

A run with the default options goes to bench/results/<date>-<commit>.json and latest.md; any other to quick.*.
`;

interface Options {
  readonly settings: Omit<Settings, 'customers'>;
  readonly operations: readonly Operation[];
  readonly systems: readonly System[];
  readonly dataDir: string;
  readonly mysqlUrl: string;
  /** Whether the result may stand for the project. */
  readonly isFull: boolean;
}

function readOptions(): Options | 'help' {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      'warm-up': { type: 'string' },
      operations: { type: 'string', default: OPERATIONS.join(',') },
      only: { type: 'string', default: SYSTEMS.map(({ name }) => name).join(',') },
      data: { type: 'string', default: 'bench/data' },
      mysql: { type: 'string', default: MYSQL_URL },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const chosen = new Set([
    REFERENCE,
    ...pick(
      values.only,
      SYSTEMS.map(({ name }) => name),
    ),
  ]);
  return {
    settings: {
      rounds: toCount('--rounds', values.rounds ?? (values.quick ? '2' : '5')),
      seconds: toCount('--seconds', values.seconds ?? (values.quick ? '2' : '5')),
      warmUpSeconds: toCount('--warm-up', values['warm-up'] ?? '2'),
      connections: 32,
      compared: 40,
    },
    operations: pick(values.operations, OPERATIONS),
    systems: SYSTEMS.filter(({ name }) => chosen.has(name)),
    dataDir: values.data,
    mysqlUrl: values.mysql,
    isFull: process.argv.length === 2,
  };
}

function pick<T extends string>(list: string, known: readonly T[]): T[] {
  return list.split(',').map((name) => {
    const found = known.find((one) => one === name);
    if (found === undefined) throw new Error(`There is no ${name}. There are: ${known.join(', ')}.`);
    return found;
  });
}

function toCount(option: string, text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new Error(`${option} must be a whole number from 1.`);
}

async function run({
  settings: given,
  operations,
  systems,
  dataDir,
  mysqlUrl,
  isFull,
}: Options): Promise<void> {
  const settings: Settings = { ...given, customers: readWorld(dataDir).customers };
  const startedAt = new Date().toISOString();
  // What was measured, whatever is changed meanwhile.
  const commit = readCommit();
  const scratchDir = mkdtempSync(join(tmpdir(), 'panorama-bench-'));
  const mariadb = systems.some(({ database }) => database === 'mariadb')
    ? await prepareMariadb({
        url: mysqlUrl,
        password: process.env['MYSQL_PWD'] ?? '',
        dataDir,
        say: console.log,
      })
    : null;
  const stage = createStage({ dataDir, scratchDir, mariadb });
  const visits = operations.flatMap((name) => systems.filter((system) => system.operations.includes(name)));
  const progress = createProgress(
    visits.length * (settings.rounds + 1),
    settings.warmUpSeconds + settings.seconds + OVERHEAD_SECONDS,
  );
  const load = await startLoad(dataDir, OTHER_CORE);
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      interruption.abort(new Error('Interrupted; nothing is written.'));
      // What waits for it goes on, and finds the interruption.
      void load.stop();
    });
  }
  try {
    const measured = await runBenchmark({
      dataDir,
      systems,
      operations,
      settings,
      stage,
      load,
      progress,
      signal: interruption.signal,
    });
    const command = ['npm run bench', ...(isFull ? [] : ['--', ...process.argv.slice(2)])].join(' ');
    write(
      {
        startedAt,
        ...commit,
        command,
        settings,
        machine: readMachine(),
        mariadb: mariadb?.title ?? null,
        systems: measured,
      },
      isFull,
    );
  } finally {
    await Promise.all([load.stop(), stage.stop()]);
    rmSync(scratchDir, { recursive: true });
  }
}

function write(results: Results, isFull: boolean): void {
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const file = isFull ? `${results.startedAt.slice(0, 10)}-${results.commit}.json` : 'quick.json';
  const markdown = toMarkdown(results);
  writeFileSync(join(folder, file), `${JSON.stringify(results, withoutNoise, 2)}\n`);
  writeFileSync(join(folder, isFull ? 'latest.md' : 'quick.md'), markdown);
  console.log(markdown);
}

/** Five digits say more than a measurement knows. */
function withoutNoise(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;
}

try {
  const options = readOptions();
  if (options === 'help') console.log(HELP);
  else await run(options);
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
