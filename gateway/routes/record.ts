/**
 * `POST /internal/record`: where subgraphs of other processes have their entries
 * put on record, and read it. For whoever has the service's keys and is near;
 * everybody else gets 401 and nothing more.
 */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { RECORD_PATH, RECORD_TAG, type RecordReply } from '#kit/audit/remote-trail';
import type { AuditEntry, AuditTrail } from '#kit/audit/trail';
import { ERROR_CODES, type ErrorCode } from '#kit/errors';
import { isPrivateAddress } from '#kit/private-address';
import { type ContextKey, createVerifier } from '#kit/signed-context';
import { PURPOSES, ROLES } from '#kit/viewer';

interface RecordOptions {
  readonly trail: AuditTrail;
  readonly contextKeys: readonly ContextKey[];
}

/** An entry names a customer or a few. */
const BODY_BYTES = 64 * 1_024;

/** What a subgraph records. Refusals, alerts and changes of rights are the gateway's own. */
const ACTS = [
  'VIEW',
  'LOOKUP',
  'REVEAL',
  'AUTHENTICATION',
  'PASSWORD_CHANGE',
  'EXPORT_REQUEST',
  'EXPORT_APPROVAL',
  'EXPORT',
] as const satisfies readonly AuditEntry['kind'][];

const entry = z.strictObject({
  kind: z.enum(ACTS),
  subject: z.string(),
  role: z.enum(ROLES),
  channel: z.string(),
  customers: z.array(z.string()),
  operation: z.string(),
  fields: z.array(z.string()),
  purpose: z.enum(PURPOSES).nullable(),
  reason: z.string().exactOptional(),
  outcome: z.string(),
});

const order = z.union([
  z.strictObject({ append: z.strictObject({ entry, perHour: z.int().positive().nullable() }) }),
  z.strictObject({
    about: z.strictObject({
      customerId: z.string(),
      first: z.int().min(1).max(1_000),
      beforeSeq: z.int().nullable(),
      of: z.strictObject({ kind: z.enum(ACTS), subject: z.string() }).nullable(),
    }),
  }),
]);

const STATUS: Partial<Record<ErrorCode, number>> = { LIMIT_REACHED: 429, AUDIT_UNAVAILABLE: 503 };

export const recordRoute: FastifyPluginAsync<RecordOptions> = async (app, { trail, contextKeys }) => {
  const verify = createVerifier(RECORD_TAG, contextKeys);

  app.removeAllContentTypeParsers();
  // The digest is of the body as it was sent, so it is verified before anything is read from it.
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async ({ headers, ip }: FastifyRequest, body: string): Promise<unknown> =>
      isPrivateAddress(ip) && verify(headers, body) ? JSON.parse(body) : undefined,
  );
  app.setErrorHandler(async (_, __, reply) => refuse(reply));

  app.post(RECORD_PATH, { bodyLimit: BODY_BYTES }, async ({ body }, reply) => {
    const asked = order.safeParse(body);
    if (!asked.success) return refuse(reply);
    try {
      return await obey(trail, asked.data);
    } catch (error) {
      const { code, message } = toFault(error);
      return reply.code(STATUS[code] ?? 503).send({ code, message } satisfies RecordReply);
    }
  });
};

async function obey(trail: AuditTrail, asked: z.infer<typeof order>): Promise<RecordReply> {
  if ('append' in asked) {
    const { entry, perHour } = asked.append;
    await trail.append(entry, perHour === null ? undefined : { perHour });
    return {};
  }
  const { customerId, first, beforeSeq, of } = asked.about;
  return { records: await trail.about(customerId, first, beforeSeq, of ?? undefined) };
}

/** Whatever is wrong with it: the entry is not on record. */
function toFault(error: unknown): { readonly code: ErrorCode; readonly message: string } {
  const code = error instanceof GraphQLError ? error.extensions['code'] : undefined;
  if (typeof code === 'string' && Object.hasOwn(ERROR_CODES, code)) {
    return { code: code as ErrorCode, message: (error as Error).message };
  }
  return { code: 'AUDIT_UNAVAILABLE', message: 'Who looks cannot be recorded at the moment.' };
}

async function refuse(reply: FastifyReply): Promise<FastifyReply> {
  return reply.code(401).send({
    errors: [{ message: 'Only subgraphs may ask.', extensions: { code: 'UNAUTHENTICATED' } }],
  });
}
