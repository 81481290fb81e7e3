import type { OpportunityState } from '#schema/analytics';
import type { Evidence, LiveFacts, Score } from '../model.ts';

export interface Verdict {
  readonly state: OpportunityState;
  /** What withholds the product, or what is not known; none when it may be offered. The strongest first. */
  readonly reasons: readonly Evidence[];
}

/**
 * Whether a product may be offered to a customer, to sell or to keep (F1): not to who asked not to be disturbed, has
 * an open complaint, or is highly fee-sensitive (S12). What nobody knows is not offered either.
 *
 * @param live Undefined where the product was not come by through its customer, so that nobody asked contacts.
 */
export function opportunityState(
  feeSensitivity: Pick<Score, 'value' | 'band'>,
  live: LiveFacts | undefined,
): Verdict {
  const withholding = [...withheldBy(live), ...withheldByFees(feeSensitivity)];
  if (withholding.length > 0) return { state: 'WITHHELD', reasons: withholding };
  const unknown = [...unknownOf(live), ...unknownFees(feeSensitivity)];
  if (unknown.length > 0) return { state: 'UNCHECKED', reasons: unknown };
  return { state: 'OFFERABLE', reasons: [] };
}

function withheldBy(live: LiveFacts | undefined): Evidence[] {
  const reasons: Evidence[] = [];
  if (live?.doNotDisturb) {
    reasons.push({
      code: 'DO_NOT_DISTURB',
      textZh: '客户已要求免打扰，不得推荐',
      textEn: 'The customer has asked not to be disturbed: nothing may be offered',
      numbers: [],
    });
  }
  const open = live?.openComplaintCount ?? 0;
  if (open > 0) {
    reasons.push({
      code: 'OPEN_COMPLAINT',
      textZh: `客户有${open}件投诉未办结，办结前不宜推荐`,
      textEn: `Complaints not settled: ${open}. Nothing should be offered before they are`,
      numbers: [{ name: 'openComplaints', value: open, unit: 'ticket' }],
    });
  }
  return reasons;
}

function withheldByFees({ value, band }: Pick<Score, 'value' | 'band'>): Evidence[] {
  if (band !== 'HIGH') return [];
  return [
    {
      code: 'FEE_SENSITIVITY_HIGH',
      textZh: '客户资费敏感度高，不宜推荐套餐和新业务',
      textEn: 'The customer is highly fee-sensitive: plans and new services should not be pitched',
      numbers: value === null ? [] : [{ name: 'feeSensitivity', value, unit: 'point' }],
    },
  ];
}

function unknownOf(live: LiveFacts | undefined): Evidence[] {
  if (live === undefined) {
    return [
      {
        code: 'NOT_THROUGH_CUSTOMER',
        textZh: '未通过客户查询，投诉和免打扰未核对，请从客户处查询',
        textEn:
          'Not asked for through the customer, so that open complaints and do-not-disturb are not checked: ask there',
        numbers: [],
      },
    ];
  }
  if (live.openComplaintCount !== null && live.doNotDisturb !== null) return [];
  return [
    {
      code: 'CONTACTS_UNKNOWN',
      textZh: '未结投诉和免打扰情况暂时未知，核实前请勿推荐',
      textEn: 'Open complaints and do-not-disturb are not known at the moment: do not offer before they are',
      numbers: [],
    },
  ];
}

function unknownFees({ band }: Pick<Score, 'band'>): Evidence[] {
  if (band === 'LOW' || band === 'MEDIUM') return [];
  return [
    {
      code: 'FEE_SENSITIVITY_UNKNOWN',
      textZh: '资费敏感度尚未评分，审核前请勿推荐',
      textEn: 'Fee sensitivity is not computed: do not offer before it is',
      numbers: [],
    },
  ];
}
