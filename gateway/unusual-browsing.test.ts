import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { testViewer } from '#kit/testing/viewer';
import { loadRoles } from '../schema/tools/roles.ts';
import { createBrowsingWatch } from './unusual-browsing.ts';

const rights = loadRoles(join(import.meta.dirname, '..'));
const roles = { ...rights, HOTLINE_AGENT: { ...rights.HOTLINE_AGENT, distinctCustomersAnHour: 10 } };
const agent = testViewer({ subject: 'A000001', role: 'HOTLINE_AGENT' });

const customers = (count: number, from = 0) => Array.from({ length: count }, (_, at) => String(from + at));

function setUp() {
  let now = Date.UTC(2026, 10, 20, 2, 0);
  const watch = createBrowsingWatch(roles, () => now);
  return {
    watch,
    wait: (minutes: number) => {
      now += minutes * 60_000;
    },
  };
}

describe('browsing is unusual', () => {
  it('past the limit of the role, not at it, and only for distinct customers', () => {
    const { watch } = setUp();
    expect(watch(agent, customers(10))).toBeNull();
    expect(watch(agent, customers(10))).toBeNull();
    expect(watch(agent, ['10'])).toMatchObject({ subject: 'A000001', distinctCustomers: 11 });
  });

  it('once in the hour, and again at each doubling', () => {
    const { watch } = setUp();
    const told = customers(85).filter((customer) => watch(agent, [customer]) !== null);
    expect(told).toEqual(['10', '20', '40', '80']);
  });

  it('once, however many customers one request saw', () => {
    const { watch } = setUp();
    expect(watch(agent, customers(100))).toMatchObject({ distinctCustomers: 100 });
    expect(watch(agent, customers(20, 100))).toBeNull();
    expect(watch(agent, customers(50, 120))).toMatchObject({ distinctCustomers: 170 });
  });

  it('for each of the staff by their own count', () => {
    const { watch } = setUp();
    watch(agent, customers(10));
    expect(watch({ ...agent, subject: 'A000002' }, customers(10, 10))).toBeNull();
  });

  it('within a clock hour, and the next begins anew', () => {
    const { watch, wait } = setUp();
    wait(59);
    expect(watch(agent, customers(11))).toMatchObject({ hour: '2026-11-20T02:00Z' });
    wait(1);
    expect(watch(agent, customers(10, 50))).toBeNull();
    expect(watch(agent, ['99'])).toMatchObject({ hour: '2026-11-20T03:00Z', distinctCustomers: 11 });
  });

  it('never for a role that nobody watches', () => {
    const { watch } = setUp();
    expect(watch({ ...agent, role: 'VIP_MANAGER' }, customers(1_000))).toBeNull();
  });
});
