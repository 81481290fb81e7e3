import { entryOf } from '#kit/audit/entry';
import type { Context } from './loaders.ts';

/** I15, word for word. */
const NOTICE = '为了您的安全,电话业务办理需要密码。您可凭身份证在营业厅获取密码,或通过人工帮助获取密码';

interface TransactionEntry {
  readonly notice: string | null;
  readonly authenticated: boolean;
  readonly mayTransact: boolean;
}

export async function enterTransactionFlow(
  customerId: string,
  { viewer, owners, parts }: Context,
): Promise<TransactionEntry> {
  await owners.require('customer', customerId);
  const customers = [customerId];
  await parts.trail.append(
    entryOf(viewer, { kind: 'VIEW', customers, operation: 'enterTransactionFlow', outcome: 'OK' }),
  );
  const authenticated =
    viewer.authenticated?.customerId === customerId && viewer.authenticated.until > parts.now();
  const proved = authenticated ? await parts.log.passed(viewer.authenticated.authenticationId) : null;
  return {
    notice: (await parts.notices.isFirst(customerId, parts.now())) ? NOTICE : null,
    authenticated,
    mayTransact: proved !== null && !proved.mustChange,
  };
}
