import type { BillItem, ChargeCategory } from './model.ts';

/**
 * The items 帐目 a bill may hold, and where each counts in the consumption
 * value. The second is our definition, not the biller's, so the table is code:
 * an item that is not here fails its bill instead of counting somewhere.
 */
export const CHARGE_ITEMS: ReadonlyMap<string, { readonly name: string; readonly category: ChargeCategory }> =
  new Map([
    ['PLAN_FEE', { name: '套餐月费', category: 'PLAN' }],
    ['DATA_PLAN_FEE', { name: '流量包月费', category: 'DATA' }],
    ['VOICE', { name: '套餐外通话费', category: 'VOICE' }],
    ['SMS', { name: '套餐外短信费', category: 'MESSAGE' }],
    ['MMS', { name: '彩信费', category: 'MESSAGE' }],
    ['DATA', { name: '套餐外流量费', category: 'DATA' }],
    ['RINGBACK', { name: '彩铃费', category: 'VALUE_ADDED' }],
    ['SP', { name: 'SP代收费', category: 'VALUE_ADDED' }],
    ['FUNCTION', { name: '功能费', category: 'VALUE_ADDED' }],
    ['BROADBAND', { name: '宽带费', category: 'DATA' }],
    ['FIXED_LINE', { name: '固定电话月租', category: 'PLAN' }],
    ['ROAMING', { name: '漫游费', category: 'ROAMING' }],
    ['DISCOUNT', { name: '优惠减免', category: 'ADJUSTMENT' }],
  ]);

/** Items of a bill, largest first; null where one is unknown, or they do not add up to it. */
export function toBillItems(
  amounts: readonly (readonly [code: string, amountFen: number])[],
  totalFen: number,
): BillItem[] | null {
  const items = amounts.flatMap(([code, amountFen]) => {
    const item = CHARGE_ITEMS.get(code);
    return item === undefined ? [] : [{ code, ...item, amountFen }];
  });
  const sum = items.reduce((total, { amountFen }) => total + amountFen, 0);
  if (items.length !== amounts.length || sum !== totalFen) return null;
  return items.toSorted((a, b) => b.amountFen - a.amountFen);
}
