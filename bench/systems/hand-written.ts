import type { System } from './system.ts';

/** What a team would write instead of a graph: fastify, prepared statements, the same JSON. */
export const handWritten: System = {
  name: 'hand-written',
  title: 'hand-written endpoint',
  subgraphs: null,
  database: 'sqlite',
  dialect: 'rest',
  operations: ['screen-pop', 'vip-portfolio'],
  packages: ['fastify'],
  args: ({ dataDir, port }) => ['bench/hand-written/main.ts', '--data', dataDir, '--port', String(port)],
};

/** The same as a team would write it for a database server: two round trips a screen. */
export const handWrittenOnMariadb: System = {
  ...handWritten,
  name: 'hand-written-mariadb',
  title: 'hand-written endpoint on MariaDB',
  database: 'mariadb',
  args: ({ mariadb, port }) => [
    'bench/hand-written/main.ts',
    '--mysql',
    mariadb?.url ?? '',
    '--port',
    String(port),
  ],
  env: ({ mariadb }) => ({ MYSQL_PWD: mariadb?.password ?? '' }),
};
