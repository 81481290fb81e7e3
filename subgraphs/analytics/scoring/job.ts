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

/** What came of fitting a model, and what its card tells besides. */
export interface Learnt {
  readonly fit: Fit;
  readonly hits: CallReasonHits;
}

export interface JobResult {
  readonly customers: number;
  readonly model: ChurnModel;
  /** Null where the model was given. */
  readonly learnt: Learnt | null;
  /** Rows written, by table. */
  readonly written: Readonly<Record<Written, number>>;
}

/** @throws Error where a model is to be fitted and too few lines were lost to learn from. */
export async function runScoring(options: JobOptions): Promise<JobResult> {
  const { store, asOf, policy, callPolicy, onProgress } = options;
  const reader = createFactsReader(store.db);
  const customers = await reader.count();

  async function forBlocks(
    step: string,
    look: (block: readonly CustomerFacts[]) => Promise<void> | void,
  ): Promise<void> {
    let done = 0;
    for await (const block of reader.blocks(asOf)) {
      await look(block);
      done += block.length;
      onProgress(step, done, customers);
    }
  }

  async function learn({ complaintsAMonth }: Usual): Promise<Learnt> {
    const builder = createDatasetBuilder(asOf, customers, complaintsAMonth);
    const counter = createHitCounter(asOf, callPolicy);
    await forBlocks('learning', (block) => {
      for (const customer of block) {
        builder.add(customer);
        counter.add(customer);
      }
    });
    return { fit: fitChurn(builder.finish(), asOf), hits: counter.finish() };
  }

  const counting = createUsual(asOf, policy);
  await forBlocks('usual', (block) => {
    for (const customer of block) counting.add(customer);
  });
  const usual = counting.finish();
  const learnt = options.model ? null : await learn(usual);
  const model = options.model ?? (learnt as Learnt).fit.model;

  const offers = await readOffers(store.db);
  const scorer = createScorer({ asOf, policy, callPolicy, usual, model, offers });
  const tables = Object.keys(WRITTEN) as Written[];
  const written = { score: 0, opportunity: 0, call_reason: 0, customer_figure: 0 };
  for (const table of tables) await store.beginNext(table);
  await forBlocks('scoring', async (block) => {
    const rows = noRows();
    for (const customer of block) scorer.score(customer, rows);
    for (const table of tables) {
      await store.write(`${table}_next`, WRITTEN[table], rows[table]);
      written[table] += rows[table].length;
    }
  });
  await store.swapNext(tables);
  return { customers, model, learnt, written };
}
