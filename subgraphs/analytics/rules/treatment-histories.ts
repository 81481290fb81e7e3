/** Marketing and retention history, from the treatments of 24 months, newest first. */
import { startOfDay } from '#kit/clock';
import type { MarketingHistory, RetentionHistory, Treatment } from '../model.ts';

const MAX_TREATMENTS = 50;
const MAX_OFFERS = 50;
const MAX_REASONS = 20;

/** Marketing 营销 is what was done to sell: care and dunning are services, retention has its own history. */
function isMarketing({ campaignKind }: Treatment): boolean {
  return campaignKind === 'PLAN_ADJUST' || campaignKind === 'RBT_CHANGE';
}

/** 营销历史 (V22). */
export function marketingHistory(treatments: readonly Treatment[], today: string): MarketingHistory {
  const marketing = treatments.filter(isMarketing);
  const year = Number(today.slice(0, 4));
  const [from, to] = [startOfDay(`${year}-01-01`), startOfDay(`${year + 1}-01-01`)];
  const thisYear = marketing.filter(({ treatedAt }) => treatedAt >= from && treatedAt < to);
  const offerIds = new Set(thisYear.flatMap(({ offerId }) => offerId ?? []));
  return {
    year,
    count: thisYear.length,
    offers: [...offerIds].slice(0, MAX_OFFERS).map((offerId) => ({ offerId })),
    treatments: marketing.slice(0, MAX_TREATMENTS),
  };
}

/** 维系历史 (V23, V41): everything that was done to keep the customer. */
export function retentionHistory(treatments: readonly Treatment[]): RetentionHistory {
  const retention = treatments.filter(({ campaignKind }) => campaignKind === 'RETAIN');
  const byReason = Map.groupBy(
    retention.flatMap(({ reason }) => reason ?? []),
    (reason) => reason,
  );
  return {
    count: retention.length,
    reasons: [...byReason]
      .map(([reason, { length: count }]) => ({ reason, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, MAX_REASONS),
    productTypes: [...new Set(retention.flatMap(({ productType }) => productType ?? []))],
    treatments: retention.slice(0, MAX_TREATMENTS),
  };
}
