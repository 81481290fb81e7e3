/** The subgraphs as a team starts them from Apollo's documentation: one standalone server each. */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { testRequest } from '../../subgraphs/kit/testing/viewer.ts';
import { openData } from '../open-data.ts';
import { readOptions } from './options.ts';

const { data, ports } = readOptions('data', 'ports');
const listenOn = ports.split(',').map(Number);
for (const [at, { schema, createContext }] of (await openData(data)).subgraphs.entries()) {
  await startStandaloneServer(new ApolloServer({ schema }), {
    context: async () => createContext(testRequest()),
    listen: { host: '127.0.0.1', port: listenOn[at] ?? 0 },
  });
}
