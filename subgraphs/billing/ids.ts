/**
 * Ids are opaque decimal strings at the edge and integers in SQL. Bills and
 * payments are known by their account first, so that both are found by the key
 * by which they are stored. What has another form belongs to nobody.
 */
const DECIMAL = /^[1-9]\d{0,14}$/;

/** The ids among these keys, as SQL knows them. */
export function toSqlIds(keys: readonly string[]): number[] {
  return keys.filter((key) => DECIMAL.test(key)).map(Number);
}

export function toBillId(accountId: number | string, month: string): string {
  return `${accountId}-${month.replace('-', '')}`;
}

export function parseBillId(billId: string): { accountId: number; month: string } | undefined {
  const [, account, year, month] = /^([1-9]\d{0,14})-(\d{4})(\d\d)$/.exec(billId) ?? [];
  return account === undefined ? undefined : { accountId: Number(account), month: `${year}-${month}` };
}

export function toPaymentId(accountId: number, paymentId: number): string {
  return `${accountId}-${paymentId}`;
}

export function parsePaymentId(id: string): { accountId: number; paymentId: number } | undefined {
  const [, account, payment] = /^([1-9]\d{0,14})-([1-9]\d{0,14})$/.exec(id) ?? [];
  return account === undefined ? undefined : { accountId: Number(account), paymentId: Number(payment) };
}
