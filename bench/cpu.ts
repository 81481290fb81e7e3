/** What a process has used, as Linux counts it: all its threads, and the processes it started. And the machine. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** `USER_HZ`; 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Processor time since the process started, user and system. */
export function readCpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field, a name in parentheses, may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  const children = readChildren(pid).reduce((sum, child) => sum + readCpuMs(child), 0);
  return (ticks / TICKS_PER_SECOND) * 1_000 + children;
}

/** Processor time of everything on the machine since it started, time that its host took away included. */
export function readMachineCpuMs(): number {
  const [, user, nice, system, , , irq, softirq, steal] = readFileSync('/proc/stat', 'utf8')
    .split(/\s+/)
    .map(Number);
  const ticks = [user, nice, system, irq, softirq, steal].reduce((sum: number, part = 0) => sum + part, 0);
  return (ticks / TICKS_PER_SECOND) * 1_000;
}

/** The most memory that the process has held since `resetPeak`. */
export function readPeakMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const own = Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) / 1_024;
  return readChildren(pid).reduce((sum, child) => sum + readPeakMb(child), own);
}

export function resetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  for (const child of readChildren(pid)) resetPeak(child);
}

/** The one process of these names; null where there is none, or more than one. */
export function findProcess(...names: readonly string[]): number | null {
  const found = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && names.includes(nameOf(entry)));
  return found.length === 1 ? Number(found[0]) : null;
}

function nameOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    // It has ended meanwhile.
    return '';
  }
}

function readChildren(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}
