import { maskPhone } from '#kit/masking';
import type { CustomerRelationResolvers, CustomerResolvers, MembershipResolvers } from '#schema/crm';
import { maskAddress, maskDocument, maskEmail } from '../masking.ts';
import { bestUserClass, isValid, validPoints, vipGrade } from '../service-layer.ts';
import { isInUse } from '../subscriber-figures.ts';
import { requireCustomer, staffOf } from './existing.ts';
import { identitiesOf, standingOf } from './standing.ts';

export const Customer: CustomerResolvers = {
  __resolveReference: ({ customerId }, { loaders }) => loaders.customers.load(customerId),

  idDocument: ({ document }) =>
    document && { type: document.type, numberMasked: maskDocument(document.number) },
  homeRegion: ({ regionCode }, _args, { loaders }) => loaders.regions.load(regionCode),
  contactMedia: ({ contactPhone, email, address }) => [
    ...(contactPhone ? [{ type: 'PHONE' as const, valueMasked: maskPhone(contactPhone) }] : []),
    ...(email ? [{ type: 'EMAIL' as const, valueMasked: maskEmail(email) }] : []),
    ...(address ? [{ type: 'ADDRESS' as const, valueMasked: maskAddress(address) }] : []),
  ],
  profile: ({ hobbies, mailingAddress }) => ({
    hobbies,
    mailingAddressMasked: mailingAddress && maskAddress(mailingAddress),
  }),

  async brands({ customerId }, _args, { loaders }) {
    const subscribers = await loaders.subscribersOf.load(customerId);
    const codes = new Set(subscribers.filter(isInUse).map(({ brandCode }) => brandCode));
    const brands = await loaders.brands.loadAll([...codes]);
    return brands.filter((brand) => brand !== null);
  },
  async layer(customer, _args, context) {
    const [highest] = await identitiesOf(customer, context);
    return highest?.layer ?? null;
  },
  identities: (customer, _args, context) => identitiesOf(customer, context),
  async userClass(customer, _args, context) {
    const [standing, subscribers] = await Promise.all([
      standingOf(customer, context),
      context.loaders.subscribersOf.load(customer.customerId),
    ]);
    return bestUserClass(standing, subscribers, context.today);
  },
  async vipGrade({ customerId }, _args, { loaders, today }) {
    return vipGrade(await loaders.membershipsOf.load(customerId), today);
  },
  memberships: ({ customerId }, _args, { loaders }) => loaders.membershipsOf.load(customerId),
  async points({ customerId }, _args, { loaders, today }) {
    return validPoints(await loaders.membershipsOf.load(customerId), today);
  },

  subscribers: ({ customerId }, _args, { loaders }) => loaders.subscribersOf.load(customerId),
  relations: ({ customerId }, _args, { loaders }) => loaders.relationsOf.load(customerId),
  manager: ({ managerStaffId }, _args, { loaders }) =>
    managerStaffId === null ? null : staffOf(loaders, managerStaffId),
  groupMembership: ({ customerId }, _args, { loaders }) => loaders.seats.load(customerId),
  group: ({ customerId, segment }, _args, { loaders }) =>
    segment === 'ENTERPRISE' ? loaders.groups.load(customerId) : null,
};

export const Membership: MembershipResolvers = {
  __resolveReference: ({ membershipId }, { loaders }) => loaders.memberships.load(membershipId),
  valid: (membership, _args, { today }) => isValid(membership, today),
};

export const CustomerRelation: CustomerRelationResolvers = {
  customer: ({ otherCustomerId }, _args, { loaders }) => requireCustomer(loaders, otherCustomerId),
};
