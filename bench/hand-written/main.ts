/** `node bench/hand-written/main.ts --data DIR --port N` */
import { parseArgs } from 'node:util';
import { createHandWritten } from './app.ts';
import { openSqliteScreens } from './sqlite/screens.ts';

const { values } = parseArgs({ options: { data: { type: 'string' }, port: { type: 'string' } } });
const { data, port } = values;
if (data === undefined || port === undefined) throw new Error('Missing: --data DIR --port N');

const app = await createHandWritten(openSqliteScreens(data));
process.once('SIGTERM', () => {
  void app.close();
});
const address = await app.listen({ host: '127.0.0.1', port: Number(port) });
console.log(`hand-written endpoint ready on ${address}`);
