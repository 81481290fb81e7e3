import { describe, expect, it } from '@jest/globals';
import { toEpochSeconds } from '#kit/clock';
import type { Treatment } from '../model.ts';
import { marketingHistory, retentionHistory } from './treatment-histories.ts';

function treatment(treatmentId: string, own: Partial<Treatment> = {}): Treatment {
  return {
    treatmentId,
    campaignKind: 'PLAN_ADJUST',
    campaignName: '套餐升级',
    channel: 'OUTBOUND',
    treatedAt: toEpochSeconds('2026-05-01T10:00:00+08:00'),
    offerId: null,
    productType: null,
    reason: null,
    ...own,
  };
}

const kept = (id: string, reason: string | null, productType: string | null): Treatment =>
  treatment(id, { campaignKind: 'RETAIN', reason, productType, offerId: '99' });

describe('marketing history (V22)', () => {
  it('counts the calendar year and lists what is older too', () => {
    const lastYear = treatment('1', { treatedAt: toEpochSeconds('2025-12-31T23:59:59+08:00'), offerId: '5' });
    const newYear = treatment('2', { treatedAt: toEpochSeconds('2026-01-01T00:00:00+08:00'), offerId: '6' });

    expect(marketingHistory([newYear, lastYear], '2026-11-20')).toMatchObject({
      year: 2026,
      count: 1,
      offers: [{ offerId: '6' }],
      treatments: [{ treatmentId: '2' }, { treatmentId: '1' }],
    });
  });

  it('names each offer once, in the order of its newest use', () => {
    const offers = ['7', null, '8', '7'].map((offerId, i) => treatment(String(i), { offerId }));
    expect(marketingHistory(offers, '2026-11-20').offers).toEqual([{ offerId: '7' }, { offerId: '8' }]);
  });

  it.each([
    ['PLAN_ADJUST', 1],
    ['RBT_CHANGE', 1],
    ['CARE', 0],
    ['DUNNING', 0],
    ['RETAIN', 0],
  ] as const)('counts what was done to sell: %s %d times', (campaignKind, times) => {
    const { count, offers, treatments } = marketingHistory(
      [treatment('1', { campaignKind, offerId: '7' })],
      '2026-11-20',
    );
    expect([count, offers.length, treatments.length]).toEqual([times, times, times]);
  });

  it('counts all and lists fifty', () => {
    const many = Array.from({ length: 60 }, (_, i) => treatment(String(i)));
    const { count, treatments } = marketingHistory(many, '2026-11-20');
    expect([count, treatments.length]).toEqual([60, 50]);
  });
});

describe('retention history (V23, V41)', () => {
  it('counts reasons, most frequent first, and names each kind of product once', () => {
    const treatments = [
      treatment('1'),
      kept('2', '携号转网意向', '主套餐'),
      kept('3', '资费高', null),
      kept('4', '资费高', '主套餐'),
      kept('5', null, '宽带'),
    ];
    expect(retentionHistory(treatments)).toMatchObject({
      count: 4,
      reasons: [
        { reason: '资费高', count: 2 },
        { reason: '携号转网意向', count: 1 },
      ],
      productTypes: ['主套餐', '宽带'],
      treatments: [{ treatmentId: '2' }, { treatmentId: '3' }, { treatmentId: '4' }, { treatmentId: '5' }],
    });
  });
});
