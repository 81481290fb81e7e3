/**
 * Plans: which subgraph is asked for what, and in which order.
 *
 * Hive's planner (Rust, MIT) comes first: it plans in a fraction of the time, and
 * makes one fetch of all that a level wants of one subgraph. Where it has no plan,
 * or breaks down, `@apollo/query-planner` does it. ARCHITECTURE.md compares them.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import type { PlanNode } from '@graphql-hive/router-query-planner';
import { requestError } from '../error-codes.ts';
import type { PlannerName, PlanOrder, PlanReply } from './planner-process.ts';
import { requiredApart, servedBy } from './required-apart.ts';
import { withoutAccess } from './without-access.ts';

export type { PlanNode };

export interface Planner {
  /**
   * @param operation The text of one operation.
   * @param deadlineMs How long it may take, waiting in line included, but for the start of a process.
   * @returns Undefined where there is nothing to fetch.
   * @throws GraphQLError with code PLANNING_TIMEOUT; Error when no planner has a plan.
   */
  plan(operation: string, deadlineMs?: number): Promise<PlanNode | undefined>;
  close(): void;
}

const DEADLINE_MS = 1_000;
/** A process that has not begun by then is asked all the same. */
const START_MS = 10_000;
const PLANNERS: readonly PlannerName[] = ['hive', 'apollo'];

export function createPlanner(supergraphSdl: string): Planner {
  const sdl = requiredApart(withoutAccess(supergraphSdl));
  let child: ChildProcess | undefined;
  let ready: Promise<unknown> = Promise.resolve();
  // One at a time: a process that breaks down takes no other operation with it.
  let line: Promise<unknown> = Promise.resolve();

  /** The process that is there, or a new one after the last broke down. */
  function planningProcess(): ChildProcess {
    if (child) return child;
    const started = startProcess(sdl).once('exit', () => {
      child = undefined;
    });
    ready = new Promise((resolve) => {
      started.once('message', resolve).once('exit', resolve);
    });
    child = started;
    return started;
  }

  /** @returns How long the start of a process took, in milliseconds. */
  async function start(): Promise<number> {
    const from = performance.now();
    planningProcess().ref();
    const late = setTimeout(START_MS, undefined, { ref: false });
    await Promise.race([ready, late]);
    child?.unref();
    return performance.now() - from;
  }

  /** @throws Error where the process ends without an answer. */
  function ask(order: PlanOrder, signal: AbortSignal): Promise<PlanReply> {
    const asked = planningProcess();
    return new Promise((resolve, reject) => {
      const end = (): void => {
        signal.removeEventListener('abort', stop);
        asked.off('message', onReply).off('exit', onExit).unref();
      };
      const onReply = (reply: PlanReply): void => {
        end();
        resolve(reply);
      };
      const onExit = (): void => {
        end();
        reject(new Error(`The ${order.planner} planner broke down.`));
      };
      const stop = (): void => {
        asked.kill('SIGKILL');
      };
      asked.ref();
      asked.on('message', onReply).on('exit', onExit);
      signal.addEventListener('abort', stop);
      // Where it can't be sent the process is ending, and `exit` says so.
      asked.send(order, () => {});
    });
  }

  async function planBy(operation: string, signal: AbortSignal): Promise<PlanNode | undefined> {
    const faults: string[] = [];
    for (const planner of PLANNERS) {
      if (signal.aborted) throw tooSlow();
      const reply = await ask({ planner, operation }, signal).catch((error: Error): PlanReply => {
        if (signal.aborted) throw tooSlow();
        return { fault: error.message };
      });
      if (reply.fault === undefined) return withServed(reply.node);
      faults.push(`${planner}: ${reply.fault}`);
      // No subgraph can be asked for it: what another planner made of it would leave a null without a reason.
      if (reply.fault.includes('No paths found for selection item')) break;
    }
    throw new Error(`The operation can't be planned. ${faults.join(' ')}`);
  }

  return {
    plan(operation, deadlineMs = DEADLINE_MS) {
      const askedAt = performance.now();
      const planned = line.then(async () => {
        const startMs = await start();
        const leftMs = deadlineMs - (performance.now() - askedAt - startMs);
        if (leftMs <= 0) throw tooSlow();
        return planBy(operation, AbortSignal.timeout(Math.ceil(leftMs)));
      });
      line = planned.catch(() => {});
      return planned;
    },
    close() {
      child?.kill();
    },
  };
}

/** The same plan, by the names of the subgraphs that there are. */
function withServed<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(withServed) as Part;
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([name, value]: [string, unknown]) =>
    name === 'serviceName' ? [name, servedBy(String(value))] : [name, withServed(value)],
  );
  return Object.fromEntries(entries) as Part;
}

function startProcess(supergraphSdl: string): ChildProcess {
  const child = fork(new URL('planner-process.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    // What it says, say of a crash, is nobody's: the parent logs what comes of it.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.send(supergraphSdl);
  // Waiting for work keeps no process alive.
  child.unref();
  child.channel?.unref();
  return child;
}

function tooSlow(): Error {
  return requestError(
    'PLANNING_TIMEOUT',
    'The operation takes too long to plan. Ask for less at once, or split it into several requests.',
  );
}
