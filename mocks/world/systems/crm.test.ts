/** The made-up customer system, read through the graph that it is made for. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Crm, createCrm } from '../../../subgraphs/crm/testing/crm.ts';
import type { SqlValue, WorldCustomer } from '../model.ts';
import { recordRows } from '../testing/record-rows.ts';
import { createWorld } from '../world.ts';
import { createCrmWriter } from './crm.ts';

const CUSTOMERS = 1_200;
const world = createWorld({ seed: 20_261_120, customers: CUSTOMERS });
const customers = Array.from({ length: CUSTOMERS }, (_, index) => world.customer(index));

const record = () => recordRows(createCrmWriter, world, customers).tables;
const tables = record();
let crm: Crm;
beforeAll(async () => {
  crm = await createCrm(tables, new Date(world.now));
});
afterAll(() => crm.remove());

const valuesOf = (table: string, column: string): SqlValue[] =>
  (tables[table] ?? []).map((row) => row[column] ?? null);

/** Non-null values of a column that no row of the other table has. */
function dangling(table: string, column: string, ofTable: string, key: string): SqlValue[] {
  const known = new Set(valuesOf(ofTable, key));
  return valuesOf(table, column).filter((value) => value !== null && !known.has(value));
}

describe('rows', () => {
  it('are the same in every run', () => {
    expect(record()).toEqual(tables);
  });

  it('come in the order of their keys, so that those of one customer lie together', () => {
    for (const [table, key] of [
      ['customer', 'customer_id'],
      ['membership', 'customer_id'],
      ['subscriber', 'subscriber_id'],
      ['subscription', 'subscription_id'],
      ['number_holding', 'subscriber_id'],
      ['device', 'subscriber_id'],
      ['account_ref', 'account_id'],
    ] as const) {
      const keys = valuesOf(table, key) as number[];
      expect(keys.length).toBeGreaterThan(0);
      expect(keys).toEqual(keys.toSorted((a, b) => a - b));
    }
  });

  it('have the prices of those offers that set them, and of no other', () => {
    const priced = (tables['offer'] ?? []).filter(({ per_minute_fen }) => per_minute_fen !== null);
    expect(new Set(priced.map(({ kind }) => kind))).toEqual(new Set(['PLAN', 'FIXED_LINE']));
    expect(priced).toContainEqual(
      expect.objectContaining({ offer_id: 1021, per_minute_fen: 25, per_sms_fen: 10, per_megabyte_fen: 2 }),
    );
  });

  it.each([
    ['customer', 'region_code', 'region', 'region_code'],
    ['customer', 'opened_by_staff_id', 'staff', 'staff_id'],
    ['customer', 'manager_staff_id', 'staff', 'staff_id'],
    ['customer_relation', 'other_customer_id', 'customer', 'customer_id'],
    ['group_member', 'group_customer_id', 'group_customer', 'customer_id'],
    ['subscriber', 'account_id', 'account_ref', 'account_id'],
    ['subscriber', 'brand_code', 'brand', 'brand_code'],
    ['subscriber', 'real_user_customer_id', 'customer', 'customer_id'],
    ['device', 'model_id', 'device_model', 'model_id'],
    ['subscription', 'offer_id', 'offer', 'offer_id'],
    ['subscription', 'sp_code', 'service_provider', 'sp_code'],
    ['subscription', 'opened_by_staff_id', 'staff', 'staff_id'],
    ['offer', 'brand_code', 'brand', 'brand_code'],
    ['number_segment', 'region_code', 'region', 'region_code'],
  ])('of %s point with %s to what exists', (table, column, ofTable, key) => {
    expect(dangling(table, column, ofTable, key)).toEqual([]);
  });

  it('hold whole numbers only: money, volumes and moments have no fractions', () => {
    const fractions = Object.entries(tables).flatMap(([table, rows]) =>
      rows.flatMap((row) =>
        Object.entries(row)
          .filter(([, value]) => typeof value === 'number' && !Number.isSafeInteger(value))
          .map(([column, value]) => `${table}.${column}: ${String(value)}`),
      ),
    );
    expect(fractions).toEqual([]);
  });

  it('never have two holders of a number at one time', () => {
    const holdings = Map.groupBy(tables['number_holding'] ?? [], (row) => row['service_number']);
    const recycled = [...holdings.values()].filter((ofNumber) => ofNumber.length > 1);

    expect(recycled.length).toBeGreaterThan(0);
    for (const ofNumber of recycled) {
      const inTime = ofNumber.toSorted((a, b) => Number(a['held_since_at']) - Number(b['held_since_at']));
      for (const [nth, holding] of inTime.slice(1).entries()) {
        expect(inTime[nth]?.['held_until_at']).not.toBeNull();
        expect(Number(inTime[nth]?.['held_until_at'])).toBeLessThanOrEqual(Number(holding['held_since_at']));
      }
    }
  });
});

