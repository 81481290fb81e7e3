/** `node bench/hand-written/main.ts (--data DIR | --mysql URL) --port N`; the password is that of MYSQL_PWD. */
import { parseArgs } from 'node:util';
import { createHandWritten, type Screens } from './app.ts';
import { openMariadbScreens } from './mariadb/screens.ts';
import { openSqliteScreens } from './sqlite/screens.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, mysql: { type: 'string' }, port: { type: 'string' } },
});
const app = await createHandWritten(await openScreens());
process.once('SIGTERM', () => {
  void app.close();
});
const address = await app.listen({ host: '127.0.0.1', port: Number(values.port) });
console.log(`hand-written endpoint ready on ${address}`);

async function openScreens(): Promise<Screens> {
  if (values.mysql !== undefined) return openMariadbScreens(values.mysql, process.env['MYSQL_PWD'] ?? '');
  if (values.data !== undefined) return openSqliteScreens(values.data);
  throw new Error('Missing: --data DIR or --mysql URL');
}
