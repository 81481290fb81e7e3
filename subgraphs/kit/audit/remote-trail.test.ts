/** What a subgraph does where the gateway is not there, or is not itself. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createRemoteTrail } from './remote-trail.ts';
import { testEntry } from './testing/record.ts';
import type { AuditTrail } from './trail.ts';

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
