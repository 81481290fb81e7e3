/**
 * Bills that were paid late, from the billing system, for each line that their account pays for. Whether a bill is
 * covered hangs on all that was ever billed and paid, so all of it is read each time.
 */
import type { Block, Copy, CopyOptions } from './copy.ts';
import { type LateBill, type Ledger, type LedgerBill, lateBillsOf } from './late-bills.ts';

/** As the copy of the customer system left it. */
interface LineRow {
  customer_id: number;
  subscriber_id: number;
  account_id: number;
  opened_on: string;
  closed_on: string | null;
}

type Accounts = Readonly<{ accounts: readonly number[] }>;
type OfAccount<T> = T & { readonly accountId: number };

export function createBillingCopy({ source, store, write, asOf }: CopyOptions): Copy {
  const lines = store.prepare<Block, LineRow>((sql, { after, upTo }) =>
    sql('fact_line')
      .select(['customer_id', 'subscriber_id', 'account_id', 'opened_on', 'closed_on'])
      .where('customer_id', '>', after)
      .where('customer_id', '<=', upTo)
      .orderBy(['customer_id', 'subscriber_id']),
  );
  const bills = source.prepare<Accounts, OfAccount<LedgerBill>>((sql, { accounts }) =>
    sql('bill')
      .select({
        accountId: 'account_id',
        month: 'month',
        dueOn: 'due_on',
        totalFen: 'total_fen',
        paidFen: 'paid_fen',
      })
      .where(source.oneOf('account_id', accounts))
      .orderBy(['account_id', 'month']),
  );
  const payments = source.prepare<Accounts, OfAccount<Ledger['payments'][number]>>((sql, { accounts }) =>
    sql('payment')
      .select({ accountId: 'account_id', paidAt: 'paid_at', amountFen: 'amount_fen' })
      .where(source.oneOf('account_id', accounts))
      .orderBy(['account_id', 'paid_at', 'payment_id']),
  );
  const money = source.prepare<Accounts, OfAccount<Pick<Ledger, 'cashFen'>>>((sql, { accounts }) =>
    sql('account')
      .select({ accountId: 'account_id', cashFen: 'cash_fen' })
      .where(source.oneOf('account_id', accounts)),
  );

  async function lateByAccount(accounts: readonly number[]): Promise<Map<number, readonly LateBill[]>> {
    // Together: of a file, what is asked for in one turn is of one moment.
    const [billed, paid, left] = await Promise.all([
      bills({ accounts }),
      payments({ accounts }),
      money({ accounts }),
    ]);
    const paidBy = Map.groupBy(paid, byAccount);
    const leftBy = new Map(left.map(({ accountId, cashFen }) => [accountId, cashFen]));
    return new Map(
      [...Map.groupBy(billed, byAccount)].map(([accountId, own]) => {
        const ledger = {
          bills: own,
          payments: paidBy.get(accountId) ?? [],
          cashFen: leftBy.get(accountId) ?? 0,
        };
        return [accountId, lateBillsOf(ledger, asOf)];
      }),
    );
  }

  return {
    anew: ['fact_late_bill'],
    async copyBlock(block) {
      const held = await lines(block);
      if (held.length === 0) return;
      const late = await lateByAccount([...new Set(held.map(({ account_id }) => account_id))]);
      await write(
        'fact_late_bill',
        held.flatMap((line) =>
          (late.get(line.account_id) ?? [])
            .filter(({ month }) => isHeldIn(line, month))
            .map(({ month, dueOn, paidOn }) => [line.customer_id, line.subscriber_id, month, dueOn, paidOn]),
        ),
      );
    },
  };
}

function byAccount({ accountId }: OfAccount<object>): number {
  return accountId;
}

/** The account may have paid for other lines before it, and after. */
function isHeldIn({ opened_on, closed_on }: LineRow, month: string): boolean {
  return opened_on.slice(0, 7) <= month && (closed_on === null || month <= closed_on.slice(0, 7));
}
