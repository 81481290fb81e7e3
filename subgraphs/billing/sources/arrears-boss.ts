/**
 * What is owed, from BOSS (KF1006, invented). Amounts are 元 here. BOSS says the
 * sum and the bills behind it: what we show is worked out from the bills, as
 * everywhere, and has to be that sum.
 */
import type { Content } from '#kit/boss/content';
import { day, fenOfYuan, month } from '#kit/boss/units';
import { appError } from '#kit/errors';
import { createLoader } from '#kit/loader';
import { type Arrears, arrearsOf } from '../arrears.ts';
import type { ArrearsSource } from './arrears-bills.ts';
import { askEach, type BossOf, requireMonths } from './boss-ask.ts';

export function createArrearsSource(of: BossOf): ArrearsSource {
  return {
    open({ today }) {
      const loader = createLoader<Arrears, null>(
        'arrears',
        (ids) =>
          askEach(of, ids, async (accountId, ask) => {
            const content = await ask('KF1006', { AcctID: accountId });
            return readArrears(content, accountId, today);
          }),
        null,
      );
      return async (accountId) => (await loader.load(accountId)) ?? arrearsOf([], today);
    },
  };
}

function readArrears(content: Content, accountId: string, today: string): Arrears {
  const amountFen = content.known('ArrearageFee', fenOfYuan);
  // Not known is not nothing.
  if (amountFen === null) {
    throw appError('SOURCE_UNAVAILABLE', 'The boss system does not know what is owed.', { source: 'boss' });
  }
  const entries = content.list('ArrearNum', 'Arrear').map((entry) => ({
    accountId,
    month: entry.value('BillMonth', month),
    issuedOn: entry.value('IssueDate', day),
    dueOn: entry.value('DueDate', day),
    totalFen: entry.value('TotalFee', fenOfYuan),
    paidFen: entry.value('PaidFee', fenOfYuan),
  }));
  const arrears = arrearsOf(
    requireMonths(content, entries, () => true),
    today,
  );
  if (arrears.bills.length !== entries.length) throw content.malformed('A bill is not overdue.');
  if (arrears.amountFen !== amountFen) throw content.malformed('The bills are not the sum.');
  return arrears;
}
