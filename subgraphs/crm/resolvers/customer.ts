import { bestUserClass, isValid, vipGrade } from '#kit/customer-class';
import { maskPhone } from '#kit/masking';
import type { CustomerRelationResolvers, CustomerResolvers, MembershipResolvers } from '#schema/crm';
import {
  allListedAs,
  listed,
  listedAs,
  maskAddress,
  maskDocument,
  maskEmail,
  shownCard,
  shownName,
} from '../masking.ts';
import { validPoints } from '../service-layer.ts';
import { isInUse } from '../subscriber-figures.ts';
import { staffOf } from './existing.ts';
import { identitiesOf, standingOf } from './standing.ts';

export const Customer: CustomerResolvers = {
  __resolveReference: ({ customerId }, { loaders }) => loaders.customers.load(customerId),

  name: (customer, _args, { viewer }) => shownName(customer, viewer),
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
    const netClasses = subscribers.filter(isInUse).map(({ netClass }) => netClass);
    return bestUserClass(standing, netClasses, context.today);
  },
  async vipGrade({ customerId }, _args, { loaders, today }) {
    return vipGrade(await loaders.membershipsOf.load(customerId), today);
  },
  async memberships(customer, _args, { loaders }) {
    return allListedAs(customer, await loaders.membershipsOf.load(customer.customerId));
  },
  async points({ customerId }, _args, { loaders, today }) {
    return validPoints(await loaders.membershipsOf.load(customerId), today);
  },

  async subscribers(customer, _args, { loaders }) {
    return allListedAs(customer, await loaders.subscribersOf.load(customer.customerId));
  },
  relations: ({ customerId }, _args, { loaders }) => loaders.relationsOf.load(customerId),
  manager: ({ managerStaffId }, _args, { loaders }) =>
    managerStaffId === null ? null : staffOf(loaders, managerStaffId),
  groupMembership: (customer) => customer.seat && listedAs(customer, customer.seat),
  async group(customer, _args, { loaders }) {
    if (customer.segment !== 'ENTERPRISE') return null;
    return listedAs(customer, await loaders.groups.load(customer.customerId));
  },
};

export const Membership: MembershipResolvers = {
  __resolveReference: ({ membershipId }, { loaders }) => loaders.memberships.load(membershipId),
  cardNumber: (membership, _args, { viewer }) => shownCard(membership, viewer),
  valid: (membership, _args, { today }) => isValid(membership, today),
};

export const CustomerRelation: CustomerRelationResolvers = {
  async customer({ otherCustomerId }, _args, { loaders }) {
    return listed(await loaders.customers.load(otherCustomerId));
  },
};
