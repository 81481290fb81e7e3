/** An import that goes on where the last one ended leaves what a full one would. */
import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startOfDay } from '#kit/clock';
import { createOperators, type Operator, type Operators } from '../testing/operator.ts';
import { type ImportOptions, importFacts } from './import-facts.ts';

const FIRST = '2026-11-12';
const SECOND = '2026-11-16';
const NOON = 12 * 3_600;

let operators: Operators;
beforeAll(async () => {
  operators = await createOperators();
}, 120_000);
afterAll(() => operators.remove());

const opened: Operator[] = [];
afterEach(async () => {
  for (const operator of opened.splice(0)) await operator.close();
});

async function open(sameAs?: Operator): Promise<Operator> {
  const operator = await (sameAs ? operators.sameAs(sameAs) : operators.open());
  opened.push(operator);
  return operator;
}

const run = ({ sources, store }: Operator, mode: ImportOptions['mode'], asOf: string) =>
  importFacts({ sources, store, asOf, mode, onProgress() {} });

/** What a full import of the same systems finds. */
async function fullOf(operator: Operator, asOf: string): Promise<ReturnType<Operator['facts']>> {
  const fresh = await open(operator);
  await run(fresh, 'FULL', asOf);
  return fresh.facts();
}

function oneOf(
  operator: Operator,
  system: 'crm' | 'billing' | 'contacts',
  sql: string,
): Record<string, number> {
  const [row] = operator.rowsIn(system, sql);
  if (!row) throw new Error(`There is none: ${sql}`);
  return row as Record<string, number>;
}

/** Two tickets are not settled on the first day: one without an answer, one that is answered and not archived. */
function leaveOpen(operator: Operator): readonly [unanswered: number, answered: number] {
  const [unanswered, answered] = operator
    .rowsIn('contacts', `select ticket_id from ticket where replied_at < ${startOfDay(FIRST)} limit 2`)
    .map(({ ticket_id }) => Number(ticket_id)) as [number, number];
  const update = 'update ticket set status = ?, replied_at = ?, satisfaction = null where ticket_id = ?';
  operator.inSystem('contacts', update, '06', null, unanswered);
  operator.inSystem('contacts', update, '04', startOfDay(FIRST) - NOON, answered);
  return [unanswered, answered];
}

/** What happens between the two days, in every system. */
function liveOn(operator: Operator, [unanswered, answered]: ReturnType<typeof leaveOpen>): void {
  const { inSystem } = operator;
  const at = startOfDay('2026-11-14') + NOON;
  const begun = startOfDay(FIRST);

  inSystem(
    'contacts',
    "update ticket set status = '04', replied_at = ?, satisfaction = '02' where ticket_id = ?",
    at,
    unanswered,
  );
  inSystem('contacts', "update ticket set status = '05', reopened = 1 where ticket_id = ?", answered);
  const { contact_id: last = 0 } = oneOf(
    operator,
    'contacts',
    'select max(contact_id) as contact_id from contact',
  );
  inSystem(
    'contacts',
    `insert into contact (contact_id, started_at, channel, direction, type, topics) values (?, ?, 'HOTLINE', 'INBOUND', 'QUERY', '[]')`,
    last + 1,
    at,
  );
  // Of two answers one is given anew between the days, and one after them.
  const [again, later] = operator.rowsIn(
    'contacts',
    `select treatment_id from response where responded_at < ${begun} limit 2`,
  ) as { treatment_id: number }[];
  for (const [answer, moment] of [
    [again, at],
    [later, startOfDay(SECOND)],
  ] as const) {
    inSystem(
      'contacts',
      "update response set outcome = 'DO_NOT_DISTURB', responded_at = ? where treatment_id = ?",
      moment,
      answer?.treatment_id ?? 0,
    );
  }

  const { subscriber_id: line = 0 } = oneOf(
    operator,
    'crm',
    "select subscriber_id from subscriber where status = 'ACTIVE'",
  );
  inSystem(
    'crm',
    "update subscriber set status = 'CLOSED', status_since_at = ? where subscriber_id = ?",
    at,
    line,
  );
  inSystem('crm', 'delete from group_member where customer_id = (select min(customer_id) from group_member)');
  inSystem(
    'crm',
    "update subscription set ended_on = '2026-11-13' where ended_on is null and subscriber_id = ?",
    line,
  );

  // Who owed pays.
  const { account_id: debtor = 0, unpaid = 0 } = oneOf(
    operator,
    'billing',
    `select account_id, sum(total_fen - paid_fen) as unpaid from bill group by 1
     having max(case when paid_fen < total_fen and due_on < '${FIRST}' then 1 else 0 end) = 1`,
  );
  inSystem(
    'billing',
    "insert into payment (account_id, paid_at, payment_id, amount_fen, method) values (?, ?, 1, ?, 'CASH')",
    debtor,
    at,
    unpaid,
  );
  inSystem('billing', 'update bill set paid_fen = total_fen where account_id = ?', debtor);
}

