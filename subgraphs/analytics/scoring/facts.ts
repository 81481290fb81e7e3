/**
 * The facts of one customer as the scoring job reads them from the store of analytics. Days are `YYYY-MM-DD` and months
 * `YYYY-MM` of Asia/Shanghai, moments epoch seconds, money 分. Nothing here says who somebody is: no name, document,
 * address, age, or whom they call.
 */
export interface CustomerFacts {
  readonly customerId: number;
  /** Member of a family or a unit. */
  readonly isTied: boolean;
  /** In order of their ids; those given up too. */
  readonly lines: readonly LineFacts[];
  /** Oldest first, as everything below. */
  readonly contacts: readonly ContactFact[];
  readonly tickets: readonly TicketFact[];
  readonly treatments: readonly TreatmentFact[];
  readonly responses: readonly ResponseFact[];
}

export interface LineFacts {
  readonly subscriberId: number;
  readonly isMobile: boolean;
  readonly status: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly subscriptions: readonly SubscriptionFact[];
  /** Months in which it was held, at most 25, the running one included. */
  readonly months: readonly MonthFact[];
  /** Bills of whoever pays for it that were not paid on the day they were due. */
  readonly lateBills: readonly LateBillFact[];
}

export interface SubscriptionFact {
  readonly offerId: number;
  readonly offerKind: string;
  readonly monthlyFeeFen: number;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly contractEndsOn: string | null;
}

export interface MonthFact {
  readonly month: string;
  readonly voiceMinutes: number;
  readonly smsCount: number;
  readonly mmsCount: number;
  readonly dataKilobytes: number;
  readonly dataAllowanceKilobytes: number;
  readonly activeDays: number;
  readonly roamingEvents: number;
  readonly ringbackChanges: number;
  readonly chargeFen: number;
}

export interface LateBillFact {
  readonly month: string;
  readonly dueOn: string;
  readonly paidOn: string | null;
}

export interface ContactFact {
  readonly contactId: number;
  readonly startedAt: number;
  readonly channel: string;
  readonly direction: string;
  readonly type: string;
  readonly topic: string | null;
}

export interface TicketFact {
  readonly ticketId: number;
  readonly acceptedAt: number;
  readonly dueAt: number;
  readonly repliedAt: number | null;
  readonly status: string;
  readonly complaintClass: string | null;
  readonly complaintTopic: string | null;
  readonly isEscalated: boolean;
  readonly isReopened: boolean;
  readonly satisfaction: string | null;
}

export interface TreatmentFact {
  readonly campaignKind: string;
  readonly channel: string;
  readonly treatedAt: number;
}

export interface ResponseFact {
  readonly treatmentId: number;
  readonly outcome: string;
  readonly respondedAt: number;
}
