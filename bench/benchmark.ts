/** The whole run: start all systems, compare their answers, warm them up, measure them round by round. */
import { type Asked, findDifference } from './compare.ts';
import type { Load } from './load.ts';
import { withVersion } from './machine.ts';
import { measure, type Sample } from './measure.ts';
import { messageOf } from './message-of.ts';
import { type Operation, toRequests } from './operations.ts';
import type { Progress } from './progress.ts';
import type { Settings, SystemResult } from './results.ts';
import type { Running, Stage } from './stage.ts';
import { REFERENCE } from './systems/all.ts';
import type { System } from './systems/system.ts';
import { readVariables } from './variables.ts';

export interface BenchmarkOptions {
  readonly dataDir: string;
  readonly systems: readonly System[];
  readonly operations: readonly Operation[];
  readonly settings: Settings;
  readonly stage: Stage;
  readonly load: Load;
  readonly progress: Progress;
  /** Ends the run with its reason. */
  readonly signal: AbortSignal;
}

/** A system and an operation it is asked, with what became of it so far. */
interface Contest {
  readonly running: Running;
  readonly operation: Operation;
  readonly samples: (Sample & { round: number })[];
  problem?: string;
}

/** Between rounds, so that no request repeats one of the round before. */
const REQUESTS_A_ROUND = 20_000;
/** Time a visit takes besides its load. */
export const OVERHEAD_SECONDS = 0.4;

export async function runBenchmark(options: BenchmarkOptions): Promise<SystemResult[]> {
  const { systems, operations } = options;
  const { running, problems } = await startAll(options);
  const contests = operations.flatMap((operation) =>
    running
      .filter(({ system }) => system.operations.includes(operation))
      .map((one): Contest => ({ running: one, operation, samples: [] })),
  );
  await compareAll(contests, options);
  await visitAll(contests, options);

  return systems.map(({ name, title, subgraphs, database, packages }) => {
    const problem = problems.get(name);
    return {
      name,
      title,
      subgraphs,
      database,
      packages: problem === undefined ? packages.map(withVersion) : [],
      ...(problem !== undefined && { problem }),
      operations: contests
        .filter((contest) => contest.running.system.name === name)
        .map(({ operation, samples, problem: failure }) => ({
          operation,
          samples,
          ...(failure !== undefined && { problem: failure }),
        })),
    };
  });
}

/** A system that does not start stops no other, but for ours: all are compared with it. */
async function startAll({ systems, stage, progress, signal }: BenchmarkOptions) {
  const running: Running[] = [];
  const problems = new Map<string, string>();
  for (const system of systems) {
    signal.throwIfAborted();
    try {
      const one = await stage.start(system);
      system.verify?.(one.pid);
      running.push(one);
      progress.say(`started ${system.name}`);
    } catch (error) {
      if (system.name === REFERENCE) throw error;
      problems.set(system.name, messageOf(error));
      progress.say(`${system.name} does not start: ${messageOf(error)}`);
    }
  }
  return { running, problems };
}

async function compareAll(contests: readonly Contest[], options: BenchmarkOptions): Promise<void> {
  const { dataDir, settings, stage, progress, signal } = options;
  const variables = readVariables(dataDir, 1);
  for (const contest of contests) {
    signal.throwIfAborted();
    const { running, operation } = contest;
    const reference = contests.find((other) => {
      return other.operation === operation && other.running.system.name === REFERENCE;
    });
    if (!reference) throw new Error(`${REFERENCE} is not asked ${operation}.`);
    const requests = toRequests(operation, variables).slice(0, settings.compared);
    try {
      const [expected, actual] = await Promise.all([asked(reference, stage), asked(contest, stage)]);
      const difference = await findDifference(expected, actual, operation, requests);
      if (difference !== undefined) contest.problem = `Answers differ. ${difference}`;
    } catch (error) {
      contest.problem = `Answers with an error. ${messageOf(error)}`;
    }
    progress.say(`${operation} of ${running.system.name}: ${contest.problem ?? `${requests.length} equal`}`);
  }
}

async function asked({ running: { port, system } }: Contest, stage: Stage): Promise<Asked> {
  const token = system.wantsToken ? await stage.token() : null;
  return { port, dialect: system.dialect, token };
}

/** The first round only warms up; the order of systems moves on by one each round. */
async function visitAll(contests: Contest[], options: BenchmarkOptions): Promise<void> {
  const { settings, operations } = options;
  for (let round = 0; round <= settings.rounds; round++) {
    for (const operation of operations) {
      const sameOperation = contests.filter((contest) => contest.operation === operation);
      for (let nth = 0; nth < sameOperation.length; nth++) {
        const contest = sameOperation[(nth + round) % sameOperation.length];
        if (contest && contest.problem === undefined) await visit(contest, round, options);
      }
    }
  }
}

async function visit(
  contest: Contest,
  round: number,
  { load, settings, stage, progress, signal }: BenchmarkOptions,
): Promise<void> {
  const { running, operation, samples } = contest;
  const { system } = running;
  const label = round === 0 ? 'warm-up' : `round ${round}/${settings.rounds}`;
  const end = progress.step(`${label}  ${operation}  ${system.name}`);
  const order = {
    ...(await asked(contest, stage)),
    operation,
    skip: round * REQUESTS_A_ROUND,
    ...settings,
  };
  try {
    const sample = await measure(load, running, order);
    end(summary(sample));
    if (round === 0) return;
    samples.push({ round, ...sample });
    if (sample.failures > 0) contest.problem = `${sample.failures} requests failed in ${label}.`;
  } catch (error) {
    signal.throwIfAborted();
    contest.problem = `Failed in ${label}: ${messageOf(error)}`;
    end(contest.problem);
  }
}

function summary({ requestsPerSecond, p99Ms, failures, gatewayCpuMs, subgraphsCpuMs }: Sample): string {
  const cpu = [gatewayCpuMs, subgraphsCpuMs ?? 0].map((ms) => ms.toFixed(2)).join(' + ');
  const failed = failures > 0 ? `, ${failures} FAILED` : '';
  return `${requestsPerSecond.toFixed(0)}/s, p99 ${p99Ms.toFixed(1)} ms, CPU ${cpu} ms${failed}`;
}
