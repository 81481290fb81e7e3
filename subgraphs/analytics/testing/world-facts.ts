/** Facts of made-up customers, as the import would have copied them, without any database. */
import { startOfDay, toDateTime } from '#kit/clock';
import type { SqlValue, World, WorldAccount, WorldSubscriber } from '../../../mocks/world/model.ts';
import { createContactsWriter } from '../../../mocks/world/systems/contacts.ts';
import type { ContactFact, CustomerFacts, LateBillFact, LineFacts, TicketFact } from '../scoring/facts.ts';

type Row = Readonly<Record<string, SqlValue>>;

/**
 * From before the day at which the world stands still, in order of ids. Subscriptions are left out, and late bills of
 * lines that another customer pays for.
 */
export function* worldFacts(world: World): Generator<CustomerFacts> {
  const before = startOfDay(world.today);
  const written = new Map<string, Row[]>();
  const writer = createContactsWriter((table, columns) => {
    const rows: Row[] = [];
    written.set(table, rows);
    return (values) =>
      rows.push(Object.fromEntries(columns.map((column, at) => [column, values[at] ?? null])));
  }, world);
  for (let index = 0; index < world.size; index++) {
    for (const rows of written.values()) rows.length = 0;
    const customer = world.customer(index);
    writer.customer(customer);
    const accounts = new Map(customer.accounts.map((account) => [account.accountId, account]));
    yield {
      customerId: customer.customerId,
      isTied: customer.segment === 'FAMILY' || customer.groupSeat !== null,
      lines: customer.subscribers.map((line) => toLine(line, accounts.get(line.accountId), world.today)),
      contacts: (written.get('contact') ?? []).map(toContact).filter(({ startedAt }) => startedAt < before),
      tickets: (written.get('ticket') ?? []).map(toTicket).filter(({ acceptedAt }) => acceptedAt < before),
      treatments: customer.treatments.filter(({ treatedAt }) => treatedAt < before),
      responses: [],
    };
  }
}

function toLine(line: WorldSubscriber, account: WorldAccount | undefined, today: string): LineFacts {
  const { status, statusSince } = line;
  return {
    subscriberId: line.subscriberId,
    isMobile: line.netClass !== 'FIXED',
    status,
    openedOn: line.openedOn,
    closedOn: status === 'CLOSED' || status === 'PRE_CLOSED' ? dayOf(statusSince) : null,
    subscriptions: [],
    months: line.months.map(({ cmwapKilobytes, cmnetKilobytes, ...month }) => ({
      ...month,
      dataKilobytes: cmwapKilobytes + cmnetKilobytes,
    })),
    lateBills: account === undefined ? [] : lateBillsOf(account, today),
  };
}

/** Payments settle bills in order. */
function lateBillsOf({ bills, payments }: WorldAccount, today: string): LateBillFact[] {
  let owedFen = 0;
  let paidFen = 0;
  let nth = 0;
  let paidOn = '';
  return bills.flatMap(({ month, dueOn, totalFen }) => {
    owedFen += totalFen;
    for (; paidFen < owedFen && nth < payments.length; nth++) {
      const { amountFen, paidAt } = payments[nth] as WorldAccount['payments'][number];
      paidFen += amountFen;
      paidOn = dayOf(paidAt);
    }
    const isPaid = paidFen >= owedFen && paidOn < today;
    if (dueOn >= today || (isPaid && paidOn <= dueOn)) return [];
    return [{ month, dueOn, paidOn: isPaid ? paidOn : null }];
  });
}

function toContact(row: Row): ContactFact {
  return {
    contactId: row['contact_id'] as number,
    startedAt: row['started_at'] as number,
    channel: row['channel'] as string,
    direction: row['direction'] as string,
    type: row['type'] as string,
    topic: (JSON.parse(row['topics'] as string) as string[])[0] ?? null,
  };
}

function toTicket(row: Row): TicketFact {
  return {
    ticketId: row['ticket_id'] as number,
    acceptedAt: row['accepted_at'] as number,
    dueAt: row['due_at'] as number,
    repliedAt: row['replied_at'] as number | null,
    status: row['status'] as string,
    complaintClass: row['complaint_class'] as string | null,
    complaintTopic: row['complaint_topic'] as string | null,
    isEscalated: row['escalated'] === 1,
    isReopened: row['reopened'] === 1,
    satisfaction: row['satisfaction'] as string | null,
  };
}

function dayOf(moment: number): string {
  return toDateTime(moment).slice(0, 10);
}
