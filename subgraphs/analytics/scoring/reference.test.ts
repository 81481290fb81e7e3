/** The whole job on the operator that the committed model was fitted on, whose hidden hazard is known. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSqlite } from '#kit/database';
import { EMBEDDED } from '#kit/source-config';
import { createWorld } from '../../../mocks/world/world.ts';
import { readPolicy } from '../policy.ts';
import { REFERENCE, seedReferenceWorld } from '../testing/reference-world.ts';
import { calibrate } from './calibration.ts';
import { rawProbability, readFeatures } from './churn/model.ts';
import { isLost, snapshotDays, viewOf } from './churn/snapshots.ts';
import { auc } from './metrics.ts';
import { createFactsReader } from './read-facts.ts';
import { MODEL_DIR, type RunResult, runJob } from './run-job.ts';
import { createUsual } from './usual.ts';

const AS_OF = '2026-11-20';

let dataDir = '';
let modelDir = '';
let result: RunResult;
beforeAll(async () => {
  dataDir = await seedReferenceWorld();
  modelDir = mkdtempSync(join(tmpdir(), 'model-'));
  result = await runJob({ config: EMBEDDED, dataDir, isFull: true, isFitting: true, modelDir });
}, 300_000);
afterAll(() => rmSync(modelDir, { recursive: true }));

const textOf = (dir: string, file: string): string => readFileSync(join(dir, file), 'utf8');

/** All that the job wrote, as text. */
async function written(): Promise<string> {
  const db = openSqlite({ file: join(dataDir, 'analytics.sqlite'), source: 'analytics' });
  try {
    const tables = ['score', 'opportunity', 'call_reason', 'customer_figure'];
    const rows = tables.map((table) => db.prepare((sql) => sql(table).orderByRaw('1, 2, 3'))({}));
    return JSON.stringify(await Promise.all(rows));
  } finally {
    await db.close();
  }
}

describe('the model', () => {
  it('in the repository is this one, with its card, byte for byte', () => {
    const files = readdirSync(MODEL_DIR).sort();
    expect(readdirSync(modelDir).sort()).toEqual(files);
    for (const file of files) {
      // Where it is not: npm run score -- --fit, over the world of testing/reference-world.ts.
      expect(textOf(modelDir, file)).toBe(textOf(MODEL_DIR, file));
    }
  });

  it('means what it says: its calibration slope is between 0.85 and 1.15', () => {
    const slope = result.learnt?.fit.quality.slope ?? 0;
    expect(slope).toBeGreaterThan(0.85);
    expect(slope).toBeLessThan(1.15);
  });

  it('recovers the hazard that makes people leave, without ever seeing it', async () => {
    const { predicted, truth, lost } = await lookedAt(snapshotDays(AS_OF).at(-1)?.day ?? '');
    const mean = (of: Float64Array): number => of.reduce((sum, p) => sum + p, 0) / of.length;
    expect(predicted.length).toBeGreaterThan(15_000);
    // In the mean.
    expect(mean(predicted) / mean(truth)).toBeGreaterThan(0.9);
    expect(mean(predicted) / mean(truth)).toBeLessThan(1.1);
    // In order: hardly less apart than by the truth itself, which knows what no system records.
    expect(auc(predicted, lost)).toBeGreaterThan(auc(truth, lost) - 0.04);
    // And one by one: log-odds of both move together.
    expect(correlation(predicted.map(logOdds), truth.map(logOdds))).toBeGreaterThan(0.75);
  });

  it('finds each cause with its sign, and nothing where there is none', () => {
    const weights = Object.fromEntries(result.model.features.map(({ code, weight }) => [code, weight]));
    // As mocks/world/churn.ts has them: 0.6, -0.5, -0.9, 0.7, 0.8, 0.5 for a payer late one time in five, -0.15, -0.7.
    expect(weights['FIRST_YEAR']).toBeCloseTo(0.6, 0);
    expect(weights['LONG_TENURE']).toBeCloseTo(-0.5, 0);
    expect(weights['CONTRACT_RUNNING']).toBeCloseTo(-0.9, 0);
    for (const code of ['CONTRACT_ENDING', 'DAYS_DOWN', 'BILL_SHOCK', 'COMPLAINTS', 'LATE_PAYER']) {
      expect(weights[code]).toBeGreaterThan(0.2);
    }
    expect(weights['SERVICES']).toBeCloseTo(-0.15, 1);
    expect(weights['TIED']).toBeLessThan(-0.5);
    for (const code of ['DISSATISFIED', 'FIXED']) expect(Math.abs(weights[code] ?? 9)).toBeLessThan(0.25);
  });

  it('has features that drifted nowhere', () => {
    for (const { psi } of result.learnt?.fit.stability ?? []) expect(psi).toBeLessThan(0.2);
  });
});

it('a second run of the same day writes the same', async () => {
  const before = await written();
  await runJob({ config: EMBEDDED, dataDir, modelDir });
  expect((await written()) === before).toBe(true);
}, 120_000);

/** All lines of a day, by the model and by the truth: the chance of both months of the horizon. */
async function lookedAt(day: string) {
  const db = openSqlite({ file: join(dataDir, 'analytics.sqlite'), source: 'analytics' });
  const reader = createFactsReader(db);
  const world = createWorld(REFERENCE);
  const usual = createUsual(AS_OF, readPolicy());
  for await (const block of reader.blocks(AS_OF)) for (const customer of block) usual.add(customer);
  const { complaintsAMonth } = usual.finish();
  const predicted: number[] = [];
  const truth: number[] = [];
  const lost: number[] = [];
  for await (const block of reader.blocks(AS_OF)) {
    for (const customer of block) {
      const made = world.customer(customer.customerId - 100_000_000);
      for (const line of customer.lines) {
        const view = viewOf(customer, line, day, complaintsAMonth(customer, day));
        const isGone = view && isLost(view);
        if (!view || isGone === null) continue;
        const own = made.subscribers.find(({ subscriberId }) => subscriberId === line.subscriberId);
        const at = own?.months.findIndex(({ month }) => month >= day.slice(0, 7)) ?? -1;
        const [first = 0, second = first] = own?.hazards.slice(at - 1, at + 1) ?? [];
        // Those whom the world never lets go are no chance to recover.
        if (at < 1 || first === 0) continue;
        const p = rawProbability(result.model, readFeatures(view));
        predicted.push(calibrate(result.model.calibration, p));
        truth.push(1 - (1 - first) * (1 - second));
        lost.push(isGone ? 1 : 0);
      }
    }
  }
  await db.close();
  return {
    predicted: Float64Array.from(predicted),
    truth: Float64Array.from(truth),
    lost: Uint8Array.from(lost),
  };
}

function logOdds(p: number): number {
  return Math.log(p / (1 - p));
}

function correlation(a: Float64Array, b: Float64Array): number {
  const mean = (of: Float64Array): number => of.reduce((sum, each) => sum + each, 0) / of.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let at = 0; at < a.length; at++) {
    const [da, db] = [(a[at] as number) - meanA, (b[at] as number) - meanB];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return ab / Math.sqrt(aa * bb);
}
