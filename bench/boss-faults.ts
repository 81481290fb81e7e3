/**
 * What a BOSS that misbehaves costs the rest: loads the service before, during
 * and after each fault of a table, and judges every answer by the right one.
 *
 *   npm run bench:faults -- --help
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readWorld } from '../mocks/world/read-world.ts';
import { seedIfMissing } from '../mocks/world/seed-if-missing.ts';
import { type CaseResult, FULL, QUICK, runCase, type Times } from './boss-case.ts';
import { CASES, type Case, pickCases } from './boss-cases.ts';
import { askRight, questionsOf, runPhase } from './boss-load.ts';
import { toComplaints, toMarkdown } from './boss-report.ts';
import { type BossStage, createBossStage } from './boss-stage.ts';
import { readCommit, readMachine } from './machine.ts';
import { messageOf } from './message-of.ts';
import { createProgress } from './progress.ts';

const HELP = `What a BOSS that misbehaves costs the rest of the service; some 5 minutes.

  npm run bench:faults -- [options]

  --data DIR      a made-up operator (default data, made where it is missing)
  --only a,b      these faults alone
  --clients N     that ask at once (default 16)
  --quick         shorter phases, to see that all works
  --out FILE      writes the figures as JSON
  --help          this text

Ends with 1 where an HTTP answer failed, a value was wrong, a null was without its error, or what BOSS has no
part in was touched.
`;

interface Options {
  readonly dataDir: string;
  readonly cases: readonly Case[];
  readonly clients: number;
  readonly times: Times;
  readonly out: string | undefined;
}

function readOptions(): Options | 'help' {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: 'data' },
      only: { type: 'string' },
      clients: { type: 'string', default: '16' },
      quick: { type: 'boolean', default: false },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  if (!/^[1-9]\d?$/.test(values.clients)) throw new Error('--clients must be a whole number from 1 to 99.');
  return {
    dataDir: resolve(values.data),
    cases: values.only === undefined ? CASES : pickCases(values.only),
    clients: Number(values.clients),
    times: values.quick ? QUICK : FULL,
    out: values.out,
  };
}

async function run({ dataDir, cases, clients, times, out }: Options): Promise<void> {
  await seedIfMissing(dataDir);
  const startedAt = new Date().toISOString();
  const commit = readCommit();
  const scratchDir = mkdtempSync(join(tmpdir(), 'panorama-faults-'));
  const stage = await createBossStage(dataDir, scratchDir);
  const clear = async (): Promise<void> => {
    await stage.stop();
    rmSync(scratchDir, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void clear().finally(() => process.exit(1)));
  }
  try {
    const results = await runAll(stage, { dataDir, cases, clients, times });
    console.log(toMarkdown(results));
    const complaints = toComplaints(results);
    if (complaints !== '') {
      console.log(`\n${complaints}`);
      process.exitCode = 1;
    }
    if (out !== undefined) {
      const figures = { startedAt, ...commit, machine: readMachine(), clients, times, results };
      writeFileSync(out, `${JSON.stringify(figures, null, 2)}\n`);
    }
  } finally {
    await clear();
  }
}

async function runAll(
  stage: BossStage,
  { dataDir, cases, clients, times }: Pick<Options, 'dataDir' | 'cases' | 'clients' | 'times'>,
): Promise<CaseResult[]> {
  const overReplica = await stage.startOverReplica();
  const questions = questionsOf(readWorld(dataDir).namedCases);
  const right = await askRight({ url: overReplica.url, token: await overReplica.token() }, questions);
  await overReplica.stop();

  const service = await stage.startOverBoss();
  const warm = { url: service.url, token: await service.token(), clients, right };
  await runPhase({ ...warm, isOver: (sinceBeginMs) => sinceBeginMs >= times.duringMs });

  const progress = createProgress(cases.length, (2 * times.besideMs + times.duringMs) / 1_000 + 7);
  const results: CaseResult[] = [];
  for (const each of cases) {
    const end = progress.step(each.name);
    const result = await runCase(each, { boss: stage.boss, service, right, clients, times });
    results.push(result);
    end(result.problems.join(', ') || 'well');
  }
  return results;
}

try {
  const options = readOptions();
  if (options === 'help') console.log(HELP);
  else await run(options);
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
