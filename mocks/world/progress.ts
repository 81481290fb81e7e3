/** Shows a load: a bar for each system on a terminal, a line for each step elsewhere. */
import cliProgress from 'cli-progress';
import type { OnProgress } from './load.ts';
import { SYSTEMS, type SystemName } from './load-job.ts';

export interface Progress {
  readonly update: OnProgress;
  stop(): void;
}

export function createProgress(): Progress {
  return process.stdout.isTTY ? createBars() : createLines();
}

function createBars(): Progress {
  const bars = new cliProgress.MultiBar(
    {
      format: '  {system} {bar} {percentage}%  {value}/{total}  {step}  {duration_formatted}',
      hideCursor: true,
    },
    cliProgress.Presets.shades_classic,
  );
  const bySystem = new Map<SystemName, cliProgress.SingleBar>();
  return {
    update(system, done, total, step) {
      const bar = bySystem.get(system) ?? bars.create(total, 0, {});
      bySystem.set(system, bar);
      bar.update(done, {
        system: system.padEnd(9),
        step: step === 'rows' ? 'customers' : 'building indexes',
      });
    },
    stop: () => bars.stop(),
  };
}

function createLines(): Progress {
  const told = new Map<SystemName, number>();
  console.log(`Making up an operator: ${SYSTEMS.join(', ')}.`);
  return {
    update(system, done, total, step) {
      const tenth = Math.floor((done * 10) / total);
      if (step === 'indexes') console.log(`  ${system}: ${total} customers, building indexes`);
      else if (tenth > (told.get(system) ?? 0) && tenth < 10)
        console.log(`  ${system}: ${done} of ${total} customers`);
      told.set(system, tenth);
    },
    stop() {},
  };
}
