/** What a subgraph does where the gateway is not there, or is not itself. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createRemoteTrail } from './remote-trail.ts';
import { testEntry } from './testing/record.ts';
import type { AuditTrail } from './trail.ts';

const run = promisify(execFile);
const KEYS = [{ id: 'k1', secret: randomBytes(32) }];
const UNAVAILABLE = {
  message: 'Who looks cannot be recorded at the moment, so this is not done. Try again soon.',
  extensions: { code: 'AUDIT_UNAVAILABLE', retryable: true },
};

let server: Server;
let trail: AuditTrail;
afterEach(async () => {
  await trail.close();
  server.closeAllConnections();
  server.close();
});

async function trailTo(answer: RequestListener): Promise<AuditTrail> {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  trail = createRemoteTrail({
    url: `http://127.0.0.1:${port}`,
    from: 'crm',
    contextKeys: KEYS,
    deadlineMs: 500,
  });
  return trail;
}

const say =
  (status: number, body: string): RequestListener =>
  (_, response) => {
    response.writeHead(status).end(body);
  };

describe('an entry is not taken for kept', () => {
  it.each<[string, RequestListener]>([
    ['when nothing is answered', () => {}],
    ['when the connection is cut', ({ socket }) => socket.destroy()],
    ['when the answer drips', (_, response) => response.writeHead(200).write('{')],
    ['when the answer is no JSON', say(200, 'ok')],
    ['when something else answers', say(404, '{}')],
    ['when the gateway refuses it', say(401, '{"errors":[]}')],
    ['when the gateway is stopping', say(503, '{"errors":[]}')],
    ['when a success has an error', say(200, '{"code":"LIMIT_REACHED"}')],
    ['when the error is none of the record’s', say(500, '{"code":"FORBIDDEN","message":"x"}')],
  ])('%s', async (_, answer) => {
    const remote = await trailTo(answer);

    await expect(remote.append(testEntry())).rejects.toMatchObject(UNAVAILABLE);
    expect(remote.isHealthy).toBe(false);
  });

  it('when nobody listens', async () => {
    const remote = await trailTo(say(200, '{}'));
    server.close();
    await once(server, 'close');

    await expect(remote.append(testEntry())).rejects.toMatchObject(UNAVAILABLE);
    await expect(remote.about('1', 1, null)).rejects.toMatchObject(UNAVAILABLE);
  });
});

describe('a gateway that has a certificate for another name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  const made = async (name: string) => {
    const [cert, key] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)];
    const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    const files = ['-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=panorama.example'];
    await run('openssl', ['req', ...kind, ...files]);
    return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
  };
  let ours: Awaited<ReturnType<typeof made>>;
  beforeAll(async () => {
    ours = await made('ours');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['is believed by whoever was given it', async () => ours.cert, true],
    [
      'is not believed by whoever was given another of that name',
      async () => (await made('another')).cert,
      false,
    ],
    ['is not believed by whoever was given none', async () => undefined, false],
  ])('%s', async (_, given, isBelieved) => {
    const certificate = await given();
    server = createTlsServer(ours, say(200, '{}')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    trail = createRemoteTrail({
      url: `https://127.0.0.1:${port}`,
      from: 'crm',
      contextKeys: KEYS,
      certificate,
    });
    await trail.append(testEntry()).catch(() => {});
    expect(trail.isHealthy).toBe(isBelieved);
  });
});
