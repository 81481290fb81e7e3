import { toDateTime } from '#kit/clock';
import { DateTime, Fen, LocalDate, LocalMonth } from '#kit/scalars';
import { afterCheck, checkedFields } from '#kit/shared-entities';
import type { Resolvers } from '#schema/analytics';
import { customerGuidance } from './customer-guidance.ts';
import { type Context, MAX_SEGMENTS } from './loaders.ts';
import { type LiveFacts, MAX_OPPORTUNITIES, type Opportunity } from './model.ts';
import { INTERPRETATION_KINDS, interpret } from './rules/interpretations.ts';
import { opportunityState, type Verdict } from './rules/opportunity-state.ts';
import { readReasons } from './rules/score-reasons.ts';
import { SCORE_KINDS, scoreOf } from './rules/scores.ts';
import { marketingHistory, retentionHistory } from './rules/treatment-histories.ts';
import { usageTrend } from './rules/usage-trend.ts';
import { warningsOf } from './rules/warnings.ts';
import { scored } from './score-subjects.ts';

interface CustomerStub {
  readonly customerId: string;
}

/** Beside the id what a field requires of contacts, where one is asked for that does. */
type CustomerReference = CustomerStub & MaybeLiveFacts;
type MaybeLiveFacts = { readonly [K in keyof LiveFacts]?: LiveFacts[K] | undefined };

interface SubscriberStub {
  readonly subscriberId: string;
}

const customerFields: NonNullable<Resolvers['Customer']> = {
  __resolveReference: ({ customerId, ...required }: CustomerReference, context) =>
    afterCheck(checkCustomer({ customerId }, context), { customerId, ...liveFactsOf(required) }),

  async scores({ customerId }, { kinds }, { loaders }) {
    const computed = await loaders.scores.load(scored('CUSTOMER', customerId));
    const wanted = kinds ? [...new Set(kinds)] : SCORE_KINDS;
    return wanted.map((kind) => scoreOf(kind, computed));
  },

  async marketingHistory({ customerId }, _args, { loaders, period }) {
    return marketingHistory(await loaders.treatments.load(customerId), period.today);
  },

  async retentionHistory({ customerId }, _args, { loaders }) {
    return retentionHistory(await loaders.treatments.load(customerId));
  },

  async opportunities({ customerId, ...required }: CustomerReference, { kind }, { loaders }) {
    const live = liveFactsOf(required);
    const best = await loaders.opportunities.load(customerId);
    return best
      .filter((one) => !kind || one.kind === kind)
      .slice(0, MAX_OPPORTUNITIES)
      .map((one) => ({ ...one, live }));
  },

  guidance: ({ customerId, ...required }: CustomerReference, _args, context) =>
    customerGuidance(customerId, liveFactsOf(required), context),

  // Who was not covered has no reasons yet, which is not the same as none.
  async callReasons({ customerId }, _args, { loaders }) {
    return (await loaders.insights.load(customerId))?.callReasons ?? null;
  },

  async expectedLossFen({ customerId }, _args, { loaders }) {
    return (await loaders.insights.load(customerId))?.expectedLossFen ?? null;
  },

  async warnings({ customerId }, _args, { loaders, period }) {
    return warningsOf(await loaders.lines.load(customerId), period);
  },

  async segmentMemberships({ customerId }, _args, { loaders }) {
    return (await loaders.segments.load(customerId)).slice(0, MAX_SEGMENTS);
  },
};

const subscriberFields: NonNullable<Resolvers['Subscriber']> = {
  __resolveReference: ({ subscriberId }, context) =>
    afterCheck(checkLine({ subscriberId }, context), { subscriberId }),

  async churn({ subscriberId }, _args, { loaders }) {
    return scoreOf('CHURN', await loaders.scores.load(scored('SUBSCRIBER', subscriberId)));
  },

  async usageTrend({ subscriberId }, _args, { loaders, period }) {
    return usageTrend(await loaders.months.load(subscriberId), period);
  },

  async interpretations({ subscriberId }, { kinds }, { loaders, period }) {
    return interpret(kinds ?? INTERPRETATION_KINDS, await loaders.features.load(subscriberId), period);
  },
};

export const resolvers: Resolvers = {
  DateTime,
  Fen,
  LocalDate,
  LocalMonth,

  Customer: checkedFields(customerFields, checkCustomer),
  Subscriber: checkedFields(subscriberFields, checkLine),

  Treatment: {
    async __resolveReference({ treatmentId }, { loaders, owners }) {
      await owners.require('treatment', treatmentId);
      return loaders.treatment.load(treatmentId);
    },
    treatedAt: ({ treatedAt }) => toDateTime(treatedAt),
    offer: ({ offerId }) => (offerId === null ? null : { offerId }),
  },

  Opportunity: {
    async __resolveReference({ opportunityId }, { loaders, owners }) {
      await owners.require('opportunity', opportunityId);
      return loaders.opportunity.load(opportunityId);
    },
    offer: ({ offerId }) => ({ offerId }),
    async subscriber({ subscriberId, isOwnLine }, _args, context) {
      if (!isOwnLine) await checkLine({ subscriberId }, context);
      return { subscriberId };
    },
    state: async (opportunity, _args, context) => (await verdictOn(opportunity, context)).state,
    stateReason: async (opportunity, _args, context) =>
      (await verdictOn(opportunity, context)).reasons[0]?.textZh ?? null,
    stateReasons: async (opportunity, _args, context) => (await verdictOn(opportunity, context)).reasons,
  },

  Score: {
    reasons: ({ reasonsText }) => (reasonsText === null ? [] : readReasons(reasonsText)),
  },

  Warning: {
    // Found by counting the customer's own lines.
    subscriber: ({ subscriberId }) => ({ subscriberId }),
  },
};

async function verdictOn({ customerId, live }: Opportunity, { loaders }: Context): Promise<Verdict> {
  const computed = await loaders.scores.load(scored('CUSTOMER', customerId));
  return opportunityState(scoreOf('FEE_SENSITIVITY', computed), live);
}

/** Whatever contacts did not say is not known. */
function liveFactsOf({ openComplaintCount = null, doNotDisturb = null }: MaybeLiveFacts): LiveFacts {
  return { openComplaintCount, doNotDisturb };
}

function checkCustomer({ customerId }: CustomerStub, { owners }: Context): Promise<string> {
  return owners.require('customer', customerId);
}

function checkLine({ subscriberId }: SubscriberStub, { owners }: Context): Promise<string> {
  return owners.require('subscriber', subscriberId);
}
