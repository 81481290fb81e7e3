/** All of `npm run score`: facts are copied, everybody is scored, the model that was fitted is written with its card. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBulkStore } from '#kit/bulk-store';
import { toDay } from '#kit/clock';
import { openReplica } from '#kit/open-replica';
import type { SourceConfig } from '#kit/source-config';
import { openClock } from '#kit/still-moment';
import { readCallReasonPolicy } from '../call-reason-policy.ts';
import { importFacts } from '../import/import-facts.ts';
import { readPolicy } from '../policy.ts';
import { writeCard } from './churn/card.ts';
import { type ChurnModel, churnModel } from './churn/model.ts';
import { type JobResult, runScoring } from './job.ts';

export const MODEL_DIR = join(import.meta.dirname, 'model');
const MODEL_FILE = 'churn.json';

export interface RunOptions {
  readonly config: SourceConfig;
  /** Folder of the systems that are files. */
  readonly dataDir: string;
  /** Of weights and thresholds; by default the project's own. */
  readonly policyFile?: string | undefined;
  /** By default today. */
  readonly asOf?: string | undefined;
  /** Copies all facts again. */
  readonly isFull?: boolean;
  /** Fits the model anew. */
  readonly isFitting?: boolean;
  /** Of the model and its card. */
  readonly modelDir?: string;
  readonly onProgress?: (step: string, done: number, total: number) => void;
}

export interface RunResult extends JobResult {
  readonly asOf: string;
  /** Files written beside the scores. */
  readonly files: readonly string[];
}

export async function runJob({
  config,
  dataDir,
  isFull = false,
  isFitting = false,
  modelDir = MODEL_DIR,
  onProgress = () => {},
  ...options
}: RunOptions): Promise<RunResult> {
  const policy = readPolicy(options.policyFile);
  const callPolicy = readCallReasonPolicy();
  const asOf = options.asOf ?? toDay(openClock('analytics', config, dataDir)());
  const model = isFitting ? null : readModel(modelDir);
  if (config.databases.analytics && !config.databases.scoring) {
    throw new Error(
      'The store of analytics is on a server: name databases.scoring, the same database as a user who may write it.',
    );
  }
  const open = (source: 'crm' | 'billing' | 'contacts') => openReplica(source, { config, dataDir });
  const sources = { crm: open('crm'), billing: open('billing'), contacts: open('contacts') };
  const store = await openBulkStore(
    config.databases.scoring ?? { file: join(dataDir, 'analytics.sqlite') },
    'analytics',
  );
  try {
    await importFacts({ sources, store, asOf, mode: isFull ? 'FULL' : 'INCREMENTAL', onProgress });
    const result = await runScoring({ store, asOf, policy, callPolicy, model, onProgress });
    return { ...result, asOf, files: writeModel(modelDir, result) };
  } finally {
    await Promise.all([...Object.values(sources), store].map((each) => each.close()));
  }
}

/** @throws Error that says what to do, where there is none or it does not fit. */
function readModel(dir: string): ChurnModel {
  const file = join(dir, MODEL_FILE);
  try {
    return churnModel.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`${file} is no churn model. Fit one with \`npm run score -- --fit\`.`, { cause });
  }
}

/** Nothing where it was given. @returns The files. */
function writeModel(dir: string, { learnt, model, customers }: JobResult): string[] {
  if (!learnt) return [];
  const files = {
    [MODEL_FILE]: `${JSON.stringify(model, null, 2)}\n`,
    ...writeCard({ ...learnt, customers }),
  };
  mkdirSync(dir, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return Object.keys(files).map((name) => join(dir, name));
}
