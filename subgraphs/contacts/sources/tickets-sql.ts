/** Tickets 工单, from the contact-history replica. */
import type { Database } from '#kit/database';
import { customerOf } from '../ids.ts';
import type { Ticket } from '../model.ts';
import { OPEN_TICKET_CODES } from './columns.ts';
import { customerRows, type OfCustomers, topOf } from './customer-rows.ts';
import { TICKET_COLUMNS, type TicketRow, toTicket } from './ticket-row.ts';

type TicketsByCustomer = ReadonlyMap<number, readonly Ticket[]>;

export interface TicketsSource {
  byIds(ticketIds: readonly number[]): Promise<ReadonlyMap<number, Ticket>>;
  /** The ticket accepted last, by customer id. */
  newest(customerIds: readonly number[]): Promise<ReadonlyMap<number, Ticket>>;
  /** Newest first. */
  list(
    customerIds: readonly number[],
    wanted: { readonly openOnly: boolean; readonly limit: number },
  ): Promise<TicketsByCustomer>;
  /** Open ones, the earliest deadline first. */
  mostUrgent(customerIds: readonly number[], limit: number): Promise<TicketsByCustomer>;
  /** Complaints accepted since then (epoch seconds), newest first. */
  complaints(customerIds: readonly number[], since: number, limit: number): Promise<TicketsByCustomer>;
  /** Tickets that each contact opened or touched, oldest first. */
  byContacts(contactIds: readonly number[]): Promise<TicketsByCustomer>;
}

export function createTicketsSource(db: Database): TicketsSource {
  const tickets = customerRows(db, 'ticket', 'ticket_id');
  const byIds = db.prepare<{ ids: readonly number[] }, TicketRow>((sql, { ids }) =>
    sql('ticket').select(TICKET_COLUMNS).where(db.oneOf('ticket_id', ids)),
  );

  const newest = db.prepare<OfCustomers, TicketRow>((sql, { customers }) =>
    sql.select(TICKET_COLUMNS).from(tickets.newest(sql, customers)),
  );

  const list = db.prepare<OfCustomers<{ statuses: readonly string[] | null; limit: number }>, TicketRow>(
    (sql, { customers, statuses, limit }) => {
      const rows = sql
        .from(tickets.all(sql, customers))
        .whereRaw('(? is null or ?)', [statuses, db.oneOf('status', statuses)]);
      return topOf(sql, { rows, columns: TICKET_COLUMNS, order: 'ticket_id desc', limit });
    },
  );

  const mostUrgent = db.prepare<OfCustomers<{ limit: number }>, TicketRow>((sql, { customers, limit }) => {
    const rows = sql.from(tickets.all(sql, customers)).whereIn('status', OPEN_TICKET_CODES);
    return topOf(sql, { rows, columns: TICKET_COLUMNS, order: 'due_at, ticket_id', limit });
  });

  const complaints = db.prepare<OfCustomers<{ since: number; limit: number }>, TicketRow>(
    (sql, { customers, since, limit }) => {
      const rows = sql
        .from(tickets.all(sql, customers))
        .whereNotNull('complaint_class')
        .where('accepted_at', '>=', since);
      return topOf(sql, { rows, columns: TICKET_COLUMNS, order: 'ticket_id desc', limit });
    },
  );

  const byContacts = db.prepare<{ ids: readonly number[] }, TicketRow & { contact_id: number }>(
    (sql, { ids }) =>
      sql('contact_ticket')
        .join('ticket', 'ticket.ticket_id', 'contact_ticket.ticket_id')
        .select('contact_ticket.contact_id', ...TICKET_COLUMNS.map((column) => `ticket.${column}`))
        .where(db.oneOf('contact_ticket.contact_id', ids))
        .orderBy(['contact_ticket.contact_id', 'contact_ticket.ticket_id']),
  );

  return {
    async byIds(ticketIds) {
      const rows = await byIds({ ids: ticketIds });
      return new Map(rows.map((row) => [row.ticket_id, toTicket(row)]));
    },
    async newest(customerIds) {
      const rows = await newest({ customers: customerIds });
      return new Map(rows.map((row) => [customerOf(row.ticket_id), toTicket(row)]));
    },
    async list(customerIds, { openOnly, limit }) {
      const statuses = openOnly ? OPEN_TICKET_CODES : null;
      return ofCustomers(await list({ customers: customerIds, statuses, limit }));
    },
    async mostUrgent(customerIds, limit) {
      return ofCustomers(await mostUrgent({ customers: customerIds, limit }));
    },
    async complaints(customerIds, since, limit) {
      return ofCustomers(await complaints({ customers: customerIds, since, limit }));
    },
    async byContacts(contactIds) {
      const rows = Map.groupBy(await byContacts({ ids: contactIds }), (row) => row.contact_id);
      return new Map([...rows].map(([contact, own]) => [contact, own.map(toTicket)]));
    },
  };
}

function ofCustomers(rows: readonly TicketRow[]): TicketsByCustomer {
  const byCustomer = Map.groupBy(rows, (row) => customerOf(row.ticket_id));
  return new Map([...byCustomer].map(([customer, own]) => [customer, own.map(toTicket)]));
}
