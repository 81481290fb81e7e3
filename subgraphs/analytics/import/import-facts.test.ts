/** Facts of the made-up operator, against what is true of it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startOfDay } from '#kit/clock';
import type { WorldAccount } from '../../../mocks/world/model.ts';
import { createOperators, type Operator, type Operators } from '../testing/operator.ts';
import { type ImportCounts, importFacts } from './import-facts.ts';

/** The operator stands still on the day before: all of it is known. */
const AS_OF = '2026-11-21';

let operators: Operators;
let operator: Operator;
let counts: ImportCounts;
let facts: ReturnType<Operator['facts']>;
const progress: (readonly [system: string, done: number, total: number])[] = [];
beforeAll(async () => {
  operators = await createOperators();
  operator = await operators.open();
  const { sources, store } = operator;
  counts = await importFacts({
    sources,
    store,
    asOf: AS_OF,
    mode: 'FULL',
    onProgress: (...step) => progress.push(step),
  });
  facts = operator.facts();
}, 120_000);
afterAll(async () => {
  await operator.close();
  operators.remove();
});

const customers = () =>
  Array.from({ length: operator.world.size }, (_, index) => operator.world.customer(index));

describe('of crm', () => {
  it('there is every line, with the day on which it was given up', () => {
    const lines = customers().flatMap(({ customerId, subscribers }) =>
      subscribers.map((line) => ({
        customer_id: customerId,
        subscriber_id: line.subscriberId,
        account_id: line.accountId,
        mobile: line.netClass === 'FIXED' ? 0 : 1,
        status: line.status,
        opened_on: line.openedOn,
        closed_on: /CLOSED/.test(line.status) ? dayOf(line.statusSince) : null,
        synthetic: 1,
      })),
    );

    expect(facts.fact_line).toEqual(lines);
    expect(lines.filter(({ closed_on }) => closed_on !== null).length).toBeGreaterThan(20);
  });

  it('there is every order, with its price', () => {
    const offers = new Map(operator.world.catalogue.offers.map((offer) => [offer.offerId, offer]));
    const orders = customers().flatMap(({ customerId, subscribers }) =>
      subscribers.flatMap(({ subscriberId, subscriptions }) =>
        subscriptions.map((order) => ({
          customer_id: customerId,
          subscriber_id: subscriberId,
          subscription_id: order.subscriptionId,
          offer_id: order.offerId,
          offer_kind: offers.get(order.offerId)?.kind,
          monthly_fee_fen: offers.get(order.offerId)?.monthlyFeeFen,
          started_on: order.startedOn,
          ended_on: order.endedOn,
          contract_ends_on: order.contractEndsOn,
          synthetic: 1,
        })),
      ),
    );

    expect(facts.fact_subscription).toEqual(orders);
  });

  it('there are the members of families and units', () => {
    const ties = customers().flatMap(({ customerId, segment, groupSeat }) => [
      ...(segment === 'FAMILY' ? [{ customer_id: customerId, kind: 'FAMILY', synthetic: 1 }] : []),
      ...(groupSeat ? [{ customer_id: customerId, kind: 'UNIT', synthetic: 1 }] : []),
    ]);

    expect(facts.fact_tie).toEqual(ties);
    expect(new Set(ties.map(({ kind }) => kind)).size).toBe(2);
  });
});

describe('of contact history', () => {
  it('there is every contact, inbound and outbound, with its first topic', () => {
    const contacts = operator.rowsIn(
      'contacts',
      `select contact_id / 10000 as customer_id, contact_id, started_at, channel, direction, type,
         json_extract(topics, '$[0]') as topic, synthetic from contact order by contact_id`,
    );

    expect(facts.fact_contact).toEqual(contacts);
    expect(new Set(contacts.map(({ direction }) => direction)).size).toBe(2);
    expect(facts.fact_contact.map(({ customer_id }) => customer_id)).toContain(
      customers().at(-1)?.customerId,
    );
  });

  it('there is every ticket and every answer', () => {
    const tickets = operator.rowsIn(
      'contacts',
      `select ticket_id / 10000 as customer_id, ticket_id, accepted_at, due_at, replied_at, status,
         complaint_class, complaint_topic, escalated, reopened, satisfaction, synthetic from ticket order by ticket_id`,
    );
    const responses = operator.rowsIn(
      'contacts',
      'select customer_id, treatment_id, outcome, responded_at, synthetic from response order by 1, 2',
    );

    expect(tickets.length).toBeGreaterThan(100);
    expect(facts.fact_ticket).toEqual(tickets);
    expect(facts.fact_response).toEqual(responses);
  });
});

