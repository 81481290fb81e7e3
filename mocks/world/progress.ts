/** Shows a load: a bar for each system on a terminal, a line for each step elsewhere. */
import cliProgress from 'cli-progress';
import type { OnProgress } from './load.ts';
import { SYSTEMS, type SystemName } from './load-job.ts';

export interface Progress {
  readonly update: OnProgress;
  stop(): void;
}

/**
 * @param doing What is said of it where there is no terminal.
 * @param unit What is counted.
 */
export function createProgress(doing = 'Making up', unit = 'customers'): Progress {
  return process.stdout.isTTY ? createBars(unit) : createLines(doing, unit);
}

function createBars(unit: string): Progress {
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
        step: step === 'rows' ? unit : 'building indexes',
      });
    },
    stop: () => bars.stop(),
  };
}

function createLines(doing: string, unit: string): Progress {
  const told = new Map<SystemName, number>();
  console.log(`${doing} an operator: ${SYSTEMS.join(', ')}.`);
  return {
    update(system, done, total, step) {
      const tenth = Math.floor((done * 10) / total);
      if (step === 'indexes') console.log(`  ${system}: ${total} ${unit}, building indexes`);
      else if (tenth > (told.get(system) ?? 0) && tenth < 10)
        console.log(`  ${system}: ${done} of ${total} ${unit}`);
      told.set(system, tenth);
    },
    stop() {},
  };
}
