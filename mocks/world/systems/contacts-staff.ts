/** Who took a contact 工号, by channel. */
import type { ChannelCode, StaffRole, World, WorldCustomer } from '../model.ts';
import type { Random } from '../rng.ts';

export interface Desk {
  /** Null where customers serve themselves. */
  taker(channel: ChannelCode, customer: WorldCustomer, random: Random): string | null;
  /** Who accepts tickets that came in without a person. */
  agent(random: Random): string;
  /** Who answers tickets. */
  backOffice(random: Random): string;
}

const ROLES: Readonly<Partial<Record<ChannelCode, StaffRole>>> = {
  HOTLINE: 'HOTLINE_AGENT',
  OUTBOUND: 'HOTLINE_AGENT',
  EMAIL: 'HOTLINE_AGENT',
  FAX: 'HOTLINE_AGENT',
  MAIL: 'HOTLINE_AGENT',
  RETAIL: 'RETAIL_CLERK',
  CLUB: 'VIP_MANAGER',
  VIP_MANAGER: 'VIP_MANAGER',
  GROUP_MANAGER: 'GROUP_MANAGER',
};

export function createDesk({ catalogue }: World): Desk {
  const byRole = Map.groupBy(catalogue.staff, ({ role }) => role);
  const anyOf = (role: StaffRole, random: Random): string => random.pick(byRole.get(role) ?? []).staffId;

  return {
    taker(channel, { managerStaffId }, random) {
      const role = ROLES[channel];
      if (role === undefined) return null;
      const managed = channel === 'VIP_MANAGER' || channel === 'GROUP_MANAGER';
      return managed && managerStaffId !== null ? managerStaffId : anyOf(role, random);
    },
    agent: (random) => anyOf('HOTLINE_AGENT', random),
    backOffice: (random) => anyOf('SUPERVISOR', random),
  };
}
