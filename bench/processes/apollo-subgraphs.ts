/** The four subgraphs as a team starts them from Apollo's documentation: one standalone server each. */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { openEmbedded } from '../../gateway/embedded.ts';
import { readOptions } from './options.ts';

const { data, ports } = readOptions('data', 'ports');
const listenOn = ports.split(',').map(Number);
for (const [at, { schema, createContext }] of openEmbedded(data).subgraphs.entries()) {
  await startStandaloneServer(new ApolloServer({ schema }), {
    context: async () => createContext(),
    listen: { host: '127.0.0.1', port: listenOn[at] ?? 0 },
  });
}
