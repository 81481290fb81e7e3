import { describe, expect, it } from '@jest/globals';
import type { FeatureMonth } from '../model.ts';
import { createPeriod } from '../period.ts';
import { featureMonth } from '../testing/rows.ts';
import { dataUse } from './data-use.ts';
import { INTERPRETATION_KINDS, interpret } from './interpretations.ts';
import { messagingUse } from './messaging-use.ts';
import { roaming } from './roaming.ts';

const period = createPeriod(new Date('2026-11-20T10:00:00+08:00'));

function october(own: Partial<FeatureMonth>): FeatureMonth[] {
  return [featureMonth('2026-10', own)];
}

describe('data use (P09)', () => {
  const plan = 1_048_576;
  const use = (ratio: number) =>
    dataUse(october({ dataKilobytes: ratio * plan, dataAllowanceKilobytes: plan }), period);

  it.each([
    [0, 'DATA_USE_LOW'],
    [0.29, 'DATA_USE_LOW'],
    [0.3, 'DATA_USE_MODERATE'],
    [0.9, 'DATA_USE_MODERATE'],
    [0.91, 'DATA_USE_FULL'],
    [1.4, 'DATA_USE_FULL'],
  ])('calls a use rate of %d %s', (ratio, code) => {
    expect(use(ratio).evidence.code).toBe(code);
  });

  it.each([
    [7, '使用频度低'],
    [8, '使用频度中等'],
    [19, '使用频度中等'],
    [20, '使用频度高'],
  ])('says of %d active days: %s', (activeDays, words) => {
    expect(dataUse(october({ activeDays }), period).evidence.textZh).toContain(
      `使用${activeDays}天，${words}`,
    );
  });

  it('carries the numbers it used', () => {
    expect(use(0.5)).toEqual({
      kind: 'DATA_USE',
      month: '2026-10',
      evidence: {
        code: 'DATA_USE_MODERATE',
        textZh: '上月使用流量512MB，占套餐1GB的50%，使用适中；使用25天，使用频度高',
        textEn: "512MB of data used last month, 50% of the plan's 1GB: moderately used; on 25 days: often",
        numbers: [
          { name: 'dataUsed', value: 524_288, unit: 'KB' },
          { name: 'activeDays', value: 25, unit: 'day' },
          { name: 'dataAllowance', value: 1_048_576, unit: 'KB' },
          { name: 'usedRatio', value: 50, unit: 'percent' },
        ],
      },
    });
  });

  it('has a line of its own for who has no data plan', () => {
    const { evidence } = dataUse(october({ dataKilobytes: 300, dataAllowanceKilobytes: 0 }), period);
    expect(evidence).toMatchObject({
      code: 'DATA_NO_PLAN',
      textZh: '没有流量套餐，上月使用流量300KB；使用25天，使用频度高',
    });
  });
});

describe('messaging use (P15)', () => {
  it.each([
    [2, 0, 'MESSAGING_NOT_ACTIVE'],
    [3, 0, 'MESSAGING_ACTIVE'],
    [0, 1, 'MESSAGING_ACTIVE'],
  ])('calls %d MMS and %d ringback changes %s', (mmsCount, ringbackChanges, code) => {
    expect(messagingUse(october({ mmsCount, ringbackChanges }), period).evidence.code).toBe(code);
  });

  it('adds up the last three full months, and neither the running one nor older ones', () => {
    const months = [...period.fullMonths, period.runningMonth].map((month) =>
      featureMonth(month, { mmsCount: 2 }),
    );
    expect(messagingUse(months, period).evidence).toMatchObject({
      textZh: '近3个月发送彩信6条、更换彩铃0次，使用积极',
      numbers: [
        { name: 'mms', value: 6 },
        { name: 'ringbackChanges', value: 0 },
        { value: 3, unit: 'month' },
      ],
    });
  });
});

describe('roaming (P17)', () => {
  it.each([
    [0, 0, 'ROAMING_NONE'],
    [3, 0, 'ROAMING_SELDOM'],
    [1, 3, 'ROAMING_OFTEN'],
  ])('calls %d events last month and %d this month %s', (last, running, code) => {
    const months = [
      featureMonth('2026-09', { roamingEvents: 50 }),
      featureMonth('2026-10', { roamingEvents: last }),
      featureMonth('2026-11', { roamingEvents: running }),
    ];
    expect(roaming(months, period)).toMatchObject({ month: '2026-11', evidence: { code } });
  });
});

it('says so when the months it needs were not counted, and calls that no use of nothing', () => {
  const codes = interpret(INTERPRETATION_KINDS, [featureMonth('2026-06')], period)?.map(
    ({ evidence }) => evidence.code,
  );
  expect(codes).toEqual(['DATA_USE_NO_FACTS', 'MESSAGING_USE_NO_FACTS', 'ROAMING_NO_FACTS']);
});

it('has nothing to say of a line without mobile service, or without months', () => {
  expect(interpret(INTERPRETATION_KINDS, october({ mobile: false }), period)).toBeNull();
  expect(interpret(INTERPRETATION_KINDS, [], period)).toBeNull();
});

it('gives each kind asked for once, in the order asked for', () => {
  const kinds = interpret(['ROAMING', 'DATA_USE', 'ROAMING'], october({}), period)?.map(({ kind }) => kind);
  expect(kinds).toEqual(['ROAMING', 'DATA_USE']);
});
