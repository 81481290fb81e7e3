import type { System } from './system.ts';

/** What a team would write instead of a graph: fastify, prepared statements, the same JSON. */
export const handWritten: System = {
  name: 'hand-written',
  title: 'hand-written endpoint',
  subgraphs: null,
  dialect: 'rest',
  operations: ['screen-pop', 'vip-portfolio'],
  packages: ['fastify'],
  args: ({ dataDir, port }) => ['bench/hand-written/main.ts', '--data', dataDir, '--port', String(port)],
};
