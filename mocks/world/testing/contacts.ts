/** What the contacts writer makes of customers made by hand. */
import type { CaseScript, WorldCustomer, WorldTreatment } from '../model.ts';
import { createStaff } from '../staff.ts';
import { createContactsWriter } from '../systems/contacts.ts';
import { TOPICS } from '../topics.ts';
import { handMadeCustomer, handMadeLine, handMadeWorld } from './hand-made.ts';
import { recordRows, type Written } from './record-rows.ts';

const world = handMadeWorld({ catalogue: { staff: createStaff(1, 1_000), topics: TOPICS } });
export const NOW = world.nowSeconds;

/** @param at A Shanghai moment, `2026-11-20T10:00`. */
export function moment(at: string): number {
  return Date.parse(`${at}:00+08:00`) / 1_000;
}

export const answeredTreatment = (
  treatmentId: number,
  at: string,
  own: Partial<WorldTreatment> = {},
): WorldTreatment => ({
  treatmentId,
  campaignKind: 'RETAIN',
  campaignName: '老客户关怀',
  channel: 'OUTBOUND',
  treatedAt: moment(at),
  offerId: null,
  reason: '合约到期',
  response: {
    responseId: treatmentId,
    outcome: 'DECLINED',
    reason: '考虑换网',
    respondedAt: moment(at) + 60,
    channel: 'OUTBOUND',
    staffId: 'A000007',
  },
  ...own,
});

/** Customer `index`, who is in touch three times as often as most. */
export const customer = (index: number, own: Partial<WorldCustomer> = {}): WorldCustomer =>
  handMadeCustomer({
    index,
    customerId: 100_000_000 + index,
    subscribers: [handMadeLine()],
    traits: { complaintRate: 0.15, queryRate: 0.4, contactRate: 0.4 },
    ...own,
  });

export const scripted = (
  index: number,
  script: CaseScript,
  own: Partial<WorldCustomer> = {},
): WorldCustomer => customer(index, { script, ...own });

/** What is written of these customers. */
export function write(...customers: readonly WorldCustomer[]): Written {
  return recordRows(createContactsWriter, world, customers);
}
