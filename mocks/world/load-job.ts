/** What a load and its threads tell each other. */
import type { WorldOptions } from './world.ts';

/** Heaviest first, so that the last ones to finish are short. */
export const SYSTEMS = ['billing', 'contacts', 'analytics', 'crm'] as const;
export type SystemName = (typeof SYSTEMS)[number];

export interface LoadJob {
  readonly system: SystemName;
  readonly file: string;
  readonly world: WorldOptions;
}

export interface LoadMessage {
  readonly done: number;
  readonly total: number;
  /** What is done besides writing rows. */
  readonly note?: string;
}
