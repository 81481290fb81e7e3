/**
 * The analytics system: its own monthly snapshot of every line, what was done
 * to sell and to keep, and the segments it puts customers in. Scores and offers
 * are not here: they come from the scoring job only.
 */
import type { CreateSystemWriter, WorldCustomer, WorldOffer, WorldSubscriber } from '../model.ts';
import { longestContract } from './analytics-contract.ts';
import { createSegmenter } from './analytics-segments.ts';
import { createReachWriter } from './customer-reach.ts';

/** Kind of a product, in words. */
const PRODUCT_TYPES: Readonly<Record<WorldOffer['kind'], string>> = {
  PLAN: '主套餐',
  DATA_PLAN: '流量套餐',
  SMS_PACK: '短信包',
  MMS: '彩信',
  RINGBACK: '彩铃',
  SP_SERVICE: 'SP业务',
  BROADBAND: '宽带',
  FIXED_LINE: '固定电话',
  FUNCTION: '功能业务',
};

export const createAnalyticsWriter: CreateSystemWriter = (into, world) => {
  const writeReach = createReachWriter(into);
  const subscriberRef = into('subscriber_ref', [
    'customer_id',
    'subscriber_id',
    'status',
    'contract_ends_on',
  ]);
  const featureMonth = into('feature_month', [
    'subscriber_id',
    'month',
    'mobile',
    'voice_minutes',
    'sms_count',
    'mms_count',
    'data_kb',
    'data_allowance_kb',
    'voice_allowance',
    'active_days',
    'roaming_events',
    'ringback_changes',
    'charge_fen',
  ]);
  const treatment = into('treatment', [
    'treatment_id',
    'customer_id',
    'campaign_kind',
    'campaign_name',
    'channel',
    'treated_at',
    'offer_id',
    'product_type',
    'reason',
  ]);
  const segment = into('segment_membership', ['customer_id', 'code', 'name', 'since']);

  const productTypes = new Map(
    world.catalogue.offers.map(({ offerId, kind }) => [offerId, PRODUCT_TYPES[kind]]),
  );
  const segmentsOf = createSegmenter(world);

  const writeLine = (customerId: number, line: WorldSubscriber): void => {
    const { subscriberId, netClass, status } = line;
    const mobile = netClass === 'FIXED' ? 0 : 1;
    subscriberRef([customerId, subscriberId, status, longestContract(line, world.today)?.endsOn ?? null]);
    for (const month of line.months) {
      featureMonth([
        subscriberId,
        month.month,
        mobile,
        month.voiceMinutes,
        month.smsCount,
        month.mmsCount,
        month.cmwapKilobytes + month.cmnetKilobytes,
        month.dataAllowanceKilobytes,
        month.voiceAllowance,
        month.activeDays,
        month.roamingEvents,
        month.ringbackChanges,
        month.chargeFen,
      ]);
    }
  };

  return {
    // Nothing is shared: offers are crm's, and a product's kind is kept with the treatment.
    reference() {},

    customer(customer: WorldCustomer) {
      const { customerId } = customer;
      writeReach(customer);
      for (const line of customer.subscribers) writeLine(customerId, line);
      for (const one of customer.treatments) {
        treatment([
          one.treatmentId,
          customerId,
          one.campaignKind,
          one.campaignName,
          one.channel,
          one.treatedAt,
          one.offerId,
          one.offerId === null ? null : (productTypes.get(one.offerId) ?? null),
          one.reason,
        ]);
      }
      for (const { code, name, since } of segmentsOf(customer)) segment([customerId, code, name, since]);
    },
  };
};
