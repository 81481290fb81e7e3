/** What is shown of a customer's tickets, of which all are at hand, oldest first. */
import type { Ticket, TicketRow } from './model.ts';
import { isOpenRow, toTicket } from './sources/ticket-row.ts';

/** @throws SOURCE_MALFORMED when one that is shown has a code that nobody knows. */
export function newestTickets(tickets: readonly TicketRow[], limit: number): Ticket[] {
  return tickets.slice(-limit).reverse().map(toTicket);
}

export function newestOpenTickets(tickets: readonly TicketRow[], limit: number): Ticket[] {
  return newestTickets(tickets.filter(isOpenRow), limit);
}

/** All that are open, oldest first. */
export function openTickets(tickets: readonly TicketRow[]): Ticket[] {
  return tickets.filter(isOpenRow).map(toTicket);
}
