/** Faults that are waiting for requests, as the control endpoint was told. */
import type { Fault } from './faults.ts';

export interface PlannedFault extends Fault {
  /** Whose requests it waits for: `KF1004`, or `*` for all. */
  readonly operation: string;
  /** Requests that will meet it; null for all from now on. */
  readonly times: number | null;
}

export interface FaultPlan {
  add(fault: PlannedFault): void;
  /** What a request of this operation meets; it counts as one time. */
  take(operation: string): readonly Fault[];
  waiting(): readonly PlannedFault[];
  clear(): void;
}

export function createFaultPlan(): FaultPlan {
  let planned: readonly PlannedFault[] = [];
  return {
    add(fault) {
      planned = [...planned, fault];
    },
    take(operation) {
      const isMet = (fault: PlannedFault) => fault.operation === '*' || fault.operation === operation;
      const met = planned.filter(isMet);
      planned = planned
        .map((fault) => (isMet(fault) && fault.times !== null ? { ...fault, times: fault.times - 1 } : fault))
        .filter(({ times }) => times !== 0);
      return met;
    },
    waiting: () => planned,
    clear() {
      planned = [];
    },
  };
}
