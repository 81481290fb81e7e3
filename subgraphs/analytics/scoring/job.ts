/**
 * The scoring job: looks at all customers once for what is usual, once to learn who leaves where it is told to, and once to
 * score each of them. What it found takes the place of what was there in one step.
 */
import type { BulkStore } from '#kit/bulk-store';
import type { CallReasonPolicy } from '../call-reason-policy.ts';
import type { Policy } from '../policy.ts';
import { type CallReasonHits, createHitCounter } from './call-reason-hits.ts';
import { createDatasetBuilder } from './churn/dataset.ts';
import { type Fit, fitChurn } from './churn/fit.ts';
import type { ChurnModel } from './churn/model.ts';
import type { CustomerFacts } from './facts.ts';
import { createFactsReader } from './read-facts.ts';
import { readOffers } from './replay/read-offers.ts';
import { createScorer } from './scorer.ts';
import { createUsual, type Usual } from './usual.ts';
import { noRows, WRITTEN, type Written } from './written.ts';

export interface JobOptions {
  /** Facts are in it, of all days before `asOf`. */
  readonly store: BulkStore;
  readonly asOf: string;
  readonly policy: Policy;
  readonly callPolicy: CallReasonPolicy;
  /** Null to fit one. */
  readonly model: ChurnModel | null;
  readonly onProgress: (step: string, done: number, total: number) => void;
}

export interface JobResult {
  readonly customers: number;
  readonly model: ChurnModel;
  /** Null where the model was given. */
  readonly fit: Fit | null;
  readonly hits: CallReasonHits;
  /** Rows written, by table. */
  readonly written: Readonly<Record<Written, number>>;
}

/** @throws Error where a model is to be fitted and too few lines were lost to learn from. */
export async function runScoring(options: JobOptions): Promise<JobResult> {
  const { store, asOf, policy, callPolicy } = options;
  const reader = createFactsReader(store.db);
  const customers = await reader.count();

  async function forAll(step: string, look: (customer: CustomerFacts) => void): Promise<void> {
    let done = 0;
    for await (const block of reader.blocks(asOf)) {
      for (const customer of block) look(customer);
      done += block.length;
      options.onProgress(step, done, customers);
    }
  }

  const counting = createUsual(asOf, policy);
  const counter = createHitCounter(asOf, callPolicy);
  await forAll('usual', (customer) => {
    counting.add(customer);
    counter.add(customer);
  });
  const usual = counting.finish();
  const fit = options.model ? null : await learn(options, customers, usual, forAll);
  const model = options.model ?? (fit as Fit).model;
  const offers = await readOffers(store.db);

  const scorer = createScorer({ asOf, policy, callPolicy, usual, model, offers });
  const tables = Object.keys(WRITTEN) as Written[];
  const written = { score: 0, opportunity: 0, call_reason: 0, customer_figure: 0 };
  for (const table of tables) await store.beginNext(table);
  let done = 0;
  for await (const block of reader.blocks(asOf)) {
    const rows = noRows();
    for (const customer of block) scorer.score(customer, rows);
    for (const table of tables) {
      await store.write(`${table}_next`, WRITTEN[table], rows[table]);
      written[table] += rows[table].length;
    }
    done += block.length;
    options.onProgress('scoring', done, customers);
  }
  await store.swapNext(tables);
  return { customers, model, fit, hits: counter.finish(), written };
}

async function learn(
  { asOf }: JobOptions,
  customers: number,
  usual: Usual,
  forAll: (step: string, look: (customer: CustomerFacts) => void) => Promise<void>,
): Promise<Fit> {
  const builder = createDatasetBuilder(asOf, customers, usual.complaintsAMonth);
  await forAll('learning', builder.add);
  return fitChurn(builder.finish(), asOf);
}
