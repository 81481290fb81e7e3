/**
 * What contacts lead to: tickets, the same complaint again, the call back after
 * an answer, the transfer to a manager.
 */
import { DAY, type Draft, HOUR, type Subject } from './contacts-draft.ts';
import { toOfficeHours } from './contacts-hours.ts';
import { managerChannel } from './contacts-plan.ts';
import type { Desk } from './contacts-staff.ts';
import type { TicketOf } from './contacts-tickets.ts';

/** A complaint within this time after another is often the same one. */
const REPEAT_WITHIN = 60 * DAY;
const REPEATED = 0.35;
/** Called back in the same office hours or the next: within a day after the answer (T22). */
const CALL_BACK_AFTER = 9 * HOUR;
const CALLED_BACK = 0.3;
const TRANSFERRED = 0.1;
/** From the end of the call to the manager's. */
const TRANSFER_SECONDS = 600;

export interface ThreadOptions {
  readonly ticketOf: TicketOf;
  readonly desk: Desk;
}

/** @returns The same contacts with tickets and ties, and those that follow from them, oldest first. */
export function createThreads({
  ticketOf,
  desk,
}: ThreadOptions): (planned: Draft[], subject: Subject) => Draft[] {
  const callBack = (draft: Draft, { customer, random, until }: Subject): Draft[] => {
    const repliedAt = draft.ticket?.repliedAt ?? null;
    if (repliedAt === null || !random.chance(CALLED_BACK)) return [];
    const at = toOfficeHours(repliedAt + random.int(1, CALL_BACK_AFTER));
    const staffId = desk.taker('OUTBOUND', customer, random);
    const call = { at, channel: 'OUTBOUND', direction: 'OUTBOUND', type: 'REVISIT', staffId } as const;
    return at > until ? [] : [follow(draft, call, 'FOLLOW_UP')];
  };

  const transfer = (draft: Draft, { customer, random, until }: Subject): Draft[] => {
    const manager = customer.managerStaffId;
    if (manager === null || draft.channel !== 'HOTLINE' || !random.chance(TRANSFERRED)) return [];
    const at = draft.at + TRANSFER_SECONDS;
    const call = { at, channel: managerChannel(customer), type: 'CONSULT', staffId: manager } as const;
    return at > until ? [] : [follow(draft, call, 'HANDOVER')];
  };

  return (planned, subject) => {
    const { script } = subject.customer;
    const drafts: Draft[] = [];
    const complaints: Draft[] = [];
    for (const plain of planned.sort(byTime)) {
      const again = plain.type === 'COMPLAINT' ? repeatOf(plain, complaints.at(-1), subject) : null;
      const draft = again ?? plain;
      const ticketed = draft.type === 'COMPLAINT' || draft.type === 'FAULT';
      const whole = ticketed ? { ...draft, ticket: ticketOf(draft, subject) } : draft;
      drafts.push(whole);
      if (whole.type === 'COMPLAINT') complaints.push(whole);
    }
    // A case that counts its contacts gets not one more.
    if (script?.contacts !== undefined) return drafts;
    return drafts
      .flatMap((draft) => [draft, ...callBack(draft, subject), ...transfer(draft, subject)])
      .sort(byTime);
  };
}

function repeatOf(draft: Draft, before: Draft | undefined, { customer, random }: Subject): Draft | null {
  if (before === undefined) return null;
  const likely = draft.at - before.at < REPEAT_WITHIN && random.chance(REPEATED);
  if (!likely && !customer.script?.repeatComplaint) return null;
  return { ...draft, topicCode: before.topicCode, tie: { relation: 'REPEAT', to: before } };
}

function follow(
  to: Draft,
  own: Pick<Draft, 'at' | 'channel' | 'type' | 'staffId'> & Partial<Draft>,
  relation: 'FOLLOW_UP' | 'HANDOVER',
): Draft {
  const plain = {
    direction: 'INBOUND',
    treatment: null,
    ticket: null,
    throughMenu: false,
    leftOpen: false,
  } as const;
  return { ...plain, topicCode: to.topicCode, ...own, tie: { relation, to } };
}

function byTime(a: Draft, b: Draft): number {
  return a.at - b.at;
}
