/**
 * Fills the operator's four databases, each in a thread of its own, two at a
 * time. All is built in a folder beside their places and moved there at the
 * end, so that an interrupted load never looks complete.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type LoadJob, type LoadMessage, SYSTEMS, type SystemName } from './load-job.ts';
import type { WorldOptions } from './world.ts';

const THREADS = 2;
/** Within the data folder itself, which may be a mount point: only there is moving a file certain to work. */
const PARTIAL = /^\.partial-(\d+)$/;

/** Told after every step of a system: `done` of `total` customers, or what else is being done. */
export type OnProgress = (system: SystemName, done: number, total: number, note?: string) => void;

interface LoadOptions {
  /** Puts the new operator in the place of the one that is there. */
  readonly replace?: boolean;
  /** What is done with the four files before they are moved into place; told their folder. */
  readonly finish?: (dir: string) => Promise<unknown>;
}

export function isSeeded(dir: string): boolean {
  return SYSTEMS.every((system) => existsSync(fileOf(dir, system)));
}

/**
 * @param dir Must not exist, or hold nothing but an operator to replace; the
 *   four databases appear in it when all are complete.
 * @throws Error when it holds anything else: a wrong folder is never overwritten.
 */
export async function loadWorld(
  dir: string,
  world: WorldOptions,
  onProgress: OnProgress,
  { replace = false, finish }: LoadOptions = {},
): Promise<void> {
  requireOurs(dir, replace);
  mkdirSync(dir, { recursive: true });
  removeAbandoned(dir);
  const partial = join(dir, `.partial-${process.pid}`);
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial);
  const threads = new Set<Worker>();
  const waiting = [...SYSTEMS];
  const fillInTurn = async (): Promise<void> => {
    for (let system = waiting.shift(); system; system = waiting.shift()) {
      await runWorker({ system, file: fileOf(partial, system), world }, threads, onProgress);
    }
  };
  try {
    await Promise.all(Array.from({ length: THREADS }, fillInTurn));
    await finish?.(partial);
    // Somebody else may have been faster.
    requireOurs(dir, replace);
    for (const system of SYSTEMS) {
      for (const file of filesOf(system)) rmSync(join(dir, file), { force: true });
    }
    for (const system of SYSTEMS) renameSync(fileOf(partial, system), fileOf(dir, system));
  } finally {
    // When one fails, the other must not go on writing.
    await Promise.all([...threads].map((thread) => thread.terminate()));
    rmSync(partial, { recursive: true, force: true });
  }
}

function fileOf(dir: string, system: SystemName): string {
  return join(dir, `${system}.sqlite`);
}

/** With the log that a job left which wrote while somebody read. Beside another database it would be taken for its own. */
function filesOf(system: SystemName): string[] {
  return ['', '-wal', '-shm'].map((end) => `${system}.sqlite${end}`);
}

function requireOurs(dir: string, replace: boolean): void {
  const ours = new Set<string>(replace ? SYSTEMS.flatMap(filesOf) : []);
  const others = existsSync(dir)
    ? readdirSync(dir).filter((name) => !PARTIAL.test(name) && !ours.has(name))
    : [];
  if (others.length === 0) return;
  throw new Error(
    `${dir} holds something else (${others[0]}). Empty it, name another folder, or replace an operator with \`npm run seed -- --force\`.`,
  );
}

/** What a load left behind that was killed. */
function removeAbandoned(dir: string): void {
  for (const name of readdirSync(dir)) {
    const pid = PARTIAL.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(dir, name), { recursive: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function runWorker(job: LoadJob, threads: Set<Worker>, onProgress: OnProgress): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./load-worker.ts', import.meta.url), { workerData: job });
    threads.add(worker);
    worker.on('message', ({ done, total, note }: LoadMessage) => onProgress(job.system, done, total, note));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      threads.delete(worker);
      if (code === 0) resolve();
      else reject(new Error(`Filling the ${job.system} database stopped with code ${code}.`));
    });
  });
}
