/** `npm run start:distributed` as an operator meets it: every process is real, and so are the sockets. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { verifyAudit } from '#kit/audit/verify';
import { loadKeys } from '#kit/keys';
import { SUPERGRAPH_FILE } from '../service-parts.ts';
import { COMPILED } from '../testing/distributed-world.ts';
import { seedTestWorld } from '../testing/test-world.ts';
import { addressesIn, withAddresses } from './addresses.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const VIP = '13808000002';

let folder: string;
let service: ChildProcess;
let exited: Promise<unknown[]>;
let output = '';
let origin: string;
let addresses: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'panorama-distributed-'));
  const sdl = readFileSync(SUPERGRAPH_FILE, 'utf8');
  const names = [...addressesIn(sdl).keys()];
  const [port, ...ports] = await freePorts(names.length + 1);
  addresses = new Map(names.map((name, at) => [name, `http://127.0.0.1:${ports[at]}/graphql`]));
  const supergraphFile = join(folder, 'supergraph.graphql');
  writeFileSync(supergraphFile, withAddresses(sdl, addresses));

  origin = `http://127.0.0.1:${port}`;
  service = spawn(process.execPath, [MAIN], {
    env: {
      PORT: String(port),
      PANORAMA_DATA: await seedTestWorld(),
      PANORAMA_STATE: join(folder, 'state'),
      PANORAMA_SUPERGRAPH: supergraphFile,
      NODE_COMPILE_CACHE: COMPILED,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  exited = once(service, 'close');
  const keep = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  service.stdout?.on('data', keep);
  service.stderr?.on('data', keep);
  while (!output.includes(`Panorama is serving ${origin}`)) {
    if (service.exitCode !== null) throw new Error(output);
    await sleep(50);
  }
}, 120_000);
afterAll(() => {
  service.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

async function post(path: string, body: object, headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return response.text();
}

const isOpen = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

it('answers from all subgraphs, keeps one record of what they do, and stops whole', async () => {
  const token = await post('/demo/personas/hotline-agent/token', {});
  const headers = { authorization: `Bearer ${token}` };
  // A process that has answered nothing yet may be too slow on a busy machine.
  let pop: { errors?: object[]; data?: unknown };
  do pop = JSON.parse(await post('/operations/screen-pop', { number: VIP }, headers));
  while (pop.errors);
  expect(pop.data).toMatchObject({ customerLookup: { matches: [{ customer: { name: '黄晨宇' } }] } });

  const passwordBlock = await post('/demo/collector/blocks', { password: '135790' });
  const input = { method: 'SERVICE_PASSWORD', by: 'SERVICE_NUMBER', value: VIP, passwordBlock };
  const { data } = JSON.parse(await post('/operations/authenticate', { input }, headers));
  expect(data.authenticate).toMatchObject({ outcome: 'PASSED' });
  expect(output).toMatch(/^identity {2}\| identity is serving http/m);

  service.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
  const open = await Promise.all([origin, ...addresses.values()].map(isOpen));
  expect(open).toEqual(open.map(() => false));
  const stateDir = join(folder, 'state');
  const { auditKey } = loadKeys(join(stateDir, 'keys.json'));
  const { faults, records } = verifyAudit(join(stateDir, 'audit.sqlite'), join(stateDir, 'anchor'), auditKey);
  expect(faults).toEqual([]);
  // The look, and the try with what it was recorded as.
  expect(records).toBeGreaterThanOrEqual(2);
}, 60_000);
