/** Complaints of a customer 投诉信息 (V10, V21, P07, P08), from all their tickets. */
import { toDateTime } from '#kit/clock';
import type { ComplaintClass, ComplaintClassCount } from '#schema/contacts';
import type { TicketRow } from './model.ts';
import { isOpen } from './open-matters.ts';
import { toTicketStatus } from './sources/columns.ts';

/** What of a ticket tells whether and when it was a complaint. */
type Complaint = Pick<TicketRow, 'complaint_class' | 'accepted_at'>;

/** The three classes, in the order in which the regulator lists them. */
const COMPLAINT_CLASSES: readonly ComplaintClass[] = ['SERVICE', 'NETWORK', 'CHARGES'];

/** A ticket is a complaint when it has a class. */
export function complaintsSince<T extends Complaint>(tickets: readonly T[], since: number): T[] {
  return tickets.filter((ticket) => ticket.complaint_class !== null && ticket.accepted_at >= since);
}

/**
 * Complaints that are not settled 在途投诉.
 *
 * @throws SOURCE_MALFORMED on a status that nobody knows: what it means must not be guessed, for offers depend on it.
 */
export function openComplaintCount(
  tickets: readonly Pick<TicketRow, 'complaint_class' | 'status'>[],
): number {
  return tickets.filter(
    ({ complaint_class, status }) => complaint_class !== null && isOpen(toTicketStatus(status)),
  ).length;
}

/** 超过x次可红色提醒: strictly more than x. */
export function isRed(count: number, redAbove: number): boolean {
  return count > redAbove;
}

/** Of all history, always all three classes: a class without complaints has count 0. */
export function byClass(tickets: readonly Complaint[]): ComplaintClassCount[] {
  return COMPLAINT_CLASSES.map((complaintClass) => {
    const own = tickets.filter((ticket) => ticket.complaint_class === complaintClass);
    const lastAt = own.reduce((last, { accepted_at }) => Math.max(last, accepted_at), 0);
    return {
      complaintClass,
      count: own.length,
      lastOn: own.length === 0 ? null : toDateTime(lastAt).slice(0, 10),
    };
  });
}
