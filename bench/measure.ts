/** One visit: a system is loaded with one operation for some seconds, and what it used is read. */
import { readCpuMs, readMachineCpuMs, readPeakMb, resetPeak } from './cpu.ts';
import type { Load, LoadOrder } from './load.ts';
import type { Running } from './stage.ts';

export interface Sample {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly failures: number;
  /** Processor time of the gateway's process for one request. */
  readonly gatewayCpuMs: number;
  /** The same of the subgraphs' processes; null where they live in the gateway's. */
  readonly subgraphsCpuMs: number | null;
  /** The same of the database server's process; null where there is none on this machine. */
  readonly databaseCpuMs: number | null;
  readonly gatewayPeakMb: number;
  readonly subgraphsPeakMb: number | null;
  /** How much of its core the gateway used, 1 for all of it. */
  readonly gatewayShare: number;
  /** The same of the load generator: near 1, it is the load that was measured. */
  readonly loadShare: number;
  /** Cores that anything else on the machine used: what should be near 0. */
  readonly foreignShare: number;
}

export async function measure(load: Load, running: Running, order: LoadOrder): Promise<Sample> {
  const { pid, subgraphPids, databasePid } = running;
  for (const own of [pid, ...subgraphPids]) resetPeak(own);
  const { result, before, after } = await load.run(order, () => ({
    at: performance.now(),
    gateway: readCpuMs(pid),
    subgraphs: sumOf(subgraphPids, readCpuMs),
    database: databasePid === null ? 0 : readCpuMs(databasePid),
    load: readCpuMs(load.pid),
    machine: readMachineCpuMs(),
  }));
  const shareOf = (part: Exclude<keyof typeof before, 'at'>): number =>
    (after[part] - before[part]) / (after.at - before.at);
  const { responses, failures, elapsedMs, p50Ms, p99Ms } = result;
  if (responses === 0) throw new Error(`It gave no whole answer in ${order.seconds} s.`);
  const requestsPerMs = responses / elapsedMs;
  return {
    requestsPerSecond: requestsPerMs * 1_000,
    p50Ms,
    p99Ms,
    failures,
    gatewayCpuMs: shareOf('gateway') / requestsPerMs,
    subgraphsCpuMs: subgraphPids.length === 0 ? null : shareOf('subgraphs') / requestsPerMs,
    databaseCpuMs: databasePid === null ? null : shareOf('database') / requestsPerMs,
    gatewayPeakMb: readPeakMb(pid),
    subgraphsPeakMb: subgraphPids.length === 0 ? null : sumOf(subgraphPids, readPeakMb),
    gatewayShare: shareOf('gateway'),
    loadShare: shareOf('load'),
    foreignShare:
      shareOf('machine') - shareOf('gateway') - shareOf('subgraphs') - shareOf('database') - shareOf('load'),
  };
}

function sumOf(pids: readonly number[], read: (pid: number) => number): number {
  return pids.reduce((sum, pid) => sum + read(pid), 0);
}
