import { describe, expect, it } from '@jest/globals';
import {
  bestUserClass,
  type GradedMembership,
  userClass,
  type VipGrade,
  vipGrade,
} from './customer-class.ts';

const TODAY = '2026-11-20';
const nobody = { memberships: [], inGroup: false };

const card = (level: VipGrade, validUntil = '2026-12-31'): GradedMembership => ({
  level,
  validFrom: '2026-01-01',
  validUntil,
});

describe('the grade', () => {
  it('is that of a membership on its first and its last day, and on no other', () => {
    expect(vipGrade([card('GOLD', TODAY)], TODAY)).toBe('GOLD');
    expect(vipGrade([card('GOLD', '2026-11-19')], TODAY)).toBeNull();
    expect(vipGrade([card('GOLD')], '2025-12-31')).toBeNull();
    expect(vipGrade([card('GOLD')], '2026-01-01')).toBe('GOLD');
  });

  it('is the highest of those valid', () => {
    expect(vipGrade([card('SILVER'), card('DIAMOND'), card('SUPREME', '2026-06-30')], TODAY)).toBe('DIAMOND');
  });
});

describe('the user class', () => {
  it('is VIP before group before ordinary', () => {
    expect(userClass('G3', { memberships: [card('SILVER')], inGroup: true }, TODAY)).toBe('G3_VIP');
    expect(userClass('G3', { ...nobody, inGroup: true }, TODAY)).toBe('GROUP');
    expect(userClass('FIXED', nobody, TODAY)).toBe('FIXED_ORDINARY');
  });

  it('is that of the best line', () => {
    expect(bestUserClass(nobody, ['FIXED', 'G2'], TODAY)).toBe('G2_ORDINARY');
  });

  it('is none without a line, except for a group', () => {
    expect(bestUserClass(nobody, [], TODAY)).toBeNull();
    expect(bestUserClass({ ...nobody, inGroup: true }, [], TODAY)).toBe('GROUP');
  });
});
