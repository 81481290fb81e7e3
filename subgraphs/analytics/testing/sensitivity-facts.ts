/** Customers made by hand for the tests of sensitivities: one mobile line since 2020, and nothing else. */
import { toEpochSeconds } from '#kit/clock';
import type {
  ContactFact,
  CustomerFacts,
  LineFacts,
  SubscriptionFact,
  TicketFact,
} from '../scoring/facts.ts';

/** Epoch seconds of `2026-11-20 10:00` in Shanghai. */
export const at = (moment: string): number => toEpochSeconds(`${moment.replace(' ', 'T')}:00+08:00`);

export function line(own: Partial<LineFacts> = {}): LineFacts {
  return {
    subscriberId: 1,
    isMobile: true,
    status: 'ACTIVE',
    openedOn: '2020-01-01',
    closedOn: null,
    subscriptions: [],
    months: [],
    lateBills: [],
    ...own,
  };
}

export function customer(own: Partial<CustomerFacts> = {}): CustomerFacts {
  const nothing = { contacts: [], tickets: [], treatments: [], responses: [] };
  return { customerId: 1, isTied: false, lines: [line()], ...nothing, ...own };
}

/** About charges, of a plan; still open. */
export function complaint(day: string, own: Partial<TicketFact> = {}): TicketFact {
  return {
    ticketId: 1,
    acceptedAt: at(`${day} 10:00`),
    dueAt: at(`${day} 12:00`),
    repliedAt: null,
    status: '01',
    complaintClass: 'CHARGES',
    complaintTopic: '套餐资费',
    isEscalated: false,
    isReopened: false,
    satisfaction: null,
    ...own,
  };
}

export function contact(moment: string, topic: string, own: Partial<ContactFact> = {}): ContactFact {
  const inbound = { contactId: 1, channel: 'HOTLINE', direction: 'INBOUND', type: 'QUERY' };
  return { ...inbound, startedAt: at(moment), topic, ...own };
}

export function plan(startedOn: string, endedOn: string | null, monthlyFeeFen: number): SubscriptionFact {
  return { offerId: 1, offerKind: 'PLAN', monthlyFeeFen, startedOn, endedOn, contractEndsOn: null };
}
