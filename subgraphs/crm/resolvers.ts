import { DateTime, Fen, LocalDate } from '#kit/scalars';
import type { Resolvers } from '#schema/crm';
import { Customer, CustomerRelation, Membership } from './resolvers/customer.ts';
import {
  CustomerConnection,
  GroupCustomer,
  GroupMember,
  GroupMemberConnection,
  GroupMembership,
  StaffMember,
} from './resolvers/group.ts';
import { CustomerLookup, CustomerMatch, Lookups } from './resolvers/lookup.ts';
import { Revelations } from './resolvers/reveal.ts';
import {
  Device,
  NumberOrigin,
  Offer,
  ProductSubscription,
  RealUser,
  Subscriber,
} from './resolvers/subscriber.ts';

export const resolvers: Resolvers = {
  DateTime,
  Fen,
  LocalDate,

  Query: {
    ...Lookups,
    customer: (_query, { customerId }, { loaders }) => loaders.customers.load(customerId),
    subscriber: (_query, { subscriberId }, { loaders }) => loaders.subscribers.load(subscriberId),
    groupCustomer: (_query, { customerId }, { loaders }) => loaders.groups.load(customerId),
    staffMember: (_query, { staffId }, { loaders }) => loaders.staff.load(staffId),
  },

  Mutation: Revelations,

  Customer,
  CustomerConnection,
  CustomerLookup,
  CustomerMatch,
  CustomerRelation,
  Device,
  GroupCustomer,
  GroupMember,
  GroupMemberConnection,
  GroupMembership,
  Membership,
  NumberOrigin,
  Offer,
  RealUser,
  StaffMember,
  Subscriber,
  ProductSubscription,
};
