/**
 * Contacts, tickets and answers to what we offered, from contact history. Contacts are copied by the time at which they
 * began, and so are tickets, until they are settled; what is noted later for an earlier day waits for a full copy.
 */
import { z } from 'zod';
import { startOfDay } from '#kit/clock';
import { jsonColumn } from '#kit/json-column';
import type { Block, Copy, CopyOptions } from './copy.ts';

/** Contacts and tickets are numbered by customer: customer id × 10,000 + running number. The contact system gives these ids. */
const IDS_PER_CUSTOMER = 10_000;
const RESPONSES_ON_PAGE = 10_000;
/** Withdrawn and archived: nothing of such a ticket changes any more. */
const FINAL = ['03', '05'];
const IN_WORK = '01';

interface ContactRow {
  contact_id: number;
  started_at: number;
  channel: string;
  direction: string;
  type: string;
  topics: string;
}

interface TicketRow {
  ticket_id: number;
  accepted_at: number;
  due_at: number;
  replied_at: number | null;
  status: string;
  complaint_class: string | null;
  complaint_topic: string | null;
  escalated: number;
  reopened: number;
  satisfaction: string | null;
}

interface ResponseRow {
  customer_id: number;
  treatment_id: number;
  outcome: string;
  responded_at: number;
}

type Range = Readonly<{ first: number; last: number; from: number; before: number }>;

const TICKET_COLUMNS: readonly (keyof TicketRow)[] = [
  'ticket_id',
  'accepted_at',
  'due_at',
  'replied_at',
  'status',
  'complaint_class',
  'complaint_topic',
  'escalated',
  'reopened',
  'satisfaction',
];

const readTopics = jsonColumn('contacts', 'topics of a contact', z.array(z.string()));

export function createContactsCopy({ source, store, write, asOf, since }: CopyOptions): Copy {
  const contacts = source.prepare<Range, ContactRow>((sql, params) =>
    sql('contact')
      .select(['contact_id', 'started_at', 'channel', 'direction', 'type', 'topics'])
      .whereBetween('contact_id', [params.first, params.last])
      .where('started_at', '>=', params.from)
      .where('started_at', '<', params.before)
      .orderBy('contact_id'),
  );
  const tickets = source.prepare<Range, TicketRow>((sql, params) =>
    sql('ticket')
      .select(TICKET_COLUMNS)
      .whereBetween('ticket_id', [params.first, params.last])
      .where('accepted_at', '>=', params.from)
      .where('accepted_at', '<', params.before)
      .orderBy('ticket_id'),
  );
  const ticketsById = source.prepare<{ ids: readonly number[] }, TicketRow>((sql, { ids }) =>
    sql('ticket').select(TICKET_COLUMNS).where(source.oneOf('ticket_id', ids)).orderBy('ticket_id'),
  );
  const unsettled = store.prepare<Block, { id: number }>((sql, { after, upTo }) =>
    sql('fact_ticket')
      .select({ id: 'ticket_id' })
      .where('customer_id', '>', after)
      .where('customer_id', '<=', upTo)
      .whereNotIn('status', FINAL)
      .orderBy(['customer_id', 'ticket_id']),
  );
  const responses = source.prepare<{ after: number }, ResponseRow>((sql, { after }) =>
    sql('response')
      .select(['customer_id', 'treatment_id', 'outcome', 'responded_at'])
      .where('treatment_id', '>', after)
      .orderBy('treatment_id')
      .limit(RESPONSES_ON_PAGE),
  );
  const before = startOfDay(asOf);
  const from = since === null ? 0 : startOfDay(since);

  /** A reply of the day or later is not known: the ticket is in work, and read again. */
  const toTicket = (ticket: TicketRow) => {
    const isLater = ticket.replied_at !== null && ticket.replied_at >= before;
    return [
      customerOf(ticket.ticket_id),
      ticket.ticket_id,
      ticket.accepted_at,
      ticket.due_at,
      isLater ? null : ticket.replied_at,
      isLater ? IN_WORK : ticket.status,
      ticket.complaint_class,
      ticket.complaint_topic,
      ticket.escalated,
      ticket.reopened,
      isLater ? null : ticket.satisfaction,
    ];
  };

  return {
    anew: since === null ? ['fact_contact', 'fact_ticket', 'fact_response'] : ['fact_response'],
    /** They are kept by treatment, are few, and an answer may be given anew. */
    async copyRest() {
      for (let after = 0; ; ) {
        const page = await responses({ after });
        await write(
          'fact_response',
          page
            .filter(({ responded_at }) => responded_at < before)
            .map((row) => [row.customer_id, row.treatment_id, row.outcome, row.responded_at]),
        );
        const last = page.at(-1);
        if (!last) return;
        after = last.treatment_id;
      }
    },
    async copyBlock(block) {
      const range = {
        first: (block.after + 1) * IDS_PER_CUSTOMER,
        last: (block.upTo + 1) * IDS_PER_CUSTOMER - 1,
        from,
        before,
      };
      const open = since === null ? [] : await unsettled(block);
      const [begun, accepted, again] = await Promise.all([
        contacts(range),
        tickets(range),
        open.length === 0 ? [] : ticketsById({ ids: open.map(({ id }) => id) }),
      ]);
      await write(
        'fact_contact',
        begun.map((contact) => [
          customerOf(contact.contact_id),
          contact.contact_id,
          contact.started_at,
          contact.channel,
          contact.direction,
          contact.type,
          readTopics(contact.topics)[0] ?? null,
        ]),
      );
      await write('fact_ticket', [...again, ...accepted].map(toTicket));
    },
  };
}

function customerOf(id: number): number {
  return Math.floor(id / IDS_PER_CUSTOMER);
}
