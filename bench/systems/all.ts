import { apollo, apolloOnFastify } from './apollo.ts';
import { handWritten } from './hand-written.ts';
import { hive, hiveWithJit, hiveWithRust } from './hive.ts';
import { mercuriusGateway } from './mercurius-gateway.ts';
import { ours, oursByHash, oursOpen, oursOverHttp } from './ours.ts';
import type { System } from './system.ts';

/** In the order of the report. */
export const SYSTEMS: readonly System[] = [
  ours,
  oursByHash,
  oursOpen,
  handWritten,
  oursOverHttp,
  apollo,
  apolloOnFastify,
  hive,
  hiveWithJit,
  hiveWithRust,
  mercuriusGateway,
];

/** What all others are compared with: their answers, and their speed. */
export const REFERENCE = ours.name;
/** What gateways over HTTP subgraphs are compared with, where processor time is meant. */
export const HTTP_REFERENCE = oursOverHttp.name;
