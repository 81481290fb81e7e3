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
  /** The same of the subgraphs' process; null where they live in the gateway's. */
  readonly subgraphsCpuMs: number | null;
  readonly gatewayPeakMb: number;
  readonly subgraphsPeakMb: number | null;
  /** How much of its core the gateway used, 1 for all of it. */
  readonly gatewayShare: number;
  /** The same of the load generator: near 1, it is the load that was measured. */
  readonly loadShare: number;
  /** Cores that anything else on the machine used: what should be near 0. */
  readonly foreignShare: number;
}

export async function measure(load: Load, { pid, subgraphsPid }: Running, order: LoadOrder): Promise<Sample> {
  for (const own of [pid, subgraphsPid]) if (own !== null) resetPeak(own);
  const { result, before, after } = await load.run(order, () => ({
    at: performance.now(),
    gateway: readCpuMs(pid),
    subgraphs: subgraphsPid === null ? 0 : readCpuMs(subgraphsPid),
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
    subgraphsCpuMs: subgraphsPid === null ? null : shareOf('subgraphs') / requestsPerMs,
    gatewayPeakMb: readPeakMb(pid),
    subgraphsPeakMb: subgraphsPid === null ? null : readPeakMb(subgraphsPid),
    gatewayShare: shareOf('gateway'),
    loadShare: shareOf('load'),
    foreignShare: shareOf('machine') - shareOf('gateway') - shareOf('subgraphs') - shareOf('load'),
  };
}
