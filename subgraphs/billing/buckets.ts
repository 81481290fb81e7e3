import { addDays, addMonths } from '#kit/clock';
import type { Account, Bucket, UsageMonth } from './model.ts';

/** Money of an account by kind 余额明细. It has no total and does not lapse. */
export function moneyOf({ accountId, cashFen, giftFen }: Account): Bucket[] {
  const bucket = (kind: 'CASH' | 'GIFT', leftAmount: number): Bucket => ({
    bucketId: `${accountId}-${kind}`,
    kind,
    unit: 'FEN',
    totalAmount: null,
    usedAmount: null,
    leftAmount,
    validUntil: null,
  });
  return [bucket('CASH', cashFen), bucket('GIFT', giftFen)];
}

/** Allowances of one month 套餐余量: use beyond an allowance is charged, so no more than all of it is used. */
export function allowancesOf(usage: UsageMonth): Bucket[] {
  const { subscriberId, month, voiceAllowance, smsAllowance, dataAllowanceKilobytes } = usage;
  const bucket = (
    kind: 'VOICE' | 'SMS' | 'DATA',
    unit: Bucket['unit'],
    totalAmount: number,
    used: number,
  ): Bucket => {
    const usedAmount = Math.min(used, totalAmount);
    return {
      bucketId: `${subscriberId}-${kind}-${month.replace('-', '')}`,
      kind,
      unit,
      totalAmount,
      usedAmount,
      leftAmount: totalAmount - usedAmount,
      validUntil: addDays(`${addMonths(month, 1)}-01`, -1),
    };
  };
  return [
    bucket('VOICE', 'MINUTE', voiceAllowance, usage.voiceMinutes),
    bucket('SMS', 'MESSAGE', smsAllowance, usage.smsCount),
    bucket('DATA', 'KILOBYTE', dataAllowanceKilobytes, usage.cmwapKilobytes + usage.cmnetKilobytes),
  ].filter(({ totalAmount }) => totalAmount !== 0);
}

/** Whose bucket an id names; undefined when it names none. */
export function parseBucketId(
  bucketId: string,
): { readonly accountId: string } | { readonly subscriberId: string } | undefined {
  const [, owner, kind] = /^(\d+)-(CASH|GIFT|VOICE|SMS|DATA)(?:-\d{6})?$/.exec(bucketId) ?? [];
  if (owner === undefined) return undefined;
  return kind === 'CASH' || kind === 'GIFT' ? { accountId: owner } : { subscriberId: owner };
}
