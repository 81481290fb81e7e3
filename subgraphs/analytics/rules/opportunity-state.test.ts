import { describe, expect, it } from '@jest/globals';
import type { LiveFacts } from '../model.ts';
import { opportunityState } from './opportunity-state.ts';

const LOW = { value: 40, band: 'LOW' } as const;
const HIGH = { value: 81.5, band: 'HIGH' } as const;
const NOT_COMPUTED = { value: null, band: null } as const;
const FREE: LiveFacts = { openComplaintCount: 0, doNotDisturb: false };

const codes = (...asked: Parameters<typeof opportunityState>): [string, ...string[]] => {
  const { state, reasons } = opportunityState(...asked);
  return [state, ...reasons.map(({ code }) => code)];
};

describe('a product', () => {
  it.each(['LOW', 'MEDIUM'] as const)(
    'may be offered at %s sensitivity, where nothing else speaks against it',
    (band) => {
      expect(opportunityState({ value: 50, band }, FREE)).toEqual({ state: 'OFFERABLE', reasons: [] });
    },
  );

  it.each<[string, Parameters<typeof opportunityState>, string[]]>([
    ['the highly fee-sensitive (S12)', [HIGH, FREE], ['FEE_SENSITIVITY_HIGH']],
    ['who has an open complaint', [LOW, { ...FREE, openComplaintCount: 1 }], ['OPEN_COMPLAINT']],
    ['who asked not to be disturbed', [LOW, { ...FREE, doNotDisturb: true }], ['DO_NOT_DISTURB']],
    [
      'whom all of it holds for, the strongest reason first',
      [HIGH, { openComplaintCount: 2, doNotDisturb: true }],
      ['DO_NOT_DISTURB', 'OPEN_COMPLAINT', 'FEE_SENSITIVITY_HIGH'],
    ],
    [
      'for what is known, though the rest is not',
      [NOT_COMPUTED, { openComplaintCount: null, doNotDisturb: true }],
      ['DO_NOT_DISTURB'],
    ],
    ['the highly fee-sensitive, by whichever way', [HIGH, undefined], ['FEE_SENSITIVITY_HIGH']],
  ])('is withheld from %s', (_, asked, reasons) => {
    expect(codes(...asked)).toEqual(['WITHHELD', ...reasons]);
  });

  it.each<[string, Parameters<typeof opportunityState>, string[]]>([
    ['fee sensitivity is not computed', [NOT_COMPUTED, FREE], ['FEE_SENSITIVITY_UNKNOWN']],
    ['open complaints are not known', [LOW, { ...FREE, openComplaintCount: null }], ['CONTACTS_UNKNOWN']],
    ['do-not-disturb is not known', [LOW, { ...FREE, doNotDisturb: null }], ['CONTACTS_UNKNOWN']],
    ['it was not come by through its customer', [LOW, undefined], ['NOT_THROUGH_CUSTOMER']],
    [
      'nothing is known',
      [NOT_COMPUTED, { openComplaintCount: null, doNotDisturb: null }],
      ['CONTACTS_UNKNOWN', 'FEE_SENSITIVITY_UNKNOWN'],
    ],
  ])('is unchecked where %s', (_, asked, reasons) => {
    expect(codes(...asked)).toEqual(['UNCHECKED', ...reasons]);
  });

  it('is withheld in both languages, with the numbers', () => {
    expect(opportunityState(HIGH, { ...FREE, openComplaintCount: 2 }).reasons).toEqual([
      {
        code: 'OPEN_COMPLAINT',
        textZh: '客户有2件投诉未办结，办结前不宜推荐',
        textEn: 'Complaints not settled: 2. Nothing should be offered before they are',
        numbers: [{ name: 'openComplaints', value: 2, unit: 'ticket' }],
      },
      {
        code: 'FEE_SENSITIVITY_HIGH',
        textZh: '客户资费敏感度高，不宜推荐套餐和新业务',
        textEn: 'The customer is highly fee-sensitive: plans and new services should not be pitched',
        numbers: [{ name: 'feeSensitivity', value: 81.5, unit: 'point' }],
      },
    ]);
  });
});
