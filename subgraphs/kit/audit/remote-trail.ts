/**
 * The record, written by another process: the gateway alone chains entries, and
 * subgraphs in processes of their own send theirs to it, signed.
 */
import { X509Certificate } from 'node:crypto';
import type { PeerCertificate } from 'node:tls';
import { Pool } from 'undici';
import { appError, type ErrorCode } from '../errors.ts';
import { type ContextKey, createSigner } from '../signed-context.ts';
import type { AuditEntry, AuditRecord, AuditTrail } from './trail.ts';

/** Where the gateway takes entries, and what they are signed for. */
export const RECORD_PATH = '/internal/record';
export const RECORD_TAG = 'record';

/** What is sent: one of the two. */
export interface RecordOrder {
  readonly append?: { readonly entry: AuditEntry; readonly perHour: number | null };
  readonly about?: {
    readonly customerId: string;
    readonly first: number;
    readonly beforeSeq: number | null;
    readonly of: Pick<AuditEntry, 'kind' | 'subject'> | null;
  };
}

/** What comes back: nothing for an entry that was kept, records, or why not. */
export interface RecordReply {
  readonly records?: readonly AuditRecord[];
  readonly code?: ErrorCode;
  readonly message?: string;
}

interface RemoteTrailOptions {
  /** Origin of the gateway, for example `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Name of the subgraph whose entries these are. */
  readonly from: string;
  readonly contextKeys: readonly ContextKey[];
  /** The gateway's own, in PEM; without, it must be one for this address of an authority that node knows. */
  readonly certificate?: string | undefined;
  readonly deadlineMs?: number;
}

/** Less than the gateway waits for a mutation: a fault of the record must not pass for one of the system. */
const DEADLINE_MS = 3_000;
const MAX_BYTES = 1_024 * 1_024;

/** Errors that the gateway has words for; whatever else happens, the entry was not kept for certain. */
const PASSED_THROUGH: ReadonlySet<unknown> = new Set<ErrorCode>(['LIMIT_REACHED', 'AUDIT_UNAVAILABLE']);

export function createRemoteTrail(options: RemoteTrailOptions): AuditTrail {
  const { url, from, contextKeys, certificate, deadlineMs = DEADLINE_MS } = options;
  const sign = createSigner(contextKeys);
  const pool = new Pool(url, {
    connect: { timeout: deadlineMs, ...(certificate !== undefined && known(certificate)) },
  });
  let isHealthy = true;

  async function send(order: RecordOrder): Promise<RecordReply> {
    const body = JSON.stringify(order);
    try {
      const reply = await exchange(pool, body, sign(RECORD_TAG, body, { from }), deadlineMs);
      isHealthy = reply.code !== 'AUDIT_UNAVAILABLE';
      return reply;
    } catch (cause) {
      isHealthy = false;
      throw appError('AUDIT_UNAVAILABLE', UNAVAILABLE, { cause });
    }
  }

  async function ask(order: RecordOrder): Promise<RecordReply> {
    const reply = await send(order);
    if (reply.code === undefined) return reply;
    throw appError(reply.code, reply.message ?? UNAVAILABLE);
  }

  return {
    // Whether it is shown what must be on record is decided at the gateway, and travels as a policy of the viewer.
    get isHealthy() {
      return isHealthy;
    },
    async append(entry, limit) {
      await ask({ append: { entry, perHour: limit?.perHour ?? null } });
    },
    async about(customerId, first, beforeSeq, of) {
      const { records } = await ask({ about: { customerId, first, beforeSeq, of: of ?? null } });
      return [...(records ?? [])];
    },
    close: () => pool.close(),
  };
}

/** Whoever proves to have that certificate, by whatever address he is reached: it has the name that people use. */
function known(certificate: string) {
  const { raw } = new X509Certificate(certificate);
  return {
    ca: certificate,
    allowPartialTrustChain: true,
    checkServerIdentity: (_: string, peer: PeerCertificate) =>
      peer.raw.equals(raw) ? undefined : new Error('It is another certificate.'),
  };
}

/** @throws Error where there is no answer in time, or it is not of the record's. */
async function exchange(pool: Pool, body: string, signed: object, deadlineMs: number): Promise<RecordReply> {
  const { statusCode, body: answer } = await pool.request({
    method: 'POST',
    path: RECORD_PATH,
    headers: { 'content-type': 'application/json', ...signed },
    body,
    // For all of it, however the bytes drip.
    signal: AbortSignal.timeout(deadlineMs),
  });
  const text = await answer.text();
  if (text.length > MAX_BYTES) throw new Error('The answer is too large.');
  const reply = JSON.parse(text) as RecordReply;
  if (statusCode === 200 ? reply.code === undefined : PASSED_THROUGH.has(reply.code)) return reply;
  throw new Error(`Status ${statusCode}`);
}

const UNAVAILABLE = 'Who looks cannot be recorded at the moment, so this is not done. Try again soon.';
