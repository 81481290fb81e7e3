/** The tables that facts are copied into (../migrations/003-facts.ts): their columns, in the order in which rows are given. */
import type { SqlValue } from '#kit/database';

export const FACT_COLUMNS = {
  fact_line: ['customer_id', 'subscriber_id', 'account_id', 'mobile', 'status', 'opened_on', 'closed_on'],
  fact_subscription: [
    'customer_id',
    'subscriber_id',
    'subscription_id',
    'offer_id',
    'offer_kind',
    'monthly_fee_fen',
    'started_on',
    'ended_on',
    'contract_ends_on',
  ],
  fact_tie: ['customer_id', 'kind'],
  fact_contact: ['customer_id', 'contact_id', 'started_at', 'channel', 'direction', 'type', 'topic'],
  fact_ticket: [
    'customer_id',
    'ticket_id',
    'accepted_at',
    'due_at',
    'replied_at',
    'status',
    'complaint_class',
    'complaint_topic',
    'escalated',
    'reopened',
    'satisfaction',
  ],
  fact_response: ['customer_id', 'treatment_id', 'outcome', 'responded_at'],
  fact_late_bill: ['customer_id', 'subscriber_id', 'month', 'due_on', 'paid_on'],
} as const;

export type FactTable = keyof typeof FACT_COLUMNS;

/** Values in the order of the columns. */
export type WriteFacts = (table: FactTable, rows: readonly (readonly SqlValue[])[]) => Promise<void>;
