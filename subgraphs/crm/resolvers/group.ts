import { maskPhone } from '#kit/masking';
import { toPageInfo } from '#kit/paging';
import type {
  CustomerConnectionResolvers,
  GroupCustomerResolvers,
  GroupMemberConnectionResolvers,
  GroupMemberResolvers,
  GroupMembershipResolvers,
  StaffMemberResolvers,
} from '#schema/crm';
import { listed, listedAs, shownContactName } from '../masking.ts';
import { toPageRequest } from '../pages.ts';
import { staffOf } from './existing.ts';

/** Names of the two lists in cursors. */
const membersOf = (groupCustomerId: string): string => `members:${groupCustomerId}`;
const portfolioOf = (staffId: string): string => `portfolio:${staffId}`;

export const GroupCustomer: GroupCustomerResolvers = {
  __resolveReference: ({ customerId }, { loaders }) => loaders.groups.load(customerId),

  async customer(group, _args, { loaders }) {
    return listedAs(group, await loaders.customers.load(group.customerId));
  },
  contactName: (group, _args, { viewer }) => shownContactName(group, viewer),
  contactPhoneMasked: ({ contactPhone }) => maskPhone(contactPhone),
  manager: ({ managerStaffId }, _args, { loaders }) =>
    managerStaffId === null ? null : staffOf(loaders, managerStaffId),
  memberCount: ({ customerId }, _args, { loaders }) => loaders.memberCounts.load(customerId),
  async members({ customerId }, { first, after }, { loaders }) {
    const request = toPageRequest(membersOf(customerId), first, after);
    const page = await loaders.memberPages(request).load(customerId);
    return { groupCustomerId: customerId, page };
  },
};

export const GroupMembership: GroupMembershipResolvers = {
  async group(seat, _args, { loaders }) {
    return listedAs(seat, await loaders.groups.load(seat.groupCustomerId));
  },
};

export const GroupMemberConnection: GroupMemberConnectionResolvers = {
  nodes: ({ page }) => page.items,
  pageInfo: ({ groupCustomerId, page }) =>
    toPageInfo(membersOf(groupCustomerId), page, ({ memberCustomerId }) => memberCustomerId),
  totalCount: ({ groupCustomerId }, _args, { loaders }) => loaders.memberCounts.load(groupCustomerId),
};

export const GroupMember: GroupMemberResolvers = {
  async customer({ memberCustomerId }, _args, { loaders }) {
    return listed(await loaders.customers.load(memberCustomerId));
  },
};

export const StaffMember: StaffMemberResolvers = {
  __resolveReference: ({ staffId }, { loaders }) => staffOf(loaders, staffId),

  async portfolio({ staffId }, { first, after }, { loaders, accesses }) {
    const request = toPageRequest(portfolioOf(staffId), first, after);
    const page = await loaders.portfolioPages(request).load(staffId);
    for (const customer of page.items) {
      accesses.saw(customer.customerId);
      loaders.customers.prime(customer.customerId, customer);
    }
    return { staffId, page };
  },
};

export const CustomerConnection: CustomerConnectionResolvers = {
  nodes: ({ page }) => page.items,
  pageInfo: ({ staffId, page }) => toPageInfo(portfolioOf(staffId), page, ({ customerId }) => customerId),
  totalCount: ({ staffId }, _args, { loaders }) => loaders.portfolioCounts.load(staffId),
};
