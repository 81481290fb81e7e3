import { apollo, apolloOnFastify } from './apollo.ts';
import { handWritten, handWrittenOnMariadb } from './hand-written.ts';
import { hive, hiveWithJit, hiveWithRust } from './hive.ts';
import { mercuriusGateway } from './mercurius-gateway.ts';
import { ours, oursByHash, oursDistributed, oursOnMariadb, oursOpen, oursOverHttp } from './ours.ts';
import type { System } from './system.ts';

/** In the order of the report. */
export const SYSTEMS: readonly System[] = [
  ours,
  oursByHash,
  oursOpen,
  handWritten,
  oursOnMariadb,
  handWrittenOnMariadb,
  oursDistributed,
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
/** What each database is judged on: the product beside what a team would write by hand for it. */
export const BY_DATABASE = [
  { title: 'SQLite', product: ours.name, byHand: handWritten.name },
  { title: 'MariaDB', product: oursOnMariadb.name, byHand: handWrittenOnMariadb.name },
] as const;
