import { toDateTime } from '#kit/clock';
import { DateTime, LocalDate, LocalMonth } from '#kit/scalars';
import { afterCheck, checkedFields } from '#kit/shared-entities';
import type { Resolvers } from '#schema/analytics';
import { type Context, MAX_SEGMENTS } from './loaders.ts';
import { MAX_OPPORTUNITIES, type Opportunity } from './model.ts';
import { INTERPRETATION_KINDS, interpret } from './rules/interpretations.ts';
import { opportunityState, type Verdict } from './rules/opportunity-state.ts';
import { readReasons } from './rules/score-reasons.ts';
import { SCORE_KINDS, scoreOf } from './rules/scores.ts';
import { marketingHistory, retentionHistory } from './rules/treatment-histories.ts';
import { usageTrend } from './rules/usage-trend.ts';
import { scored } from './score-subjects.ts';

interface CustomerStub {
  readonly customerId: string;
}

interface SubscriberStub {
  readonly subscriberId: string;
}

const customerFields: NonNullable<Resolvers['Customer']> = {
  __resolveReference: ({ customerId }, context) =>
    afterCheck(checkCustomer({ customerId }, context), { customerId }),

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

  async opportunities({ customerId }, { kind }, { loaders }) {
    const best = await loaders.opportunities.load(customerId);
    return best.filter((one) => !kind || one.kind === kind).slice(0, MAX_OPPORTUNITIES);
  },

  warnings: ({ customerId }, _args, { loaders }) => loaders.warnings.load(customerId),

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
    stateReason: async (opportunity, _args, context) => (await verdictOn(opportunity, context)).stateReason,
  },

  Score: {
    reasons: ({ reasonsText }) => (reasonsText === null ? [] : readReasons(reasonsText)),
  },

  Warning: {
    // Found by counting the customer's own lines.
    subscriber: ({ subscriberId }) => ({ subscriberId }),
  },
};

async function verdictOn({ customerId }: Opportunity, { loaders }: Context): Promise<Verdict> {
  return opportunityState(
    scoreOf('FEE_SENSITIVITY', await loaders.scores.load(scored('CUSTOMER', customerId))),
  );
}

function checkCustomer({ customerId }: CustomerStub, { owners }: Context): Promise<string> {
  return owners.require('customer', customerId);
}

function checkLine({ subscriberId }: SubscriberStub, { owners }: Context): Promise<string> {
  return owners.require('subscriber', subscriberId);
}
