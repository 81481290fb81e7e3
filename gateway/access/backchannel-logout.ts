/**
 * OpenID Connect Back-Channel Logout 1.0: the identity provider says that
 * somebody's sessions are over, and from then on tokens issued before are
 * refused, on every node. The way to demote somebody within a second.
 */
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { GraphQLError } from 'graphql';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { describeBug } from '#kit/describe-error';
import type { Epochs } from './epochs.ts';
import type { KeySet } from './jwks.ts';
import { type Algorithm, CLOCK_TOLERANCE_SECONDS, reasonOf } from './tokens.ts';

interface LogoutOptions {
  readonly issuer: string;
  /** What the provider calls us: the id of the client, which may differ from the audience of access tokens. */
  readonly clientId: string;
  readonly algorithms?: readonly Algorithm[];
  readonly refusesDemo?: boolean;
  readonly keys: KeySet;
  readonly epochs: Pick<Epochs, 'revoke'>;
}

/** A message that took longer was held back by somebody. */
const MAX_AGE_SECONDS = 120;
const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const BODY_BYTES = 16_384;

interface Logout {
  readonly subject: string;
  readonly issuedAt: number;
  readonly messageId: string;
}

export const backchannelLogout: FastifyPluginAsync<LogoutOptions> = async (app, options) => {
  const { keys, epochs } = options;
  const verifyOptions = {
    issuer: options.issuer,
    audience: options.clientId,
    algorithms: [...(options.algorithms ?? ['ES256', 'RS256'])],
    typ: 'logout+jwt',
    requiredClaims: ['iat', 'jti', 'events'],
    maxTokenAge: MAX_AGE_SECONDS,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
  };

  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: BODY_BYTES },
    (_, body, done) => done(null, new URLSearchParams(body as string)),
  );

  app.setErrorHandler((error, request, reply) => {
    if (error instanceof errors.JOSEError)
      return refuse(reply, `The logout token is not valid: ${reasonOf(error)}.`);
    const { statusCode } = error as { statusCode?: number };
    if (statusCode !== undefined && statusCode < 500)
      return refuse(reply, 'Send logout_token in a form body.');
    // No keys yet, or the record can't be written: the provider should send it again.
    if (!(error instanceof GraphQLError)) request.log.error(describeBug(error), 'logout not recorded');
    return reply.code(503).header('retry-after', '5').send({ error: 'temporarily_unavailable' });
  });

  app.post('/backchannel-logout', async (request, reply) => {
    const token = request.body instanceof URLSearchParams ? request.body.get('logout_token') : null;
    if (token === null) return refuse(reply, 'Send logout_token in a form body.');
    const { payload } = await jwtVerify(token, keys.find, verifyOptions);
    if (options.refusesDemo && payload['demo'] !== undefined)
      return refuse(reply, 'It is of a demonstration.');
    const logout = toLogout(payload);
    if (typeof logout === 'string') return refuse(reply, logout);
    // On record before it is acknowledged.
    if (!epochs.revoke(logout.subject, logout.issuedAt, logout.messageId)) {
      return refuse(reply, 'This logout token was used before.');
    }
    request.log.info('sessions of a subject ended');
    return reply.code(200).send();
  });
};

/** @returns A text where it is no logout token that we can act on. */
function toLogout({ sub, iat, jti, nonce, events }: JWTPayload): Logout | string {
  if (nonce !== undefined) return 'A logout token has no nonce.';
  const event = isObject(events) ? events[EVENT] : undefined;
  if (!isObject(event)) return 'It is not about a logout.';
  // Sessions are not told apart here: somebody's are over, or none.
  if (typeof sub !== 'string' || sub.length === 0) return 'It must name the subject (sub).';
  if (typeof jti !== 'string' || jti.length === 0 || jti.length > 256 || iat === undefined)
    return 'It has no usable jti.';
  // Providers may count in fractions; no token from before may slip between.
  return { subject: sub, issuedAt: Math.ceil(iat), messageId: jti };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** In the form that the standard asks for. */
function refuse(reply: FastifyReply, description: string): FastifyReply {
  return reply.code(400).send({ error: 'invalid_request', error_description: description });
}
