/**
 * The identity provider of the embedded default: gives anybody the token of any
 * persona, so it is for trying things out and nothing else. Its keys are made
 * at each start, their ids begin with `demo-` and its tokens say `demo`, all of
 * which production refuses.
 */
import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWTPayload, SignJWT } from 'jose';
import { PERSONAS, type Persona } from './personas.ts';

interface ProviderOptions {
  /** Address of the routes, without a slash at the end. */
  readonly issuer: string;
  /** For whom tokens are. */
  readonly audience: string;
  /** Where the gateway on the same server takes logout tokens. */
  readonly logoutPath?: string;
}

export interface DemoIdentityProvider {
  readonly issuer: string;
  readonly jwks: JSONWebKeySet;
  /** To be registered with the prefix of the issuer's path. */
  readonly routes: FastifyPluginAsync;
}

const TOKEN_SECONDS = 900;
const LOGOUT_SECONDS = 60;
const ALGORITHM = 'ES256';

export async function createDemoIdentityProvider(options: ProviderOptions): Promise<DemoIdentityProvider> {
  const { issuer, audience, logoutPath = '/backchannel-logout' } = options;
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM);
  const kid = `demo-${randomUUID()}`;
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid, alg: ALGORITHM, use: 'sig' }] };
  const byId = new Map(PERSONAS.map((persona) => [persona.id, persona]));
  /** Of each subject, when the rights were last taken back; epoch seconds. */
  const demotedAt = new Map<string, number>();

  const sign = (claims: JWTPayload, typ: string, issuedAt: number, seconds: number): Promise<string> =>
    new SignJWT({ ...claims, demo: true })
      .setProtectedHeader({ alg: ALGORITHM, kid, typ })
      .setIssuer(issuer)
      .setAudience(audience)
      .setJti(randomUUID())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + seconds)
      .sign(privateKey);

  function tokenOf({ subject, role, claims }: Persona): Promise<string> {
    // A token of the second of the demotion would be refused with those before it.
    const issuedAt = Math.max(nowSeconds(), (demotedAt.get(subject) ?? 0) + 1);
    return sign({ ...claims, sub: subject, role, scope: 'explore' }, 'at+jwt', issuedAt, TOKEN_SECONDS);
  }

  function logoutTokenOf({ subject }: Persona): Promise<string> {
    const issuedAt = Math.max(nowSeconds(), demotedAt.get(subject) ?? 0);
    demotedAt.set(subject, issuedAt);
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    return sign({ sub: subject, events }, 'logout+jwt', issuedAt, LOGOUT_SECONDS);
  }

  const routes: FastifyPluginAsync = async (app) => {
    app.get('/.well-known/openid-configuration', async () => ({
      issuer,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: [ALGORITHM],
      backchannel_logout_supported: true,
    }));
    app.get('/jwks', async () => jwks);
    app.get('/personas', async () =>
      PERSONAS.map(({ id, role, subject, zh, en, sees }) => ({ id, role, subject, zh, en, sees })),
    );
    app.post<{ Params: { id: string } }>('/personas/:id/token', async ({ params }, reply) => {
      const persona = byId.get(params.id);
      if (!persona) return reply.callNotFound();
      return reply.type('text/plain; charset=utf-8').send(await tokenOf(persona));
    });
    app.post<{ Params: { id: string } }>('/personas/:id/demote', async ({ params }, reply) => {
      const persona = byId.get(params.id);
      if (!persona) return reply.callNotFound();
      const payload = new URLSearchParams({ logout_token: await logoutTokenOf(persona) }).toString();
      const { statusCode } = await app.inject({
        method: 'POST',
        url: logoutPath,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload,
      });
      return reply.code(statusCode === 200 ? 204 : 502).send();
    });
  };

  return { issuer, jwks, routes };
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1_000);
}