describe('an import that goes on', () => {
  it('leaves after a second day the same rows as a full one, and has copied few contacts', async () => {
    const operator = await open();
    const unsettled = leaveOpen(operator);
    const first = await run(operator, 'FULL', FIRST);
    const before = operator.facts();
    liveOn(operator, unsettled);
    const second = await run(operator, 'INCREMENTAL', SECOND);
    const after = operator.facts();

    expect(after).toEqual(await fullOf(operator, SECOND));
    for (const [table, rows] of Object.entries(after))
      expect({
        table,
        same: JSON.stringify(rows) === JSON.stringify(before[table as keyof typeof before]),
      }).toEqual({
        table,
        same: false,
      });
    expect(second.fact_contact).toBeGreaterThan(0);
    expect(second.fact_contact).toBeLessThan(first.fact_contact / 20);
    expect(second.fact_ticket).toBeLessThan(first.fact_ticket / 5);
  });

  it('leaves after several days the same rows as a full one', async () => {
    const operator = await open();
    await run(operator, 'FULL', '2026-11-09');
    for (const day of ['2026-11-10', '2026-11-11', FIRST, SECOND, '2026-11-20'])
      await run(operator, 'INCREMENTAL', day);

    expect(operator.facts()).toEqual(await fullOf(operator, '2026-11-20'));
  });
});

describe('an incremental import', () => {
  it('drops bills of a line from after it was given up', async () => {
    const operator = await open();
    await run(operator, 'FULL', FIRST);
    const late = operator.facts().fact_late_bill.find(({ month }) => String(month) > '2026-06');
    const line = Number(late?.['subscriber_id']);
    operator.inSystem(
      'crm',
      "update subscriber set status = 'CLOSED', status_since_at = ? where subscriber_id = ?",
      startOfDay('2026-06-10'),
      line,
    );
    await run(operator, 'INCREMENTAL', SECOND);

    const months = operator
      .facts()
      .fact_late_bill.filter(({ subscriber_id }) => subscriber_id === line)
      .map(({ month }) => String(month));
    expect(months.filter((month) => month > '2026-06')).toEqual([]);
  });

  it('copies everything where nothing is there', async () => {
    const operator = await open();
    await run(operator, 'INCREMENTAL', SECOND);

    expect(operator.facts()).toEqual(await fullOf(operator, SECOND));
  });

  it('of the same day changes nothing', async () => {
    const operator = await open();
    await run(operator, 'FULL', SECOND);
    const before = operator.facts();
    const again = await run(operator, 'INCREMENTAL', SECOND);

    expect(operator.facts()).toEqual(before);
    expect(again.fact_contact).toBe(0);
  });

  it('of an earlier day leaves nothing of a later one', async () => {
    const operator = await open();
    await run(operator, 'FULL', SECOND);
    await run(operator, 'INCREMENTAL', FIRST);

    expect(operator.facts()).toEqual(await fullOf(operator, FIRST));
  });

  it('copies anew what an interrupted one left half done', async () => {
    const operator = await open();
    const unsettled = leaveOpen(operator);
    await run(operator, 'FULL', FIRST);
    liveOn(operator, unsettled);
    const id = oneOf(operator, 'contacts', `select max(contact_id) as id from contact`)['id'] as number;
    operator.inSystem('contacts', "update contact set topics = 'BILL' where contact_id = ?", id);
    await expect(run(operator, 'INCREMENTAL', SECOND)).rejects.toMatchObject({
      message: 'The contacts system sent topics of a contact that cannot be read.',
      extensions: { code: 'SOURCE_MALFORMED' },
    });
    // What was read in that turn is held until its end.
    await setImmediate();
    expect(operator.rowsIn('analytics', 'select until_day from fact_import order by system')).toEqual([
      { until_day: FIRST },
      { until_day: '0001-01-01' },
      { until_day: SECOND },
    ]);

    operator.inSystem('contacts', `update contact set topics = '["BILL","PLAN"]' where contact_id = ?`, id);
    await run(operator, 'INCREMENTAL', SECOND);
    expect(operator.facts()).toEqual(await fullOf(operator, SECOND));
  });
});
