/** Streams all customers of the store of analytics, in order of their ids and so many at a time. */
import type { Knex } from 'knex';
import { startOfDay } from '#kit/clock';
import type { Database, ParamsOf } from '#kit/database';
import type {
  ContactFact,
  CustomerFacts,
  LateBillFact,
  LineFacts,
  MonthFact,
  ResponseFact,
  SubscriptionFact,
  TicketFact,
  TreatmentFact,
} from './facts.ts';

/** Customers whose facts are in memory together. */
const BLOCK = 1_000;

type Range = Readonly<{ from: number; to: number; until: string; before: number }>;
type OfCustomer<T> = T & { readonly customerId: number };
type OfLine<T> = OfCustomer<T> & { readonly subscriberId: number };
type LineRow = Omit<LineFacts, 'isMobile' | 'subscriptions' | 'months' | 'lateBills'> & { mobile: number };
type TicketRow = Omit<TicketFact, 'isEscalated' | 'isReopened'> & { escalated: number; reopened: number };

export interface FactsReader {
  count(): Promise<number>;
  /** @param asOf Day of the scores: what happened on it or after is not read. */
  blocks(asOf: string): AsyncGenerator<readonly CustomerFacts[]>;
}

export function createFactsReader(db: Database): FactsReader {
  /** All rows of the customers of a range, each under the names of the fact. */
  const rowsOf = <Row>(
    table: string,
    columns: Readonly<Record<string, string>>,
    order: string,
    narrow: (query: Knex.QueryBuilder, params: ParamsOf<Range>) => Knex.QueryBuilder = (query) => query,
  ) =>
    db.prepare<Range, OfCustomer<Row>>((sql, params) =>
      narrow(
        sql({ own: table })
          .select({ customerId: 'own.customer_id', ...columns })
          .where('own.customer_id', '>=', params.from)
          .where('own.customer_id', '<=', params.to),
        params,
      ).orderByRaw(`own.customer_id, ${order}`),
    );

  const ids = db.prepare<{ after: number }, { id: number }>((sql, { after }) =>
    sql('customer_reach')
      .select({ id: 'customer_id' })
      .where('customer_id', '>', after)
      .orderBy('customer_id')
      .limit(BLOCK),
  );
  const count = db.prepare<Record<string, never>, { customers: number }>((sql) =>
    sql('customer_reach').count('* as customers'),
  );
  const lines = rowsOf<LineRow>(
    'fact_line',
    {
      subscriberId: 'subscriber_id',
      mobile: 'mobile',
      status: 'status',
      openedOn: 'opened_on',
      closedOn: 'closed_on',
    },
    'own.subscriber_id',
    (query, { until }) => query.where('own.opened_on', '<', until),
  );
  const subscriptions = rowsOf<OfLine<SubscriptionFact>>(
    'fact_subscription',
    {
      subscriberId: 'subscriber_id',
      offerId: 'offer_id',
      offerKind: 'offer_kind',
      monthlyFeeFen: 'monthly_fee_fen',
      startedOn: 'started_on',
      endedOn: 'ended_on',
      contractEndsOn: 'contract_ends_on',
    },
    'own.subscriber_id, own.subscription_id',
    (query, { until }) => query.where('own.started_on', '<', until),
  );
  const months = rowsOf<OfLine<MonthFact>>(
    'fact_line',
    {
      subscriberId: 'own.subscriber_id',
      month: 'month',
      voiceMinutes: 'voice_minutes',
      smsCount: 'sms_count',
      mmsCount: 'mms_count',
      dataKilobytes: 'data_kb',
      dataAllowanceKilobytes: 'data_allowance_kb',
      activeDays: 'active_days',
      roamingEvents: 'roaming_events',
      ringbackChanges: 'ringback_changes',
      chargeFen: 'charge_fen',
    },
    'own.subscriber_id, month',
    (query) => query.join('feature_month', 'feature_month.subscriber_id', 'own.subscriber_id'),
  );
  const lateBills = rowsOf<OfLine<LateBillFact>>(
    'fact_late_bill',
    { subscriberId: 'subscriber_id', month: 'month', dueOn: 'due_on', paidOn: 'paid_on' },
    'own.subscriber_id, own.month',
  );
  const ties = rowsOf<object>('fact_tie', {}, 'own.kind');
  const contacts = rowsOf<ContactFact>(
    'fact_contact',
    {
      contactId: 'contact_id',
      startedAt: 'started_at',
      channel: 'channel',
      direction: 'direction',
      type: 'type',
      topic: 'topic',
    },
    'own.contact_id',
    (query, { before }) => query.where('own.started_at', '<', before),
  );
  const tickets = rowsOf<TicketRow>(
    'fact_ticket',
    {
      ticketId: 'ticket_id',
      acceptedAt: 'accepted_at',
      dueAt: 'due_at',
      repliedAt: 'replied_at',
      status: 'status',
      complaintClass: 'complaint_class',
      complaintTopic: 'complaint_topic',
      escalated: 'escalated',
      reopened: 'reopened',
      satisfaction: 'satisfaction',
    },
    'own.ticket_id',
    (query, { before }) => query.where('own.accepted_at', '<', before),
  );
  const treatments = rowsOf<TreatmentFact>(
    'treatment',
    { campaignKind: 'campaign_kind', channel: 'channel', treatedAt: 'treated_at' },
    'own.treated_at, own.treatment_id',
    (query, { before }) => query.where('own.treated_at', '<', before),
  );
  const responses = rowsOf<ResponseFact>(
    'fact_response',
    { treatmentId: 'treatment_id', outcome: 'outcome', respondedAt: 'responded_at' },
    'own.responded_at, own.treatment_id',
    (query, { before }) => query.where('own.responded_at', '<', before),
  );

  async function read(customers: readonly number[], asOf: string): Promise<CustomerFacts[]> {
    const range = {
      from: customers[0] as number,
      to: customers.at(-1) as number,
      until: asOf,
      before: startOfDay(asOf),
    };
    const [own, orders, used, late, tied, said, opened, done, answered] = await Promise.all([
      lines(range),
      subscriptions(range),
      months(range),
      lateBills(range),
      ties(range),
      contacts(range),
      tickets(range),
      treatments(range),
      responses(range),
    ]);
    const ofLine = [orders, used, late].map((rows) => Map.groupBy(rows as OfLine<object>[], bySubscriber));
    const [ordersOf, monthsOf, lateOf] = ofLine as [
      Map<number, OfLine<SubscriptionFact>[]>,
      Map<number, OfLine<MonthFact>[]>,
      Map<number, OfLine<LateBillFact>[]>,
    ];
    const linesOf = Map.groupBy(own, byCustomer);
    const tiedOnes = new Set(tied.map(byCustomer));
    const contactsOf = Map.groupBy(said, byCustomer);
    const ticketsOf = Map.groupBy(opened, byCustomer);
    const treatmentsOf = Map.groupBy(done, byCustomer);
    const responsesOf = Map.groupBy(answered, byCustomer);
    return customers.map((customerId) => ({
      customerId,
      isTied: tiedOnes.has(customerId),
      lines: (linesOf.get(customerId) ?? []).map(({ mobile, ...line }) => ({
        ...line,
        isMobile: Boolean(mobile),
        subscriptions: ordersOf.get(line.subscriberId) ?? [],
        months: monthsOf.get(line.subscriberId) ?? [],
        lateBills: lateOf.get(line.subscriberId) ?? [],
      })),
      contacts: contactsOf.get(customerId) ?? [],
      tickets: (ticketsOf.get(customerId) ?? []).map(({ escalated, reopened, ...ticket }) => ({
        ...ticket,
        isEscalated: Boolean(escalated),
        isReopened: Boolean(reopened),
      })),
      treatments: treatmentsOf.get(customerId) ?? [],
      responses: responsesOf.get(customerId) ?? [],
    }));
  }

  return {
    async count() {
      return (await count({}))[0]?.customers ?? 0;
    },
    async *blocks(asOf) {
      for (let after = 0; ; ) {
        const customers = (await ids({ after })).map(({ id }) => id);
        if (customers.length === 0) return;
        yield await read(customers, asOf);
        after = customers.at(-1) as number;
      }
    },
  };
}

function byCustomer({ customerId }: OfCustomer<object>): number {
  return customerId;
}

function bySubscriber({ subscriberId }: OfLine<object>): number {
  return subscriberId;
}
