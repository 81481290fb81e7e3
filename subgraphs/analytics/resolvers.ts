import { toDateTime } from '#kit/clock';
import { DateTime, LocalDate, LocalMonth } from '#kit/scalars';
import type { Resolvers } from '#schema/analytics';
import { type Context, MAX_OPPORTUNITIES, MAX_SEGMENTS } from './loaders.ts';
import type { Opportunity } from './model.ts';
import { INTERPRETATION_KINDS, interpret } from './rules/interpretations.ts';
import { opportunityState, type Verdict } from './rules/opportunity-state.ts';
import { readReasons } from './rules/score-reasons.ts';
import { SCORE_KINDS, scoreOf } from './rules/scores.ts';
import { marketingHistory, retentionHistory } from './rules/treatment-histories.ts';
import { usageTrend } from './rules/usage-trend.ts';
import { scored } from './score-subjects.ts';

export const resolvers: Resolvers = {
  DateTime,
  LocalDate,
  LocalMonth,

  Customer: {
    // crm owns existence; an id is all analytics needs.
    __resolveReference: ({ customerId }) => ({ customerId }),

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
  },

  Subscriber: {
    __resolveReference: ({ subscriberId }) => ({ subscriberId }),

    async churn({ subscriberId }, _args, { loaders }) {
      return scoreOf('CHURN', await loaders.scores.load(scored('SUBSCRIBER', subscriberId)));
    },

    async usageTrend({ subscriberId }, _args, { loaders, period }) {
      return usageTrend(await loaders.months.load(subscriberId), period);
    },

    async interpretations({ subscriberId }, { kinds }, { loaders, period }) {
      return interpret(kinds ?? INTERPRETATION_KINDS, await loaders.features.load(subscriberId), period);
    },
  },

  Treatment: {
    __resolveReference: ({ treatmentId }, { loaders }) => loaders.treatment.load(treatmentId),
    treatedAt: ({ treatedAt }) => toDateTime(treatedAt),
    offer: ({ offerId }) => (offerId === null ? null : { offerId }),
  },

  Opportunity: {
    __resolveReference: ({ opportunityId }, { loaders }) => loaders.opportunity.load(opportunityId),
    offer: ({ offerId }) => ({ offerId }),
    subscriber: ({ subscriberId }) => ({ subscriberId }),
    state: async (opportunity, _args, context) => (await verdictOn(opportunity, context)).state,
    stateReason: async (opportunity, _args, context) => (await verdictOn(opportunity, context)).stateReason,
  },

  Score: {
    reasons: ({ reasonsText }) => (reasonsText === null ? [] : readReasons(reasonsText)),
  },

  Warning: {
    subscriber: ({ subscriberId }) => ({ subscriberId }),
  },
};

async function verdictOn({ customerId }: Opportunity, { loaders }: Context): Promise<Verdict> {
  return opportunityState(
    scoreOf('FEE_SENSITIVITY', await loaders.scores.load(scored('CUSTOMER', customerId))),
  );
}
