/** Bills and payments are known by their account first: both are found by the key by which they are stored. */

export function toBillId(accountId: number | string, month: string): string {
  return `${accountId}-${month.replace('-', '')}`;
}

export function parseBillId(billId: string): { accountId: number; month: string } | undefined {
  const [, account, year, month] = /^([1-9]\d{0,14})-(\d{4})(\d\d)$/.exec(billId) ?? [];
  return account === undefined ? undefined : { accountId: Number(account), month: `${year}-${month}` };
}

export function toPaymentId(accountId: number | string, paymentId: number | string): string {
  return `${accountId}-${paymentId}`;
}

export function parsePaymentId(id: string): { accountId: number; paymentId: number } | undefined {
  const [, account, payment] = /^([1-9]\d{0,14})-([1-9]\d{0,14})$/.exec(id) ?? [];
  return account === undefined ? undefined : { accountId: Number(account), paymentId: Number(payment) };
}