describe('the graph over them', () => {
  async function inBatches<T>(
    selection: string,
    take: (answer: T, customer: WorldCustomer) => void,
  ): Promise<void> {
    for (let from = 0; from < customers.length; from += 200) {
      const batch = customers.slice(from, from + 200);
      const { data, errors } = await crm.askEntities(
        `__typename ... on Customer { customerId ${selection} }`,
        batch.map(({ customerId }) => ({ __typename: 'Customer', customerId: String(customerId) })),
      );
      expect(errors).toBeUndefined();
      for (const [nth, customer] of batch.entries()) take(data._entities[nth], customer);
    }
  }

  it('computes the layer that BOSS has registered (R03)', async () => {
    const differing: unknown[] = [];
    await inBatches<{ layer: string | null }>(
      'layer',
      ({ layer }, { customerId, registeredLayer, status }) => {
        // BOSS keeps a layer for those whom crm has no line of; crm claims none.
        if (status === 'IN_NET' && layer !== registeredLayer)
          differing.push({ customerId, layer, registeredLayer });
      },
    );
    expect(differing).toEqual([]);
  });

  it('finds every holder by the number, as typed with +86', async () => {
    for (const { customerId, subscribers } of customers.slice(0, 64)) {
      for (const { serviceNumber, heldUntil } of subscribers) {
        if (heldUntil !== null) continue;
        const { data } = await crm.ask(
          `query ($value: String!) {
            customerLookup(by: SERVICE_NUMBER, value: $value) {
              outcome matches { customer { customerId } } numberOrigin { region { name } }
            }
          }`,
          { value: `+86${serviceNumber}` },
        );
        expect(data.customerLookup).toMatchObject({
          outcome: 'ONE',
          matches: [{ customer: { customerId: String(customerId) } }],
          numberOrigin: { region: { name: expect.any(String) } },
        });
      }
    }
  });

  it('finds every customer by document, card, contact phone and e-mail', async () => {
    const lookups = customers
      .slice(0, 64)
      .flatMap(({ customerId, document, memberships, contactPhone, email }) =>
        [
          ['ID_DOCUMENT', document.number],
          ['MEMBER_CARD', memberships[0]?.cardNumber],
          ['CONTACT_PHONE', contactPhone],
          ['EMAIL', email],
        ].flatMap(([by, value]) => (value ? [{ by, value, customerId: String(customerId) }] : [])),
      );
    for (const { by, value, customerId } of lookups) {
      const { data } = await crm.ask(
        `query ($by: LookupKey!, $value: String!) {
          customerLookup(by: $by, value: $value) { matches { customer { customerId } } }
        }`,
        { by, value },
      );
      expect(data.customerLookup.matches).toContainEqual({ customer: { customerId } });
    }
  });

  it('shows of an address no more than the district', async () => {
    const shown: string[] = [];
    await inBatches<{ contactMedia: { type: string; valueMasked: string }[] }>(
      'contactMedia { type valueMasked }',
      ({ contactMedia }) =>
        shown.push(...contactMedia.flatMap((m) => (m.type === 'ADDRESS' ? [m.valueMasked] : []))),
    );
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((address) => !/市.{1,4}区\*{4}$/.test(address))).toEqual([]);
  });
});
