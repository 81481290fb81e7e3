/** Tickets 工单, from the contact-history replica. */
import type { Database } from '#kit/database';
import { customerOf } from '../ids.ts';
import type { Ticket, TicketRow } from '../model.ts';
import { customerRows, type OfCustomers, ofOneCustomer } from './customer-rows.ts';
import { TICKET_COLUMNS, toTicket } from './ticket-row.ts';

export interface TicketsSource {
  byIds(ticketIds: readonly number[]): Promise<ReadonlyMap<number, Ticket>>;
  /**
   * All tickets of each customer, oldest first, as they are kept: a few, of
   * which one statement serves every figure and list.
   */
  byCustomers(customerIds: readonly number[]): Promise<ReadonlyMap<number, readonly TicketRow[]>>;
  /** Tickets that each contact opened or touched, oldest first. */
  byContacts(contactIds: readonly number[]): Promise<ReadonlyMap<number, readonly Ticket[]>>;
}

export function createTicketsSource(db: Database): TicketsSource {
  const tickets = customerRows(db, 'ticket', 'ticket_id');
  const byIds = db.prepare<{ ids: readonly number[] }, TicketRow>((sql, { ids }) =>
    sql('ticket').select(TICKET_COLUMNS).where(db.oneOf('ticket_id', ids)),
  );

  const byCustomers = db.prepare<OfCustomers, TicketRow>((sql, { customers }) =>
    sql.select(TICKET_COLUMNS).from(tickets.all(sql, customers)).orderBy('ticket_id'),
  );

  const byContacts = db.prepare<{ ids: readonly number[] }, TicketRow & { contact_id: number }>(
    (sql, { ids }) =>
      sql('contact_ticket')
        .join('ticket', 'ticket.ticket_id', 'contact_ticket.ticket_id')
        .select('contact_ticket.contact_id', ...TICKET_COLUMNS.map((column) => `ticket.${column}`))
        .where(db.oneOf('contact_ticket.contact_id', ids))
        .whereRaw(ofOneCustomer('contact_ticket.contact_id', 'contact_ticket.ticket_id'))
        .orderBy(['contact_ticket.contact_id', 'contact_ticket.ticket_id']),
  );

  return {
    async byIds(ticketIds) {
      const rows = await byIds({ ids: ticketIds });
      return new Map(rows.map((row) => [row.ticket_id, toTicket(row)]));
    },
    async byCustomers(customerIds) {
      return Map.groupBy(await byCustomers({ customers: customerIds }), (row) => customerOf(row.ticket_id));
    },
    async byContacts(contactIds) {
      const rows = Map.groupBy(await byContacts({ ids: contactIds }), (row) => row.contact_id);
      return new Map([...rows].map(([contact, own]) => [contact, own.map(toTicket)]));
    },
  };
}
