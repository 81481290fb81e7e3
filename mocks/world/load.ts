/**
 * Fills the operator's four databases, each in a thread of its own, two at a
 * time. All is built beside its place and moved there at the end, so that an
 * interrupted load never looks complete.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LoadJob, LoadMessage } from './load-worker.ts';
import type { WorldOptions } from './world.ts';

/** Heaviest first, so that the last ones to finish are short. */
export const SYSTEMS = ['billing', 'contacts', 'analytics', 'crm'] as const;
export type SystemName = (typeof SYSTEMS)[number];

const THREADS = 2;

/** Told after every step of a system: `done` of `total` customers, or that its indexes are being built. */
export type OnProgress = (system: SystemName, done: number, total: number, step: 'rows' | 'indexes') => void;

/**
 * @param dir Must not exist, or be empty; its databases appear when all are complete.
 * @throws Error when it holds anything: a wrong folder is never overwritten.
 */
export async function loadWorld(dir: string, world: WorldOptions, onProgress: OnProgress): Promise<void> {
  if (existsSync(dir) && readdirSync(dir).length > 0) {
    throw new Error(`${dir} holds something else. Empty it, or name another folder.`);
  }
  const partial = `${dir}.partial-${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  try {
    const waiting = [...SYSTEMS];
    await Promise.all(
      Array.from({ length: THREADS }, async () => {
        for (let system = waiting.shift(); system; system = waiting.shift()) {
          await runWorker({ system, file: join(partial, `${system}.sqlite`), world }, onProgress);
        }
      }),
    );
    renameSync(partial, dir);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
}

function runWorker(job: LoadJob, onProgress: OnProgress): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./load-worker.ts', import.meta.url), { workerData: job });
    worker.on('message', ({ done, total, step }: LoadMessage) => onProgress(job.system, done, total, step));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Filling the ${job.system} database stopped with code ${code}.`));
    });
  });
}
