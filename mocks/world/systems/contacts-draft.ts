/** Contacts before they have ids. */
import type { ChannelCode, WorldCustomer, WorldTreatment } from '../model.ts';
import type { Random } from '../rng.ts';
import type { ComplaintClass, ContactType, TicketCode } from './contacts-vocabulary.ts';

export interface Draft {
  /** Begin, epoch seconds. */
  readonly at: number;
  readonly channel: ChannelCode;
  readonly direction: 'INBOUND' | 'OUTBOUND';
  readonly type: ContactType;
  readonly topicCode: string;
  /** Null for self-service. */
  readonly staffId: string | null;
  /** The treatment that this contact carried out. */
  readonly treatment: WorldTreatment | null;
  readonly ticket: TicketDraft | null;
  /** The earlier contact that this one belongs with; its ticket is touched. */
  readonly tie: Tie | null;
  /** The caller went through the voice menu and waited for a human. */
  readonly throughMenu: boolean;
  /** Nobody has settled it yet: its ticket is unanswered, or its request open. */
  readonly leftOpen: boolean;
}

export interface Tie {
  readonly relation: 'REPEAT' | 'FOLLOW_UP' | 'HANDOVER';
  readonly to: Draft;
}

export interface TicketDraft {
  readonly acceptedAt: number;
  readonly businessType: string;
  readonly dueAt: number;
  readonly status: TicketCode;
  readonly progress: string | null;
  readonly acceptedByStaffId: string;
  readonly repliedByStaffId: string | null;
  readonly repliedAt: number | null;
  readonly satisfaction: string | null;
  readonly complaintClass: ComplaintClass | null;
  readonly complaintTopic: string | null;
  readonly severity: 'MINOR' | 'MAJOR' | 'CRITICAL';
  readonly escalated: boolean;
  readonly reopened: boolean;
}

/** One customer while its history is made up. */
export interface Subject {
  readonly customer: WorldCustomer;
  readonly random: Random;
  /** When contacts could happen: the customer had a line, and it is past. Epoch seconds. */
  readonly from: number;
  readonly until: number;
  readonly now: number;
}

export const DAY = 86_400;
export const HOUR = 3_600;
