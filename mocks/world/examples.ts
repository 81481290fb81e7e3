/** Variables with which each trusted document answers: the explorer's tabs begin with them. */
import { toCustomerId, toSubscriberId } from './ids.ts';
import { NAMED_CASES } from './named-cases.ts';
import type { NamedCase } from './named-entries.ts';
import { toStaffId } from './staff.ts';

const VIP = named('vip-group');
const PANELS = named('usage-panels');

/** Documents that only read, by name as in `schema/operations/`. */
export const EXAMPLES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'screen-pop': { number: VIP.serviceNumber },
  'customer-view': { customerId: customerIdOf(VIP) },
  'retail-counter': { by: 'SERVICE_NUMBER', value: named('two-lines').serviceNumber },
  'vip-portfolio': { staffId: toStaffId('VIP_MANAGER', 1) },
  'group-account': { customerId: customerIdOf(named('group-unit')) },
  'ivr-balance': { number: named('ordinary').serviceNumber },
  'sms-bill': { number: named('bill-shock').serviceNumber },
  'web-self-service': { customerId: customerIdOf(named('two-lines')) },
  'usage-panels': { subscriberId: subscriberIdOf(PANELS) },
  'usage-records': { subscriberId: subscriberIdOf(VIP) },
  'who-looked': { customerId: customerIdOf(VIP) },
  'authentication-statistics': { from: '2026-11-01', to: '2026-11-30' },
  'record-exports-waiting': {},
};

/** Documents that do something, or need what another one gives: their tabs begin with these. */
export const ACT_EXAMPLES: typeof EXAMPLES = {
  authenticate: {
    input: { method: 'SERVICE_PASSWORD', by: 'SERVICE_NUMBER', value: VIP.serviceNumber, passwordBlock: '' },
  },
  reveal: {
    input: {
      customerId: customerIdOf(VIP),
      field: 'ID_DOCUMENT',
      purpose: 'SERVICE_REQUEST',
      reason: '补卡核对证件',
    },
  },
  'service-password': { input: { receipt: '', subscriberId: subscriberIdOf(VIP), newPasswordBlock: '' } },
  'transaction-entry': { customerId: customerIdOf(VIP) },
  'record-export-request': {
    input: { subscriberId: subscriberIdOf(VIP), month: '2026-10', reason: '客户要求核对通话' },
  },
  'record-export-approval': { requestId: '' },
  'record-export': { subscriberId: subscriberIdOf(VIP), month: '2026-10', approval: '' },
};

function named(id: string): NamedCase {
  const found = NAMED_CASES.find((each) => each.id === id);
  if (!found) throw new Error(`There is no named case ${id}.`);
  return found;
}

function customerIdOf({ index }: NamedCase): string {
  return String(toCustomerId(index));
}

function subscriberIdOf({ id, index, line }: NamedCase): string {
  if (line === null) throw new Error(`The named case ${id} has no line.`);
  return String(toSubscriberId(index, line));
}
