/** A MariaDB server of a test's own, that speaks TLS; its authority and certificate are made for it. */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface TlsServer {
  /** With a database `test`, for a user who needs no password. */
  readonly url: string;
  /** File with the certificate of its authority. */
  readonly ca: string;
  close(): Promise<void>;
}

export async function startTlsServer(): Promise<TlsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'mariadb-'));
  const file = (name: string): string => join(folder, name);
  await makeCertificates(file);
  const user = `--user=${userInfo().username}`;
  await run('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${file('data')}`,
    user,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const port = await freePort();
  const server = spawn(
    'mariadbd',
    [
      '--no-defaults',
      `--datadir=${file('data')}`,
      user,
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      `--socket=${file('socket')}`,
      `--ssl-cert=${file('server.pem')}`,
      `--ssl-key=${file('server.key')}`,
      '--innodb-buffer-pool-size=8M',
      '--skip-name-resolve',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise((resolve) => server.once('exit', resolve));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    server.stderr.on('data', (text: Buffer) => {
      said += text;
      if (said.includes('ready for connections')) resolve();
    });
    void ended.then(() => reject(new Error(`mariadbd ended: ${said}`)));
  });
  await run('mariadb', [
    `--socket=${file('socket')}`,
    '-uroot',
    '-e',
    "create database test; create user reader@'127.0.0.1' require ssl; grant select on test.* to reader@'127.0.0.1'",
  ]);
  return {
    url: `mysql://reader@localhost:${port}/test`,
    ca: file('ca.pem'),
    async close() {
      server.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function makeCertificates(file: (name: string) => string): Promise<void> {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const authority = [
    '-x509',
    '-keyout',
    file('ca.key'),
    '-out',
    file('ca.pem'),
    '-subj',
    '/CN=test authority',
    '-days',
    '2',
  ];
  await run('openssl', ['req', ...key, ...authority]);
  const server = [
    '-x509',
    '-CA',
    file('ca.pem'),
    '-CAkey',
    file('ca.key'),
    '-days',
    '2',
    '-subj',
    '/CN=localhost',
  ];
  const names = ['-addext', 'subjectAltName=DNS:localhost', '-addext', 'basicConstraints=critical,CA:FALSE'];
  await run('openssl', [
    'req',
    ...key,
    ...server,
    ...names,
    '-keyout',
    file('server.key'),
    '-out',
    file('server.pem'),
  ]);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