describe('of billing', () => {
  it('a late bill is unpaid exactly where billing says so', () => {
    const accounts = new Map<number, WorldAccount>(
      customers().flatMap((customer) => customer.accounts.map((account) => [account.accountId, account])),
    );
    const unpaid = customers().flatMap(({ customerId, subscribers }) =>
      subscribers.flatMap(({ subscriberId, accountId, months }) => {
        const held = new Set(months.map(({ month }) => month));
        const bills = accounts.get(accountId)?.bills ?? [];
        return bills
          .filter((bill) => held.has(bill.month) && bill.dueOn < AS_OF && bill.paidFen < bill.totalFen)
          .map(({ month }) => `${customerId} ${subscriberId} ${month}`);
      }),
    );

    const open = facts.fact_late_bill.filter(({ paid_on }) => paid_on === null);
    expect(unpaid.length).toBeGreaterThan(10);
    expect(open.map((row) => `${row['customer_id']} ${row['subscriber_id']} ${row['month']}`)).toEqual(
      unpaid,
    );
  });

  it('counts for the lines that its account pays for, in the months in which each was held', () => {
    const months = new Map(
      customers().flatMap(({ subscribers }) =>
        subscribers.map((line) => [line.subscriberId, line.months.map(({ month }) => month)]),
      ),
    );
    const stray = facts.fact_late_bill.filter(
      ({ subscriber_id, month }) => !months.get(Number(subscriber_id))?.includes(String(month)),
    );

    expect(stray).toEqual([]);
  });

  it('all others were paid after the day on which they were due', () => {
    const paid = facts.fact_late_bill.filter(({ paid_on }) => paid_on !== null);

    expect(paid.length).toBeGreaterThan(200);
    expect(paid.filter(({ due_on, paid_on }) => String(paid_on) <= String(due_on))).toEqual([]);
  });
});

describe('an import', () => {
  it('counts what it wrote, and tells how far it is', () => {
    for (const [table, rows] of Object.entries(facts))
      expect({ table, rows: counts[table as keyof ImportCounts] }).toEqual({ table, rows: rows.length });
    expect(progress).toEqual([
      ['crm', 800, 800],
      ['contacts', 800, 800],
      ['billing', 800, 800],
    ]);
    expect(operator.rowsIn('analytics', 'select system, until_day from fact_import order by 1')).toEqual(
      ['billing', 'contacts', 'crm'].map((system) => ({ system, until_day: AS_OF })),
    );
  });

  it('knows nothing of its day or later', async () => {
    const asOf = '2026-08-14';
    const earlier = await operators.open();
    const { sources, store } = earlier;
    await importFacts({ sources, store, asOf, mode: 'FULL', onProgress() {} });
    const found = earlier.facts();
    await earlier.close();

    for (const [table, rows] of Object.entries(found)) {
      expect({ table, fewer: rows.length < counts[table as keyof ImportCounts] }).toEqual({
        table,
        fewer: table !== 'fact_tie',
      });
      const later = rows.flatMap((row) =>
        Object.entries(row).filter(([column, value]) => isLater(column, value, asOf)),
      );
      expect(later).toEqual([]);
    }
    const later = new Map(facts.fact_ticket.map((ticket) => [ticket['ticket_id'], ticket]));
    const repliedLater = found.fact_ticket.filter(
      ({ ticket_id }) => Number(later.get(ticket_id ?? 0)?.['replied_at'] ?? 0) >= startOfDay(asOf),
    );
    expect(repliedLater.length).toBeGreaterThan(0);
    expect(new Set(repliedLater.map(({ status, satisfaction }) => `${status} ${satisfaction}`))).toEqual(
      new Set(['01 null']),
    );
    const closedLater = found.fact_line.filter(
      ({ closed_on, status }) => closed_on === null && status !== 'ACTIVE',
    );
    expect(closedLater).toEqual([]);
  });
});

function dayOf(at: number): string {
  return new Date((at + 8 * 3_600) * 1_000).toISOString().slice(0, 10);
}

/** Deadlines and ends of contracts lie ahead by their nature. */
function isLater(column: string, value: string | number | null, asOf: string): boolean {
  if (column === 'due_at' || column === 'contract_ends_on' || value === null) return false;
  if (column.endsWith('_at')) return Number(value) >= startOfDay(asOf);
  return column.endsWith('_on') && String(value) >= asOf;
}
