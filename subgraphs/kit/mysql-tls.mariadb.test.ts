/** TLS to a real server that demands it. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openMysql } from './mysql-database.ts';
import type { MysqlAddress } from './mysql-pool.ts';
import { startTlsServer, type TlsServer } from './testing/tls-server.ts';

let server: TlsServer;
beforeAll(async () => {
  server = await startTlsServer();
}, 60_000);
afterAll(() => server.close());

async function cipherBy(tls: MysqlAddress['tls']): Promise<string> {
  const db = openMysql({ url: server.url, tls, source: 'crm' });
  const status = db.prepare<Record<string, never>, { Value: string }>((sql) =>
    sql.raw("show session status like 'Ssl_cipher'"),
  );
  try {
    return String((await status({}))[0]?.Value);
  } finally {
    await db.close();
  }
}

const REFUSED = { extensions: { code: 'SOURCE_UNAVAILABLE' }, message: 'The crm system is not reachable.' };

it('is spoken with a server whose authority is known', async () => {
  expect(await cipherBy({ ca: server.ca })).toMatch(/^TLS_/);
});

it('is refused with a server that anybody could be', async () => {
  await expect(cipherBy({})).rejects.toMatchObject(REFUSED);
});

it('is not left out where the server demands it', async () => {
  await expect(cipherBy(undefined)).rejects.toMatchObject(REFUSED);
});
