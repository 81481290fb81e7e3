/** An identity provider on a real socket, which a test switches off, slows down and rotates. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

type Answer = (reply: ServerResponse) => void;

export interface IdentityServer {
  readonly issuer: string;
  /** The key that signs at the moment. */
  key(): SigningKey;
  /** How often its keys were asked for. */
  asked(): number;
  /** Signs with a new key from now on, and shows only that one. */
  rotate(): Promise<void>;
  /** Answers like this to whoever asks for keys; null: as it should. */
  answerKeysWith(answer: Answer | null): void;
  stop(): Promise<void>;
  /** At the same address. */
  restart(): Promise<void>;
  /** A token that is right but for what is given. */
  token(claims?: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
  logoutToken(claims?: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
}

export const TEST_AUDIENCE = 'panorama';

export const seconds = (): number => Math.floor(Date.now() / 1_000);

export async function startIdentityServer(): Promise<IdentityServer> {
  let key = await createKey();
  let asked = 0;
  let answer: Answer | null = null;
  const server = createServer((request, reply) => {
    if (request.url === '/.well-known/openid-configuration') {
      return reply.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }));
    }
    asked += 1;
    if (answer) return answer(reply);
    return reply.end(JSON.stringify({ keys: [key.publicJwk] }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;

  const sign = (claims: Record<string, unknown>, header: Record<string, unknown>): Promise<string> =>
    new SignJWT({ iss: issuer, aud: TEST_AUDIENCE, iat: seconds(), exp: seconds() + 300, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: key.kid, ...header })
      .sign(key.privateKey);

  return {
    issuer,
    key: () => key,
    asked: () => asked,
    async rotate() {
      key = await createKey();
    },
    answerKeysWith(next) {
      answer = next;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
    async restart() {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    token: (claims, header) =>
      sign(
        { sub: 'A000001', role: 'HOTLINE_AGENT', regions: ['51'], ...claims },
        { typ: 'at+jwt', ...header },
      ),
    logoutToken: (claims, header) =>
      sign(
        {
          sub: 'A000001',
          jti: randomUUID(),
          events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
          ...claims,
        },
        { typ: 'logout+jwt', ...header },
      ),
  };
}

async function createKey(): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const kid = randomUUID();
  return { kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' } };
}
