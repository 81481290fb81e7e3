import type { Interpretation } from '../model.ts';

/** Nothing was counted for these months, which is not the same as no use. */
export function noFacts(kind: Interpretation['kind'], month: string): Interpretation {
  return {
    kind,
    month,
    evidence: {
      code: `${kind}_NO_FACTS`,
      textZh: '没有相应账期的使用数据，无法解读',
      textEn: 'No usage data of these months, so nothing can be said',
      numbers: [],
    },
  };
}
