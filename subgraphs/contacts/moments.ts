import { toDateTime } from '#kit/clock';

/** Epoch seconds as the graph carries moments. */
export function toMoment(epochSeconds: number | null): string | null {
  return epochSeconds === null ? null : toDateTime(epochSeconds);
}
