import { entryOf } from '#kit/audit/entry';
import { appError } from '#kit/errors';
import { readReceipt } from '#kit/receipt';
import type { Context } from './loaders.ts';

interface ChangeInput {
  readonly receipt: string;
  readonly subscriberId: string;
  readonly newPasswordBlock: string;
}

interface PasswordChange {
  readonly changed: boolean;
  readonly reason: string | null;
}

const REASONS = {
  OK: null,
  TOO_WEAK: '密码应为六位数字，不能全部相同或连续。',
  UNREADABLE: '未能读取新密码，请重新输入。',
} as const;

/**
 * @throws NEEDS_AUTHENTICATION without a receipt, given to who asks, of this line's password or, for any
 *   line of the customer, of the document shown (I15).
 */
export async function changeServicePassword(
  { receipt, subscriberId, newPasswordBlock }: ChangeInput,
  { viewer, owners, parts }: Context,
): Promise<PasswordChange> {
  const customerId = await owners.require('subscriber', subscriberId);
  const proved = readReceipt(parts.receiptKey, receipt);
  const by = proved && (await parts.log.passed(proved.authenticationId));
  const isOfLine = by?.method === 'ID_DOCUMENT' || by?.subscriberId === subscriberId;
  if (proved?.customerId !== customerId || proved.subject !== viewer.subject || !isOfLine) {
    throw appError(
      'NEEDS_AUTHENTICATION',
      'Authenticate the customer of this line first; the receipt has run out or is of somebody else.',
    );
  }
  const customers = [customerId];
  const act = { kind: 'PASSWORD_CHANGE', customers, operation: 'changeServicePassword' } as const;
  await parts.trail.append(entryOf(viewer, { ...act, outcome: 'TRY' }));
  const outcome = await parts.passwords.change(subscriberId, newPasswordBlock);
  if (outcome === 'OK') await parts.log.settle(proved.authenticationId, 'PASSED', false);
  await parts.trail.append(entryOf(viewer, { ...act, outcome }));
  return { changed: outcome === 'OK', reason: REASONS[outcome] };
}
