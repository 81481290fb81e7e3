/** Facts of a customer of whom nothing is known but what a test says. */
import { addMonths } from '#kit/clock';
import type {
  ContactFact,
  CustomerFacts,
  LateBillFact,
  LineFacts,
  MonthFact,
  TicketFact,
  TreatmentFact,
} from '../scoring/facts.ts';

/** A Shanghai moment, `2026-11-19T10:00`, in epoch seconds. */
export function momentOf(at: string): number {
  return Date.parse(`${at}:00+08:00`) / 1_000;
}

export function factsOf(own: Partial<CustomerFacts> = {}): CustomerFacts {
  return {
    customerId: 1,
    isTied: false,
    lines: [],
    contacts: [],
    tickets: [],
    treatments: [],
    responses: [],
    ...own,
  };
}

/** A mobile line in use since 2024. */
export function lineOf(own: Partial<LineFacts> = {}): LineFacts {
  return {
    subscriberId: 10,
    isMobile: true,
    status: 'ACTIVE',
    openedOn: '2024-01-10',
    closedOn: null,
    subscriptions: [],
    months: [],
    lateBills: [],
    ...own,
  };
}

/** So many months up to `last`, all alike. */
export function monthsTo(last: string, count: number, own: Partial<MonthFact> = {}): MonthFact[] {
  return Array.from({ length: count }, (_, nth) => ({
    month: addMonths(last, nth + 1 - count),
    voiceMinutes: 100,
    smsCount: 10,
    mmsCount: 0,
    dataKilobytes: 1_048_576,
    dataAllowanceKilobytes: 2_097_152,
    activeDays: 25,
    roamingEvents: 0,
    ringbackChanges: 0,
    chargeFen: 5_800,
    ...own,
  }));
}

/** Due on the 15th of the month after. */
export function lateBillOf(month: string, paidOn: string | null): LateBillFact {
  return { month, dueOn: `${addMonths(month, 1)}-15`, paidOn };
}

/** A question on the hotline. */
export function contactOf(at: string, topic: string | null, own: Partial<ContactFact> = {}): ContactFact {
  return {
    contactId: momentOf(at),
    startedAt: momentOf(at),
    channel: 'HOTLINE',
    direction: 'INBOUND',
    type: 'CONSULT',
    topic,
    ...own,
  };
}

/** An open complaint about coverage, due three days after. */
export function ticketOf(at: string, own: Partial<TicketFact> = {}): TicketFact {
  return {
    ticketId: momentOf(at),
    acceptedAt: momentOf(at),
    dueAt: momentOf(at) + 3 * 86_400,
    repliedAt: null,
    status: '01',
    complaintClass: 'NETWORK',
    complaintTopic: '信号覆盖',
    isEscalated: false,
    isReopened: false,
    satisfaction: null,
    ...own,
  };
}

export function smsOf(at: string, campaignKind = 'PLAN_ADJUST'): TreatmentFact {
  return { campaignKind, channel: 'SMS', treatedAt: momentOf(at) };
}
