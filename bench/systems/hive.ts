import { readFileSync } from 'node:fs';
import { OPERATIONS } from '../operations.ts';
import type { System } from './system.ts';

/** From the root of the repository. */
export const HIVE_COMMAND = 'bench/node_modules/@graphql-hive/gateway/dist/bin.js';

function createHive(parts: Pick<System, 'name' | 'title'> & Partial<System>, ...flags: string[]): System {
  return {
    subgraphs: 'mercurius',
    database: 'sqlite',
    dialect: 'query',
    operations: OPERATIONS,
    packages: ['@graphql-hive/gateway'],
    args: ({ supergraph, port }) => [
      HIVE_COMMAND,
      'supergraph',
      supergraph,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      // One process, as all others.
      '--fork',
      '1',
      ...flags,
    ],
    ...parts,
  };
}

export const hive = createHive({ name: 'hive', title: 'Hive Gateway, stock' });

export const hiveWithJit = createHive({ name: 'hive-jit', title: 'Hive Gateway, JIT' }, '--jit');

export const hiveWithRust = createHive(
  {
    name: 'hive-rust',
    title: 'Hive Gateway, Rust runtime',
    packages: ['@graphql-hive/gateway', '@graphql-hive/router-runtime', '@graphql-hive/router-query-planner'],
    // Where the runtime cannot be loaded, Hive Gateway falls back in silence.
    verify(pid) {
      if (readFileSync(`/proc/${pid}/maps`, 'utf8').includes('router-query-planner')) return;
      throw new Error('The Rust query planner is not loaded.');
    },
  },
  '--hive-router-runtime',
);
