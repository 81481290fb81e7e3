/** The model card: what the churn model is, what it was fitted on, how good it is, and what it must not be used for. */
import type { CallReasonHits } from '../call-reason-hits.ts';
import { FEATURES } from './features.ts';
import type { Fit } from './fit.ts';
import { barPlot, scatterPlot } from './plots.ts';
import { snapshotDays } from './snapshots.ts';

export interface CardFacts {
  readonly fit: Fit;
  /** Customers in the store. */
  readonly customers: number;
  readonly hits: CallReasonHits;
}

/** Text of each file, by name. The same facts give the same bytes. */
export function writeCard({ fit, customers, hits }: CardFacts): Readonly<Record<string, string>> {
  const { model, quality, sizes, stability } = fit;
  const days = snapshotDays(model.fittedAsOf);
  const daysOf = (part: string): string => {
    const own = days.filter((each) => each.part === part).map(({ day }) => day);
    return own.length === 1 ? String(own[0]) : `${own[0]} … ${own.at(-1)}`;
  };
  const most = Math.max(...quality.reliability.flatMap(({ predicted, observed }) => [predicted, observed]));
  const effects = FEATURES.map((feature, at) => {
    const weight = model.features[at]?.weight ?? 0;
    return { feature, weight, psi: stability[at]?.psi ?? 0, mean: model.features[at]?.mean ?? 0 };
  });
  const card = `# Churn model ${model.version}

离网预测模型卡。Everything here is of a made-up operator (synthetic): nobody it counts exists. Written by \`npm run score -- --fit\`.

## What it says
The probability, in percent, that a line 用户 is given up within ${model.horizonDays} days of the day it is scored, or not used at all for a whole month in it. Not scored: lines opened less than 60 days before. Left out of the fit: lines cut off for debt within the horizon, which is a matter of dunning.

For: deciding whom to ask what is wrong, and in which order. Not for: refusing service, credit or a price to anybody.

## Data and split
${customers.toLocaleString('en-US')} customers; facts before ${model.fittedAsOf}. One row for each line and first day of a month.

| part | first days of months | rows | lost | share |
| --- | --- | --: | --: | --: |
${(['TRAIN', 'VALIDATE', 'TEST'] as const)
  .map((part) => {
    const { rows, lost } = sizes[part];
    const name = { TRAIN: 'fitted on', VALIDATE: 'calibrated on', TEST: 'tested on' }[part];
    return `| ${name} | ${daysOf(part)} | ${rows} | ${lost} | ${percent(lost / rows)} |`;
  })
  .join('\n')}

Time runs forward: nothing of the months tested was seen before.

## Method
Logistic regression with an L2 penalty of 10 on standardised features, by iteratively reweighted least squares; then ${model.calibration.kind} calibration. Complaints come in as the gamma–Poisson estimate of the day (scoring.md §3).

## How good it is, on the month tested
| figure | value |
| --- | --: |
| AUC | ${quality.auc.toFixed(4)} |
| log-loss | ${quality.logLoss.toFixed(5)} (always the mean: ${quality.baseLogLoss.toFixed(5)}) |
| Brier score | ${quality.brier.toFixed(5)} (always the mean: ${quality.baseBrier.toFixed(5)}) |
| calibration slope | ${quality.slope.toFixed(3)} (must be 0.85 to 1.15) |
| calibration intercept | ${quality.intercept.toFixed(3)} |
| lift of the tenth most likely to leave | ${quality.topDecileLift.toFixed(2)} |

![Predicted and observed](calibration.svg)

| tenth | rows | predicted | observed |
| --- | --: | --: | --: |
${quality.reliability.map(({ rows, predicted, observed }, nth) => `| ${nth + 1} | ${rows} | ${percent(predicted)} | ${percent(observed)} |`).join('\n')}

## Features
Weights are log-odds for a unit of the feature; stability (PSI) compares the months fitted on with the month tested, and over 0.2 would be a drift.

| feature | 特征 | mean | weight | odds × | PSI |
| --- | --- | --: | --: | --: | --: |
${effects
  .map(
    ({ feature, weight, mean, psi }) =>
      `| ${feature.titleEn} | ${feature.titleZh} | ${mean.toFixed(4)} | ${weight.toFixed(3)} | ${Math.exp(weight).toFixed(2)} | ${psi.toFixed(4)} |`,
  )
  .join('\n')}

![Weights](weights.svg)

No feature says who somebody is: no name, document, address, age, sex, ethnicity, religion, and not whom they call. A test holds the list to that.

## Probable call reasons
Reasons known a second before each inbound contact of the last three months, against the topic that was noted:

| figure | value |
| --- | --: |
| contacts with a topic | ${hits.contacts} |
| topic among the three reasons | ${percent(hits.hitRate)} |
| the same, where there was a reason | ${percent(hits.hitRateWithReasons)} |
| always the three most frequent topics | ${percent(hits.baselineRate)} |
| topics that the reasons name, where there are any | ${hits.topicsWithReasons.toFixed(2)} |
| as many of the most frequent topics, there | ${percent(hits.baselineRateWithReasons)} |

The made-up customers call about little that the systems know of before: reasons name what is true of this customer, and
hit no more topics than the most frequent ones do. Both baselines know the topics they are measured on.

## Limits
The operator is made up: its hazard is known, and the fit is tested to recover it. On a real operator refit with \`npm run score -- --fit\`, read this card again, and watch the slope and the PSI each month.
`;
  return {
    'CARD.md': card,
    'calibration.svg': scatterPlot({
      titleZh: '预测与实际离网率',
      titleEn: 'Predicted and observed',
      xLabel: '预测 predicted',
      yLabel: '实际 observed',
      max: Math.ceil(most * 20) / 20,
      points: quality.reliability.map(({ predicted, observed }) => ({ x: predicted, y: observed })),
      hasDiagonal: true,
    }),
    'weights.svg': barPlot({
      titleZh: '特征权重',
      titleEn: 'Weights, log-odds',
      bars: effects.map(({ feature, weight }) => ({
        label: `${feature.titleZh} ${feature.code}`,
        value: weight,
        text: weight.toFixed(2),
      })),
    }),
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
