import type { FeatureMonth, Interpretation } from '../model.ts';
import { lastFullMonths, type Period } from '../period.ts';
import { pickMonths } from './months.ts';
import { noFacts } from './no-facts.ts';
import { dataText, percentText } from './units.ts';

/** Share of the data allowance used: below 不饱满, up to the second 适中, above 饱满. */
const LOW_USE_RATIO = 0.3;
const FULL_USE_RATIO = 0.9;
/** Days with use in the month: up to here 频度低, from there on 频度高. */
const SELDOM_DAYS = 7;
const OFTEN_DAYS = 20;

/** Is the data plan used fully, and how often, in the last full month (P09)? */
export function dataUse(months: readonly FeatureMonth[], period: Period): Interpretation {
  const wanted = lastFullMonths(period, 1);
  const [last] = pickMonths(months, wanted);
  if (last === undefined) return noFacts('DATA_USE', wanted[0] as string);

  const { month, dataKilobytes: used, dataAllowanceKilobytes: allowance, activeDays } = last;
  const often = frequency(activeDays);
  const numbers = [
    { name: 'dataUsed', value: used, unit: 'KB' },
    { name: 'activeDays', value: activeDays, unit: 'day' },
  ];
  if (allowance <= 0) {
    return {
      kind: 'DATA_USE',
      month,
      evidence: {
        code: 'DATA_NO_PLAN',
        textZh: `没有流量套餐，上月使用流量${dataText(used)}；使用${activeDays}天，${often.zh}`,
        textEn: `No data plan; ${dataText(used)} of data used last month, on ${activeDays} days: ${often.en}`,
        numbers,
      },
    };
  }
  const ratio = used / allowance;
  const full = fullness(ratio);
  return {
    kind: 'DATA_USE',
    month,
    evidence: {
      code: full.code,
      textZh: `上月使用流量${dataText(used)}，占套餐${dataText(allowance)}的${percentText(ratio)}，${full.zh}；使用${activeDays}天，${often.zh}`,
      textEn: `${dataText(used)} of data used last month, ${percentText(ratio)} of the plan's ${dataText(allowance)}: ${full.en}; on ${activeDays} days: ${often.en}`,
      numbers: [
        ...numbers,
        { name: 'dataAllowance', value: allowance, unit: 'KB' },
        { name: 'usedRatio', value: ratio * 100, unit: 'percent' },
      ],
    },
  };
}

function fullness(ratio: number): { code: string; zh: string; en: string } {
  if (ratio < LOW_USE_RATIO) return { code: 'DATA_USE_LOW', zh: '使用不饱满', en: 'little used' };
  if (ratio <= FULL_USE_RATIO) return { code: 'DATA_USE_MODERATE', zh: '使用适中', en: 'moderately used' };
  return { code: 'DATA_USE_FULL', zh: '使用饱满', en: 'fully used' };
}

function frequency(activeDays: number): { zh: string; en: string } {
  if (activeDays <= SELDOM_DAYS) return { zh: '使用频度低', en: 'seldom' };
  if (activeDays < OFTEN_DAYS) return { zh: '使用频度中等', en: 'now and then' };
  return { zh: '使用频度高', en: 'often' };
}
