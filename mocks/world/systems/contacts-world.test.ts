import { expect, test } from '@jest/globals';
import type { WorldCustomer } from '../model.ts';
import { moment } from '../testing/contacts.ts';
import { type Row, recordRows } from '../testing/record-rows.ts';
import { createWorld } from '../world.ts';
import { createContactsWriter } from './contacts.ts';

const MANY = 2_000;
const world = createWorld({ seed: 1, customers: MANY });
const customers = Array.from({ length: MANY }, (_, index) => world.customer(index));
const written = recordRows(createContactsWriter, world, customers);
const THREE_MONTHS_AGO = moment('2026-08-20T00:00');

function ofCustomer(table: string, id: string, { customerId }: WorldCustomer): readonly Row[] {
  return written.rows(table).filter((row) => Math.floor(Number(row[id]) / 10_000) === customerId);
}

test('every case of the generated operator has the contacts that its script counts', () => {
  const counted = customers.filter(({ script }) => script?.contacts !== undefined);

  expect(counted.length).toBeGreaterThan(2);
  for (const customer of counted) {
    expect(ofCustomer('contact', 'contact_id', customer)).toHaveLength(customer.script?.contacts ?? -1);
  }
});

test('every case of the generated operator has the complaints that its script counts', () => {
  const counted = customers.filter(({ script }) => script?.complaintsThreeMonths !== undefined);

  expect(counted.length).toBeGreaterThan(4);
  for (const customer of counted) {
    const recent = ofCustomer('ticket', 'ticket_id', customer).filter(
      (row) => row['complaint_class'] !== null && Number(row['accepted_at']) >= THREE_MONTHS_AGO,
    );
    expect([customer.index, recent.length]).toEqual([customer.index, customer.script?.complaintsThreeMonths]);
  }
});

test('nobody was in touch before holding a line, and nobody without one at all', () => {
  const opened = new Map(
    customers.map(({ customerId, subscribers }) => [
      customerId,
      Math.min(...subscribers.map(({ heldSince }) => heldSince)),
    ]),
  );
  const early = written.rows('contact').filter(({ contact_id, started_at }) => {
    const since = opened.get(Math.floor(Number(contact_id) / 10_000));
    return since === undefined || Number(started_at) < since;
  });

  expect(written.rows('contact').length).toBeGreaterThan(MANY);
  expect(early).toEqual([]);
});

test('every answer that the operator got is kept under its treatment', () => {
  const answers = customers.flatMap(({ treatments }) =>
    treatments.flatMap(({ treatmentId, response }) => (response === null ? [] : [treatmentId])),
  );

  expect(answers.length).toBeGreaterThan(100);
  expect(written.rows('response').map(({ treatment_id }) => treatment_id)).toEqual(answers);
});

test('every answer at a counter or by telephone was taken by somebody', () => {
  const taken = written
    .rows('response')
    .filter(({ channel }) => channel === 'RETAIL' || channel === 'OUTBOUND');

  expect(taken.length).toBeGreaterThan(100);
  expect(taken.filter(({ staff_id }) => staff_id === null)).toEqual([]);
});

test('what the operator did of its own accord is never withdrawn, and waits a week at most', () => {
  const active = written.rows('service_request').filter(({ direction }) => direction === 'ACTIVE');
  const strange = active.filter(
    ({ status, due_at }) => status !== 'DONE' && !(status === 'OPEN' && Number(due_at) >= world.nowSeconds),
  );

  expect(active.length).toBeGreaterThan(100);
  expect(strange).toEqual([]);
});

test('one to three customers in a hundred have something open', () => {
  const rows = [
    ...written.rows('ticket').filter(({ status }) => ['00', '01', '06', '07'].includes(String(status))),
    ...written.rows('service_request').filter(({ status }) => status === 'OPEN'),
  ];
  const waiting = new Set(
    rows.map(({ ticket_id, request_id }) => Math.floor(Number(ticket_id ?? request_id) / 10_000)),
  );

  expect(waiting.size / MANY).toBeGreaterThan(0.01);
  expect(waiting.size / MANY).toBeLessThan(0.03);
});

test('every staff id of contact history is in the register', () => {
  const staff = new Set(world.catalogue.staff.map(({ staffId }) => staffId));
  const named = [
    ...written.rows('contact').map(({ staff_id }) => staff_id),
    ...written.rows('ticket').flatMap((row) => [row['accepted_by_staff_id'], row['replied_by_staff_id']]),
    ...written.rows('response').map(({ staff_id }) => staff_id),
  ];

  expect(named.filter((id) => typeof id === 'string' && !staff.has(id))).toEqual([]);
});
