import { OPERATIONS } from '../operations.ts';
import type { System } from './system.ts';

export const mercuriusGateway: System = {
  name: 'mercurius',
  title: '@mercuriusjs/gateway (Federation 1)',
  subgraphs: 'mercurius',
  database: 'sqlite',
  dialect: 'query',
  operations: OPERATIONS,
  packages: ['@mercuriusjs/gateway', 'mercurius', 'fastify'],
  args: ({ subgraphUrls, port }) => [
    'bench/processes/mercurius-gateway.ts',
    '--services',
    Object.entries(subgraphUrls)
      .map(([name, url]) => `${name}=${url}`)
      .join(','),
    '--port',
    String(port),
  ],
};
