/** What contact history stores in its own way: codes and ids. */
import { malformed } from '#kit/errors';
import type { Satisfaction, TicketStatus } from '#schema/contacts';
import { isOpen } from '../open-matters.ts';

/** 01 to 06 are the operators' published codes; 00 and 07 are ours. */
const TICKET_STATUSES: Readonly<Record<string, TicketStatus>> = {
  '00': 'ACKNOWLEDGED',
  '01': 'IN_PROGRESS',
  '02': 'REJECTED',
  '03': 'CANCELLED',
  '04': 'RESOLVED',
  '05': 'CLOSED',
  '06': 'PENDING',
  '07': 'HELD',
};

const SATISFACTIONS: Readonly<Record<string, Satisfaction>> = {
  '00': 'SATISFIED',
  '01': 'NEUTRAL',
  '02': 'DISSATISFIED',
};

/** Codes of tickets that are still open. */
export const OPEN_TICKET_CODES = Object.entries(TICKET_STATUSES).flatMap(([code, status]) =>
  isOpen(status) ? [code] : [],
);

/** @throws SOURCE_MALFORMED on a code that the system should not have. */
export function toTicketStatus(code: string): TicketStatus {
  return TICKET_STATUSES[code] ?? unknownCode('a ticket status');
}

/** @throws SOURCE_MALFORMED on a code that the system should not have. */
export function toSatisfaction(code: string | null): Satisfaction | null {
  return code === null ? null : (SATISFACTIONS[code] ?? unknownCode('a satisfaction'));
}

export function toText(id: number | null): string | null {
  return id === null ? null : String(id);
}

function unknownCode(what: string): never {
  throw malformed('contacts', what);
}
