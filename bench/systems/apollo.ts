import { OPERATIONS } from '../operations.ts';
import type { System } from './system.ts';

export const apollo: System = {
  name: 'apollo',
  title: '@apollo/gateway, stock',
  subgraphs: 'apollo',
  database: 'sqlite',
  dialect: 'query',
  operations: OPERATIONS,
  packages: ['@apollo/gateway', '@apollo/server'],
  args: ({ supergraph, port }) => [
    'bench/processes/apollo-gateway.ts',
    '--supergraph',
    supergraph,
    '--port',
    String(port),
  ],
};

export const apolloOnFastify: System = {
  ...apollo,
  name: 'apollo-fastify',
  title: '@apollo/gateway on fastify',
  subgraphs: 'mercurius',
  packages: ['@apollo/gateway', '@apollo/server', '@as-integrations/fastify', 'fastify'],
  args: ({ supergraph, port }) => [
    'bench/processes/apollo-gateway-fastify.ts',
    '--supergraph',
    supergraph,
    '--port',
    String(port),
  ],
};
