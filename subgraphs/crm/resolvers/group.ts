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
import { toPageRequest } from '../pages.ts';
import { requireCustomer, requireGroup, staffOf } from './existing.ts';

/** Names of the two lists in cursors. */
const membersOf = (groupCustomerId: string): string => `members:${groupCustomerId}`;
const portfolioOf = (staffId: string): string => `portfolio:${staffId}`;

export const GroupCustomer: GroupCustomerResolvers = {
  __resolveReference: ({ customerId }, { loaders }) => loaders.groups.load(customerId),

  customer: ({ customerId }, _args, { loaders }) => loaders.customers.load(customerId),
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
  group: ({ groupCustomerId }, _args, { loaders }) => requireGroup(loaders, groupCustomerId),
};

export const GroupMemberConnection: GroupMemberConnectionResolvers = {
  nodes: ({ page }) => page.items,
  pageInfo: ({ groupCustomerId, page }) =>
    toPageInfo(membersOf(groupCustomerId), page, ({ memberCustomerId }) => memberCustomerId),
  totalCount: ({ groupCustomerId }, _args, { loaders }) => loaders.memberCounts.load(groupCustomerId),
};

export const GroupMember: GroupMemberResolvers = {
  customer: ({ memberCustomerId }, _args, { loaders }) => requireCustomer(loaders, memberCustomerId),
};

export const StaffMember: StaffMemberResolvers = {
  __resolveReference: ({ staffId }, { loaders }) => staffOf(loaders, staffId),

  async portfolio({ staffId }, { first, after }, { loaders }) {
    const request = toPageRequest(portfolioOf(staffId), first, after);
    const page = await loaders.portfolioPages(request).load(staffId);
    for (const customer of page.items) loaders.customers.prime(customer.customerId, customer);
    return { staffId, page };
  },
};

export const CustomerConnection: CustomerConnectionResolvers = {
  nodes: ({ page }) => page.items,
  pageInfo: ({ staffId, page }) => toPageInfo(portfolioOf(staffId), page, ({ customerId }) => customerId),
  totalCount: ({ staffId }, _args, { loaders }) => loaders.portfolioCounts.load(staffId),
};
