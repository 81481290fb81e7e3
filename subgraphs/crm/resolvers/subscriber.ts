import { monthsBefore, toDateTime } from '#kit/clock';
import { userClass } from '#kit/customer-class';
import { maskName } from '#kit/masking';
import type {
  DeviceResolvers,
  NumberOriginResolvers,
  OfferResolvers,
  ProductSubscriptionResolvers,
  RealUserResolvers,
  SubscriberResolvers,
} from '#schema/crm';
import { listed, listedAs, shownNumber } from '../masking.ts';
import { isValueAdded, mainPlan, tenureDays } from '../subscriber-figures.ts';
import { missing, requireOffer } from './existing.ts';
import { standingOf } from './standing.ts';

export const Subscriber: SubscriberResolvers = {
  __resolveReference: ({ subscriberId }, { loaders }) => loaders.subscribers.load(subscriberId),

  async customer(subscriber, _args, { loaders }) {
    return listedAs(subscriber, await loaders.customers.load(subscriber.customerId));
  },
  serviceNumber: (subscriber, _args, { viewer }) => shownNumber(subscriber.serviceNumber, subscriber, viewer),
  payerAccount: ({ accountId }) => ({ accountId }),
  // Mobile lines have no broadband account: nothing to ask for.
  async broadbandAccount(subscriber, _args, { loaders, viewer }) {
    if (subscriber.netClass !== 'FIXED') return null;
    const account = await loaders.broadband.load(subscriber.subscriberId);
    return account && shownNumber(account, subscriber, viewer);
  },
  brand: ({ brandCode }, _args, { loaders }) => loaders.brands.load(brandCode),
  statusSince: ({ statusSinceAt }) => toDateTime(statusSinceAt),
  tenureDays: (subscriber, _args, { today }) => tenureDays(subscriber, today),
  device: ({ subscriberId }, _args, { loaders }) => loaders.devicesOf.load(subscriberId),
  async userClass({ customerId, netClass }, _args, context) {
    const customer = await context.loaders.customers.load(customerId);
    return userClass(netClass, await standingOf(customer, context), context.today);
  },

  numberOrigin: ({ serviceNumber }, _args, { loaders }) => loaders.origins.load(serviceNumber),
  async numberHeldSince({ subscriberId, serviceNumber }, _args, { loaders, numbersHeldSinceAt }) {
    let sinceAt = numbersHeldSinceAt.get(subscriberId);
    if (sinceAt === undefined) {
      const holdings = await loaders.holdings.load(serviceNumber);
      sinceAt = holdings.findLast((holding) => holding.subscriberId === subscriberId)?.sinceAt ?? null;
    }
    return sinceAt === null ? null : toDateTime(sinceAt);
  },
  // Strangers' holdings lose their ids here: only the intervals may be known.
  async numberHistory({ subscriberId, serviceNumber }, _args, { loaders }) {
    const holdings = await loaders.holdings.load(serviceNumber);
    return holdings.map((holding) => ({
      heldSince: toDateTime(holding.sinceAt),
      heldUntil: holding.untilAt === null ? null : toDateTime(holding.untilAt),
      own: holding.subscriberId === subscriberId,
    }));
  },

  async plan({ subscriberId }, _args, { loaders }) {
    return mainPlan(await loaders.runningOf(subscriberId));
  },
  contractEndsOn: ({ subscriberId }, _args, { loaders }) => loaders.contractEnds.load(subscriberId),
  async valueAddedOrders({ subscriberId }, _args, { today, loaders }) {
    const since = monthsBefore(today, 3);
    const filter = { kinds: null, endedSince: since, startedSince: since };
    const orders = await loaders.subscriptionsOf(filter).load(subscriberId);
    const offers = await loaders.offers.loadAll(orders.map(({ offerId }) => offerId));
    return orders.filter((_order, at) => isValueAdded(offers[at] ?? missing('offer')));
  },
  subscriptions: ({ subscriberId }, { kinds = null, endedSince = null, startedSince = null }, { loaders }) =>
    kinds === null && endedSince === null && startedSince === null
      ? loaders.runningOf(subscriberId)
      : loaders.subscriptionsOf({ kinds, endedSince, startedSince }).load(subscriberId),
};

export const NumberOrigin: NumberOriginResolvers = {
  region: ({ regionCode }, _args, { loaders }) =>
    regionCode === null ? null : loaders.regions.load(regionCode),
};

/** Somebody else than the customer who is looked after: masked for everybody. */
export const RealUser: RealUserResolvers = {
  name: ({ name }) => maskName(name),
  async customer({ customerId }, _args, { loaders }) {
    return customerId === null ? null : listed(await loaders.customers.load(customerId));
  },
};

export const Device: DeviceResolvers = {
  __resolveReference: ({ deviceId }, { loaders }) => loaders.devices.load(deviceId),
};

export const ProductSubscription: ProductSubscriptionResolvers = {
  __resolveReference: ({ subscriptionId }, { loaders }) => loaders.subscriptions.load(subscriptionId),
  offer: ({ offerId }, _args, { loaders }) => requireOffer(loaders, offerId),
  serviceProvider: ({ serviceProviderCode: code }, _args, { loaders }) =>
    code === null ? null : loaders.serviceProviders.load(code),
};

export const Offer: OfferResolvers = {
  __resolveReference: ({ offerId }, { loaders }) => loaders.offers.load(offerId),
  brand: ({ brandCode }, _args, { loaders }) => (brandCode === null ? null : loaders.brands.load(brandCode)),
};
