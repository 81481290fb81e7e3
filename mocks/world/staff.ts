/** The staff register: letter of the work and six digits (工号). */
import type { Catalogue, StaffRole } from './model.ts';
import { personName } from './people.ts';
import { createRandom } from './rng.ts';

const LETTERS: Readonly<Record<StaffRole, string>> = {
  HOTLINE_AGENT: 'A',
  RETAIL_CLERK: 'R',
  VIP_MANAGER: 'V',
  GROUP_MANAGER: 'G',
  SUPERVISOR: 'S',
};

/** Customers in a row that one VIP manager serves: about 100 of them are VIPs. */
const CUSTOMERS_PER_VIP_MANAGER = 2_400;
/** Customers in a row that one group manager serves: one in 200 is a unit. */
const CUSTOMERS_PER_GROUP_MANAGER = 8_000;
const CUSTOMERS_PER_CLERK = 5_000;
const CUSTOMERS_PER_AGENT = 4_000;
const AGENTS_PER_SUPERVISOR = 20;
const SMALLEST_TEAM = 20;
/** Supervisors also answer tickets: that takes some, however few the agents. */
const SMALLEST_BACK_OFFICE = 4;

export const toStaffId = (role: StaffRole, nth: number): string =>
  LETTERS[role] + String(nth).padStart(6, '0');

/** Number 1 of each manages the named cases; the others share the rest by their place in the world. */
export const vipManagerOf = (index: number): string =>
  toStaffId('VIP_MANAGER', 2 + Math.floor(index / CUSTOMERS_PER_VIP_MANAGER));
export const groupManagerOf = (index: number): string =>
  toStaffId('GROUP_MANAGER', 2 + Math.floor(index / CUSTOMERS_PER_GROUP_MANAGER));

export function clerkCount(customers: number): number {
  return Math.max(SMALLEST_TEAM, Math.ceil(customers / CUSTOMERS_PER_CLERK));
}

export function createStaff(seed: number, customers: number): Catalogue['staff'] {
  const agents = Math.max(SMALLEST_TEAM, Math.ceil(customers / CUSTOMERS_PER_AGENT));
  const sizes: Readonly<Record<StaffRole, number>> = {
    HOTLINE_AGENT: agents,
    RETAIL_CLERK: clerkCount(customers),
    VIP_MANAGER: 1 + Math.ceil(customers / CUSTOMERS_PER_VIP_MANAGER),
    GROUP_MANAGER: 1 + Math.ceil(customers / CUSTOMERS_PER_GROUP_MANAGER),
    SUPERVISOR: Math.max(SMALLEST_BACK_OFFICE, Math.ceil(agents / AGENTS_PER_SUPERVISOR)),
  };
  return (Object.keys(sizes) as StaffRole[]).flatMap((role) =>
    Array.from({ length: sizes[role] }, (_, at) => {
      const random = createRandom(seed, `staff-${role}`, at);
      return { staffId: toStaffId(role, at + 1), name: personName(random, random.chance(0.4)), role };
    }),
  );
}
