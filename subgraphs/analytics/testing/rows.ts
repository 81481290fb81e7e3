/** Rows of the analytics system: ordinary ones, and what a test says of them. */
import type { Row } from '#kit/testing/database';
import type { FeatureMonth } from '../model.ts';

/** A month of ordinary use, and what a test says of it. */
export function featureMonth(month: string, own: Partial<FeatureMonth> = {}): FeatureMonth {
  return {
    month,
    mobile: true,
    voiceMinutes: 100,
    smsCount: 10,
    mmsCount: 0,
    dataKilobytes: 1_048_576,
    dataAllowanceKilobytes: 2_097_152,
    activeDays: 25,
    roamingEvents: 0,
    ringbackChanges: 0,
    chargeFen: 5_800,
    ...own,
  };
}

export function featureRow(subscriberId: number, counted: FeatureMonth): Row {
  return {
    subscriber_id: subscriberId,
    month: counted.month,
    mobile: Number(counted.mobile),
    voice_minutes: counted.voiceMinutes,
    sms_count: counted.smsCount,
    mms_count: counted.mmsCount,
    data_kb: counted.dataKilobytes,
    data_allowance_kb: counted.dataAllowanceKilobytes,
    voice_allowance: 500,
    active_days: counted.activeDays,
    roaming_events: counted.roamingEvents,
    ringback_changes: counted.ringbackChanges,
    charge_fen: counted.chargeFen,
  };
}

export function treatmentRow(treatmentId: number, customerId: number, own: Row = {}): Row {
  return {
    treatment_id: treatmentId,
    customer_id: customerId,
    campaign_kind: 'PLAN_ADJUST',
    campaign_name: '套餐升级',
    channel: 'OUTBOUND',
    treated_at: Date.parse('2026-10-01T10:00:00+08:00') / 1_000,
    offer_id: 7,
    product_type: '主套餐',
    reason: null,
    ...own,
  };
}

export function opportunityRow(opportunityId: number, customerId: number, own: Row = {}): Row {
  return {
    opportunity_id: opportunityId,
    customer_id: customerId,
    subscriber_id: customerId * 10,
    kind: 'SALE',
    offer_id: 7,
    rank_no: 1,
    reason_code: 'DATA_NEARLY_SPENT',
    reason_zh: '近3个月流量用足',
    reason_en: 'Data used up for three months',
    numbers: '[{"name":"lowestUsedRatio","value":93.5,"unit":"percent"}]',
    ...own,
  };
}

export function scoreRow(subject: 'CUSTOMER' | 'SUBSCRIBER', subjectId: number, own: Row = {}): Row {
  return {
    subject,
    subject_id: subjectId,
    kind: 'FEE_SENSITIVITY',
    value: 81.5,
    band: 'HIGH',
    reasons: '[{"code":"BILL_QUERIES","textZh":"查询话费6次","textEn":"6 bill queries","contribution":1.5}]',
    model_version: 'fee-1',
    as_of: '2026-11-19',
    ...own,
  };
}

export function callReasonRow(customerId: number, rank: number, own: Row = {}): Row {
  return {
    customer_id: customerId,
    rank_no: rank,
    code: 'BILL_ISSUED',
    text_zh: '账单3天前出账',
    text_en: 'Billed 3 days ago',
    numbers: '[{"name":"daysSinceBill","value":3,"unit":"day"}]',
    as_of: '2026-11-20',
    ...own,
  };
}
