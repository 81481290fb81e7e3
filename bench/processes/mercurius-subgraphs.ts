/** The subgraphs on fastify and mercurius, compiled by graphql-jit: the fastest ordinary way to host them. */
import fastify from 'fastify';
import mercurius from 'mercurius';
import { testRequest } from '../../subgraphs/kit/testing/viewer.ts';
import { openData } from '../open-data.ts';
import { readOptions } from './options.ts';

const { data, ports } = readOptions('data', 'ports');
const listenOn = ports.split(',').map(Number);
for (const [at, { schema, createContext }] of (await openData(data)).subgraphs.entries()) {
  const app = fastify({ bodyLimit: 16 * 1024 * 1024 });
  await app.register(mercurius, { schema, jit: 1, context: () => createContext(testRequest()) });
  await app.listen({ host: '127.0.0.1', port: listenOn[at] ?? 0 });
}
