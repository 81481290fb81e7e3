/**
 * What identity signs and others believe: that a customer proved to be one, and
 * that a second person approved an export. A receipt is for who asked for it, and
 * runs out by the real clock. One kind never passes for the other.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { CustomerAuthentication } from './viewer.ts';

/** That itemised records of a line and month may leave in bulk. */
export interface ExportApproval {
  readonly subscriberId: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly requestedBy: string;
  readonly approvedBy: string;
  /** Epoch milliseconds, of the real clock. */
  readonly until: number;
}

const AUTHENTICATION = z.strictObject({
  authenticationId: z.string(),
  customerId: z.string(),
  subject: z.string(),
  until: z.int(),
});

const APPROVAL = z.strictObject({
  subscriberId: z.string(),
  month: z.string(),
  requestedBy: z.string(),
  approvedBy: z.string(),
  until: z.int(),
});

export function signReceipt(key: Uint8Array, authentication: CustomerAuthentication): string {
  return sign(key, 'authentication', authentication);
}

/** Null where it is forged, malformed or has run out. */
export function readReceipt(key: Uint8Array, text: string): CustomerAuthentication | null {
  return read(key, 'authentication', text, AUTHENTICATION);
}

export function signApproval(key: Uint8Array, approval: ExportApproval): string {
  return sign(key, 'approval', approval);
}

/** Null where it is forged, malformed or has run out. */
export function readApproval(key: Uint8Array, text: string): ExportApproval | null {
  return read(key, 'approval', text, APPROVAL);
}

type Kind = 'authentication' | 'approval';

function sign(key: Uint8Array, kind: Kind, content: object): string {
  const body = Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${body}.${macOf(key, kind, body).toString('base64url')}`;
}

function read<T extends { readonly until: number }>(
  key: Uint8Array,
  kind: Kind,
  text: string,
  schema: z.ZodType<T>,
): T | null {
  const [body = '', mac = '', ...more] = text.split('.');
  const expected = macOf(key, kind, body);
  const given = Buffer.from(mac, 'base64url');
  if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const content = schema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  return content.success && content.data.until > Date.now() ? content.data : null;
}

function macOf(key: Uint8Array, kind: Kind, body: string): Buffer {
  return createHmac('sha256', key).update(`${kind}.${body}`).digest();
}
