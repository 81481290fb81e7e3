/** Itemised records in bulk: one person asks, another approves, and the first one may export for an hour. */

import { randomUUID } from 'node:crypto';
import { entryOf } from '#kit/audit/entry';
import { toDateTime } from '#kit/clock';
import { appError } from '#kit/errors';
import { requireReason } from '#kit/reason';
import { signApproval } from '#kit/receipt';
import type { Context } from './loaders.ts';
import type { ExportRequest } from './model.ts';

/** How long a request waits for its approval. */
const WAITING_MS = 24 * 3_600_000;
const APPROVED_MS = 3_600_000;
const EXPORTS_AN_HOUR = 5;
/** Shown to an approver. */
const LISTED = 100;

export interface RecordExportInput {
  readonly subscriberId: string;
  readonly month: string;
  readonly reason: string;
}

export async function requestRecordExport(
  { subscriberId, month, reason }: RecordExportInput,
  { viewer, owners, parts }: Context,
): Promise<ExportRequest> {
  const text = requireReason(reason);
  const customerId = await owners.require('subscriber', subscriberId);
  const { purpose, authenticated } = viewer;
  if (purpose === null) throw appError('NEEDS_PURPOSE', 'Say what the export is for.');
  if (authenticated?.customerId !== customerId || authenticated.until <= parts.now()) {
    throw appError('NEEDS_AUTHENTICATION', 'The customer of this line must be authenticated first.');
  }
  await parts.trail.append(
    entryOf(viewer, {
      kind: 'EXPORT_REQUEST',
      customers: [customerId],
      operation: 'requestRecordExport',
      fields: ['Subscriber.usageRecordExport'],
      reason: text,
      outcome: 'OK',
    }),
    { perHour: EXPORTS_AN_HOUR },
  );
  const request: ExportRequest = {
    requestId: randomUUID(),
    requestedAt: parts.now(),
    requestedBy: viewer.subject,
    customerId,
    subscriberId,
    month,
    purpose,
    reason: text,
    approvedBy: null,
  };
  await parts.exports.add(request);
  return request;
}

/** Those whose customer the approver may see. */
export async function waitingRequests({ viewer, accesses, parts }: Context): Promise<ExportRequest[]> {
  const waiting = await parts.exports.waiting(parts.now() - WAITING_MS);
  const customers = waiting.map(({ customerId }) => ({ kind: 'customer', id: customerId }) as const);
  const within = new Set((await parts.ownersWithin(customers, viewer.reach)).values());
  const listed = waiting.filter(({ customerId }) => within.has(customerId)).slice(0, LISTED);
  for (const { customerId } of listed) accesses.saw(customerId);
  return listed;
}

/** @throws FORBIDDEN where the approver asked for it, or the customer is not within reach. */
export async function approveRecordExport(
  requestId: string,
  { viewer, owners, parts }: Context,
): Promise<{ readonly approval: string; readonly expiresAt: string }> {
  const request = await parts.exports.byId(requestId);
  if (!request || request.approvedBy !== null || request.requestedAt < parts.now() - WAITING_MS) {
    throw appError('BAD_USER_INPUT', 'No such request waits for approval; recordExportRequests lists them.');
  }
  await owners.require('customer', request.customerId);
  if (request.requestedBy === viewer.subject) {
    throw appError('FORBIDDEN', 'Somebody else than who asked must approve.');
  }
  await parts.trail.append(
    entryOf(viewer, {
      kind: 'EXPORT_APPROVAL',
      customers: [request.customerId],
      operation: 'approveRecordExport',
      fields: ['Subscriber.usageRecordExport'],
      outcome: 'OK',
    }),
  );
  const until = parts.now() + APPROVED_MS;
  if (!(await parts.exports.approve(requestId, viewer.subject, parts.now()))) {
    throw appError('BAD_USER_INPUT', 'Somebody has approved it already.');
  }
  const { subscriberId, month, requestedBy } = request;
  const approval = signApproval(parts.receiptKey, {
    subscriberId,
    month,
    requestedBy,
    approvedBy: viewer.subject,
    until,
  });
  return { approval, expiresAt: toDateTime(Math.floor(until / 1_000)) };
}
