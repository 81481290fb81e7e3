/** What contact history stores in its own way: codes, JSON lists, moments. */
import { toDateTime } from '#kit/clock';
import { appError } from '#kit/errors';
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
  return TICKET_STATUSES[code] ?? malformed('ticket status');
}

/** @throws SOURCE_MALFORMED on a code that the system should not have. */
export function toSatisfaction(code: string | null): Satisfaction | null {
  return code === null ? null : (SATISFACTIONS[code] ?? malformed('satisfaction'));
}

export function toMoment(epochSeconds: number | null): string | null {
  return epochSeconds === null ? null : toDateTime(epochSeconds);
}

export function toText(id: number | null): string | null {
  return id === null ? null : String(id);
}

/**
 * A JSON list, as the system writes it; empty for null.
 *
 * @throws SOURCE_MALFORMED when it is none.
 */
export function toList<T>(json: string | null): readonly T[] {
  if (json === null) return [];
  const list = parseJson(json);
  return Array.isArray(list) ? (list as T[]) : malformed('list');
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return malformed('list');
  }
}

function malformed(what: string): never {
  throw appError('SOURCE_MALFORMED', `Contact history holds a ${what} that cannot be read.`, {
    source: 'contacts',
  });
}
