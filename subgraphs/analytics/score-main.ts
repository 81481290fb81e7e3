/** Composition root of the scoring job: the only file of it that reads the environment. */
import { parseArgs } from 'node:util';
import { createProgress } from '#kit/progress';
import { readSourceConfig } from '#kit/source-config';
import { explainStartFailure } from '#kit/start-failure';
import { MODEL_DIR, runJob } from './scoring/run-job.ts';

const HELP = `Scores every customer: copies what is new in crm, billing and contacts into the store of analytics, computes
scores, offers and probable call reasons, and puts them in place in one step, while the service goes on.

  npm run score -- [options]

  --full        copy all facts again, not only what is new
  --fit         fit the churn model anew, and write it with its card
  --model DIR   the model and its card (default ${MODEL_DIR})
  --as-of DAY   day of the scores, YYYY-MM-DD: facts before it count (default today; of the made-up operator, the day
                it stands at)
  --data DIR    folder of the systems' databases (default PANORAMA_DATA, or ./data)
  --help        this text

Where PANORAMA_SOURCES names a configuration, systems are read where it says; the store of analytics is written as
the user of its \`databases.scoring\`. PANORAMA_POLICY names a policy of weights and thresholds other than
subgraphs/analytics/policy.yaml.
`;

async function score(env: NodeJS.ProcessEnv): Promise<void> {
  const { values } = parseArgs({
    options: {
      full: { type: 'boolean', default: false },
      fit: { type: 'boolean', default: false },
      model: { type: 'string', default: MODEL_DIR },
      'as-of': { type: 'string' },
      data: { type: 'string', default: env['PANORAMA_DATA'] ?? './data' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const asOf = values['as-of'];
  if (asOf !== undefined && !isDay(asOf)) throw new Error(`--as-of must be a day, YYYY-MM-DD, not ${asOf}.`);
  const startedAt = Date.now();
  const progress = createProgress({ heading: 'Scoring everybody.', unit: 'customers' });
  try {
    const { customers, model, written, files, ...result } = await runJob({
      config: readSourceConfig(env['PANORAMA_SOURCES']),
      dataDir: values.data,
      policyFile: env['PANORAMA_POLICY'],
      asOf,
      isFull: values.full,
      isFitting: values.fit,
      modelDir: values.model,
      onProgress: progress.update,
    });
    progress.stop();
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    console.log(`${customers} customers scored as of ${result.asOf}, in ${seconds} s, by ${model.version}.`);
    console.log(
      `${written.score} scores, ${written.opportunity} offers, ${written.call_reason} call reasons are in place.`,
    );
    for (const file of files) console.log(`Written: ${file}`);
  } finally {
    progress.stop();
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

score(process.env).catch((error: unknown) => {
  console.error(`Nobody was scored. ${explainStartFailure(error)}`);
  process.exit(1);
});
