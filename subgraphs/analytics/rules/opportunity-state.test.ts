import { expect, it } from '@jest/globals';
import { opportunityState } from './opportunity-state.ts';

it('leaves a product unchecked, with the reason, until fee sensitivity is computed', () => {
  expect(opportunityState({ state: 'NOT_COMPUTED', band: null })).toEqual({
    state: 'UNCHECKED',
    stateReason: '资费敏感度尚未评分，审核前请勿推荐',
  });
});

it('withholds products from the highly fee-sensitive (S12)', () => {
  expect(opportunityState({ state: 'COMPUTED', band: 'HIGH' })).toEqual({
    state: 'WITHHELD',
    stateReason: '客户资费敏感度高，不宜推荐套餐和新业务',
  });
});

it.each(['LOW', 'MEDIUM'] as const)('lets products be offered at %s sensitivity', (band) => {
  expect(opportunityState({ state: 'COMPUTED', band })).toEqual({ state: 'OFFERABLE', stateReason: null });
});
