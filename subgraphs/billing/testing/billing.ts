/** Billing and its subgraph, over rows that a test says. */

import { type Asked, asked, testClock } from '#kit/testing/ask';
import { createTestDatabase, type Rows, type TestDatabase } from '#kit/testing/database';
import { type MemoryTrail, memoryTrail } from '#kit/testing/trail';
import { testRequest, testViewer } from '#kit/testing/viewer';
import type { CustomerAuthentication, Viewer, ViewerClaims } from '#kit/viewer';
import * as tables from '../migrations/001-tables.ts';
import * as indexes from '../migrations/002-indexes.ts';
import { createBillingSubgraph } from '../subgraph.ts';

type Answer = ReturnType<Asked['ask']>;

/** By the real clock of these tests: later than that of any receipt that has run out. */
export const NOW: number = Date.parse('2100-01-01T00:00:00+08:00');

export const RECEIPT_KEY: Uint8Array = new Uint8Array(32).fill(7);

export const AUTHENTICATED: CustomerAuthentication = {
  authenticationId: '1',
  customerId: '1',
  subject: 'S000001',
  until: NOW + 1,
};

export interface Billing extends TestDatabase {
  /** Who took records out. */
  readonly trail: MemoryTrail;
  ask: Asked['ask'];
  /** These fields of each entity, in `data._entities`. */
  askEntities(type: string, keys: readonly object[], fields: string): Answer;
  askCustomer(customerId: string, fields: string): Answer;
  askLine(subscriberId: string, fields: string): Answer;
}

export function createBillingDatabase(rows: Rows = {}): Promise<TestDatabase> {
  return createTestDatabase('billing', [tables, indexes], rows);
}

/** Sees everything, customer 1's itemised records too, unless told otherwise. */
export function billingViewer(claims: Partial<ViewerClaims> = {}): Viewer {
  return testViewer({ purpose: 'BILL_ENQUIRY', authenticated: AUTHENTICATED, ...claims });
}

/** @param viewer Who asks, for each question anew. */
export async function createBilling(rows: Rows = {}, viewer: () => Viewer = billingViewer): Promise<Billing> {
  const database = await createBillingDatabase(rows);
  const trail = memoryTrail();
  const subgraph = createBillingSubgraph(database.db, testClock, {
    receiptKey: RECEIPT_KEY,
    trail,
    now: () => NOW,
  });
  const { ask, askEntities: askAny } = asked(subgraph, () => testRequest(viewer()));
  const askEntities: Billing['askEntities'] = (type, keys, fields) =>
    askAny(
      `... on ${type} { ${fields} }`,
      keys.map((key) => ({ __typename: type, ...key })),
    );
  return {
    ...database,
    trail,
    ask,
    askEntities,
    askCustomer: (customerId, fields) => askEntities('Customer', [{ customerId }], fields),
    askLine: (subscriberId, fields) => askEntities('Subscriber', [{ subscriberId }], fields),
  };
}
