/** Shows long work in steps: a bar for each step on a terminal, a line for each tenth elsewhere. */
import cliProgress from 'cli-progress';

export interface Progress {
  /** @param note What is being done besides counting, for example `building indexes`. */
  readonly update: (step: string, done: number, total: number, note?: string) => void;
  stop(): void;
}

export interface ProgressOptions {
  /** What is said first where there is no terminal. */
  readonly heading: string;
  /** What is counted. */
  readonly unit: string;
}

export function createProgress({ heading, unit }: ProgressOptions): Progress {
  return process.stdout.isTTY ? createBars(unit) : createLines(heading, unit);
}

function createBars(unit: string): Progress {
  const bars = new cliProgress.MultiBar(
    {
      format: '  {step} {bar} {percentage}%  {value}/{total}  {note}  {duration_formatted}',
      hideCursor: true,
    },
    cliProgress.Presets.shades_classic,
  );
  const byStep = new Map<string, cliProgress.SingleBar>();
  return {
    update(step, done, total, note = unit) {
      const bar = byStep.get(step) ?? bars.create(total, 0, {});
      byStep.set(step, bar);
      bar.update(done, { step: step.padEnd(9), note });
    },
    stop: () => bars.stop(),
  };
}

function createLines(heading: string, unit: string): Progress {
  const told = new Map<string, number>();
  console.log(heading);
  return {
    update(step, done, total, note) {
      const tenth = Math.floor((done * 10) / total);
      if (note !== undefined) console.log(`  ${step}: ${total} ${unit}, ${note}`);
      else if (tenth > (told.get(step) ?? 0) && tenth < 10)
        console.log(`  ${step}: ${done} of ${total} ${unit}`);
      told.set(step, tenth);
    },
    stop() {},
  };
}
