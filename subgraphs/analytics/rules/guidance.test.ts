import { describe, expect, it } from '@jest/globals';
import type { Score, Warning } from '../model.ts';
import { type GuidanceFacts, guidanceFor } from './guidance.ts';
import { guidancePolicy } from './guidance-policy.ts';
import { scoreOf } from './scores.ts';

const POLICY = guidancePolicy.parse({});

function score(kind: Score['kind'], value: number, band: NonNullable<Score['band']>): Score {
  return { kind, state: 'COMPUTED', value, band, reasonsText: '[]', modelVersion: 'x-1', asOf: '2026-11-20' };
}

const fees = (value: number, band: 'LOW' | 'MEDIUM' | 'HIGH') => ({
  feeSensitivity: score('FEE_SENSITIVITY', value, band),
});
const complaints = (value: number, band: 'LOW' | 'MEDIUM' | 'HIGH') => ({
  complaintSensitivity: score('COMPLAINT_SENSITIVITY', value, band),
});
const churn = { churn: score('CHURN', 34.56, 'HIGH') };

/** Somebody of whom every score is low, and whom nothing happened to. */
const QUIET: GuidanceFacts = {
  ...fees(40, 'LOW'),
  ...complaints(40, 'LOW'),
  churn: score('CHURN', 1, 'LOW'),
  warnings: [],
  retention: undefined,
  live: { openComplaintCount: 0, doNotDisturb: false },
};

function guidanceOf(facts: Partial<GuidanceFacts>) {
  return guidanceFor({ ...QUIET, ...facts }, POLICY);
}

const kinds = (facts: Partial<GuidanceFacts>) => guidanceOf(facts).map(({ kind, code }) => `${kind} ${code}`);

describe('guidance', () => {
  it('has nothing to say of somebody neither sensitive nor likely to leave, nor where no score is computed', () => {
    expect(guidanceOf({})).toEqual([]);
    expect(
      guidanceOf({
        feeSensitivity: scoreOf('FEE_SENSITIVITY', []),
        complaintSensitivity: scoreOf('COMPLAINT_SENSITIVITY', []),
        churn: scoreOf('CHURN', []),
      }),
    ).toEqual([]);
  });

  it('keeps agents from pitching to the highly fee-sensitive, and from prices where sensitivity is medium (S12)', () => {
    expect(guidanceOf(fees(81.54, 'HIGH'))).toEqual([
      {
        code: 'FEE_SENSITIVITY_HIGH',
        kind: 'AVOID',
        evidence: {
          code: 'FEE_SENSITIVITY_HIGH',
          textZh: '资费敏感度高（81.5分）：不要推荐套餐，不要主动谈新业务资费',
          textEn: 'Highly fee-sensitive (81.5): recommend no plans and bring up no tariffs of new services',
          numbers: [{ name: 'feeSensitivity', value: 81.54, unit: 'point' }],
        },
      },
    ]);
    expect(kinds(fees(65, 'MEDIUM'))).toEqual(['AVOID FEE_SENSITIVITY_MEDIUM']);
  });

  it.each<[number, 'MEDIUM' | 'HIGH', string]>([
    [60, 'MEDIUM', 'COMPLAINT_CARE_SOME'],
    // One complaint of a newcomer.
    [95, 'MEDIUM', 'COMPLAINT_CARE_SOME'],
    [75, 'HIGH', 'COMPLAINT_CARE_MUCH'],
    [89.9, 'HIGH', 'COMPLAINT_CARE_MUCH'],
    [90, 'HIGH', 'COMPLAINT_CARE_UTMOST'],
  ])('cares for complaints in proportion to the score: %d, %s (S13)', (value, band, code) => {
    const [care, ...others] = guidanceOf(complaints(value, band));
    expect(care).toMatchObject({ code, kind: 'SAY', evidence: { numbers: [{ value, unit: 'point' }] } });
    expect(care?.evidence.textZh).toContain(`（${value}分）`);
    expect(others).toEqual([]);
  });

  it('takes from the policy from where on care is utmost', () => {
    const policy = guidancePolicy.parse({ utmostCareFrom: 80 });
    expect(guidanceFor({ ...QUIET, ...complaints(80, 'HIGH') }, policy)[0]?.code).toBe(
      'COMPLAINT_CARE_UTMOST',
    );
  });

  it('tells first how an open complaint stands', () => {
    const live = { openComplaintCount: 2, doNotDisturb: false };
    expect(guidanceOf({ live })).toMatchObject([
      {
        code: 'OPEN_COMPLAINT',
        kind: 'SAY',
        evidence: { textZh: '有2件投诉未办结：先主动告知处理进度', numbers: [{ value: 2, unit: 'ticket' }] },
      },
    ]);
  });

  it('offers nothing to who asked not to be disturbed, nor where contacts cannot say', () => {
    expect(kinds({ live: { openComplaintCount: 0, doNotDisturb: true } })).toEqual(['AVOID DO_NOT_DISTURB']);
    for (const live of [
      { openComplaintCount: null, doNotDisturb: null },
      { openComplaintCount: 0, doNotDisturb: null },
      { openComplaintCount: null, doNotDisturb: false },
    ]) {
      expect(kinds({ live })).toEqual(['AVOID CONTACTS_UNKNOWN']);
    }
  });

  it('asks who is likely to leave what is wrong, with what is seen of it and what may keep him', () => {
    const warning: Warning = {
      kind: 'USAGE_DROP',
      severity: 'HIGH',
      subscriberId: '10',
      month: '2026-10',
      evidence: {
        code: 'USAGE_DROP',
        textZh: '通话减少60%',
        textEn: 'Calls fell by 60%',
        numbers: [{ name: 'voice', value: -60, unit: 'percent' }],
      },
    };

    expect(guidanceOf({ ...churn, warnings: [warning], retention: { rank: 1 } })).toMatchObject([
      {
        code: 'CHURN_HIGH',
        kind: 'SAY',
        evidence: {
          textZh: '离网倾向高（60天内34.6%）：问清哪里不满意（通话减少60%），可推荐排在最前的维系产品',
          textEn:
            'Likely to leave (34.6% within 60 days): ask what is wrong (Calls fell by 60%), and offer the first of the retention products',
          numbers: [
            { name: 'churn', value: 34.56, unit: 'percent' },
            { name: 'voice', value: -60, unit: 'percent' },
            { name: 'retentionRank', value: 1, unit: 'rank' },
          ],
        },
      },
    ]);
    expect(guidanceOf(churn)[0]?.evidence.textZh).toBe('离网倾向高（60天内34.6%）：问清哪里不满意');
    expect(guidanceOf({ churn: score('CHURN', 5, 'MEDIUM') })).toEqual([]);
  });

  it('comes with the most important first', () => {
    const all = { ...fees(90, 'HIGH'), ...complaints(80, 'HIGH'), ...churn };
    expect(kinds({ ...all, live: { openComplaintCount: 1, doNotDisturb: true } })).toEqual([
      'AVOID DO_NOT_DISTURB',
      'SAY OPEN_COMPLAINT',
      'AVOID FEE_SENSITIVITY_HIGH',
      'SAY COMPLAINT_CARE_MUCH',
      'SAY CHURN_HIGH',
    ]);
  });
});
