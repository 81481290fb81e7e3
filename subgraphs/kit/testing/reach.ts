/** Customers that a test made, and who may see them. */
import type { Reach } from '../viewer.ts';
import type { Row } from './database.ts';

/** A customer of Chengdu whom nobody in particular looks after, and what a test says of him. */
export function reachRow(customerId: number, own: Row = {}): Row {
  return {
    customer_id: customerId,
    region_code: '510100',
    manager_staff_id: null,
    group_manager_staff_id: null,
    ...own,
  };
}

/** A customer of Chengdu whom a VIP manager looks after, and a member of a unit. */
export function lookedAfterRow(customerId: number): Row {
  return reachRow(customerId, { manager_staff_id: 'V000001', group_manager_staff_id: 'G000001' });
}

/** Those who may see the customer of `lookedAfterRow`. */
export const insidersOf = (customerId: string): readonly [who: string, reach: Reach][] => [
  ['everywhere', { kind: 'REGIONS', regions: [''] }],
  ['in the province', { kind: 'REGIONS', regions: ['44', '51'] }],
  ['in the city', { kind: 'REGIONS', regions: ['510100'] }],
  ['who is the VIP manager', { kind: 'PORTFOLIO', staffId: 'V000001' }],
  ['who looks after the unit', { kind: 'GROUPS', staffId: 'G000001' }],
  ['who is the customer', { kind: 'SELF', customerId }],
];

/** Those who may not. @param otherId Another customer. */
export const strangersTo = (otherId: string): readonly [who: string, reach: Reach][] => [
  ['in another province', { kind: 'REGIONS', regions: ['44', '5102'] }],
  ['in no region', { kind: 'REGIONS', regions: [] }],
  ['who is another VIP manager', { kind: 'PORTFOLIO', staffId: 'V000002' }],
  ['who looks after the unit, but not after VIPs', { kind: 'PORTFOLIO', staffId: 'G000001' }],
  ['who looks after another unit', { kind: 'GROUPS', staffId: 'G000002' }],
  ['who is another customer', { kind: 'SELF', customerId: otherId }],
  ['who is no customer', { kind: 'SELF', customerId: 'none' }],
  ['with nobody', { kind: 'NOBODY' }],
];

/** What is said of somebody out of reach, and of what there is not. */
export const FORBIDDEN = {
  message: 'There is no such customer among those that are yours to see.',
  extensions: { code: 'FORBIDDEN', retryable: false },
};
