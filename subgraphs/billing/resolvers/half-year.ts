import { type GraphQLResolveInfo, Kind } from 'graphql';
import { type Consumption, HALF_YEAR_MONTHS, halfYearOf } from '../consumption.ts';
import { toBillId } from '../ids.ts';
import type { Context } from '../loaders.ts';
import type { Account, Bill, BillItem } from '../model.ts';

/** Half-year consumption of some accounts. Items are read, and checked, only where categories are asked for. */
export async function halfYearOfAccounts(
  accounts: readonly Account[],
  { loaders, runningMonth }: Context,
  info: GraphQLResolveInfo,
): Promise<Consumption> {
  const bills = await billsOfAccounts(accounts, HALF_YEAR_MONTHS, loaders);
  const items = asksFor('byCategory', info) ? await itemsOf(bills, loaders) : [];
  return halfYearOf(bills, items, runningMonth);
}

/** The last bills of some accounts. */
export async function billsOfAccounts(
  accounts: readonly Account[],
  months: number,
  loaders: Context['loaders'],
): Promise<Bill[]> {
  const ofMonths = loaders.bills(months);
  return (await Promise.all(accounts.map(({ accountId }) => ofMonths.load(accountId)))).flat();
}

async function itemsOf(bills: readonly Bill[], loaders: Context['loaders']): Promise<BillItem[]> {
  const items = bills.map(({ accountId, month }) => loaders.billItems.load(toBillId(accountId, month)));
  return (await Promise.all(items)).flat();
}

/** Whether a field of the object being resolved is asked for. What a fragment may hide counts as asked for. */
function asksFor(field: string, { fieldNodes }: GraphQLResolveInfo): boolean {
  return fieldNodes.some(({ selectionSet }) =>
    selectionSet?.selections.some(
      (selection) => selection.kind !== Kind.FIELD || selection.name.value === field,
    ),
  );
}
