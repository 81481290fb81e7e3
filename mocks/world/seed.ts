/** Composition root of `npm run seed`: makes up an operator of any size. */
import { parseArgs } from 'node:util';
import { isSeeded, loadWorld } from './load.ts';
import { MAX_CUSTOMERS } from './numbers.ts';
import { createProgress } from './progress.ts';
import { DEFAULT_WORLD } from './seed-if-missing.ts';
import { MIN_CUSTOMERS } from './world.ts';

const HELP = `Makes up a telecom operator: four SQLite databases with customers that belong to nobody.

  npm run seed -- [options]

  --customers N   how many, ${MIN_CUSTOMERS} or more (default ${DEFAULT_WORLD.customers})
  --seed S        the same seed gives the same bytes (default ${DEFAULT_WORLD.seed})
  --data DIR      where to (default $PANORAMA_DATA or ./data)
  --force         replace what is there
  --help          this text

History covers 24 billed months and the running one. Above 50,000 customers,
itemised records are kept for the last 6 months, as operators do.
`;

interface SeedOptions {
  readonly customers: number;
  readonly seed: number;
  readonly data: string;
  readonly force: boolean;
}

async function seed({ customers, seed, data, force }: SeedOptions): Promise<void> {
  if (isSeeded(data) && !force) {
    throw new Error(`${data} holds an operator. Add --force to replace it, or name another --data folder.`);
  }
  const startedAt = Date.now();
  const progress = createProgress();
  try {
    await loadWorld(data, { seed, customers }, progress.update, { replace: force });
  } finally {
    progress.stop();
  }
  const seconds = Math.round((Date.now() - startedAt) / 1_000);
  console.log(`${customers} customers in ${data}, in ${seconds} s. Start the service with \`npm start\`.`);
}

function readOptions(): SeedOptions | 'help' {
  const { values } = parseArgs({
    options: {
      customers: { type: 'string', default: String(DEFAULT_WORLD.customers) },
      seed: { type: 'string', default: String(DEFAULT_WORLD.seed) },
      data: { type: 'string', default: process.env['PANORAMA_DATA'] ?? './data' },
      force: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    customers: toInteger('--customers', values.customers, MIN_CUSTOMERS, MAX_CUSTOMERS),
    seed: toInteger('--seed', values.seed, 0, 0xffff_ffff),
    data: values.data,
    force: values.force,
  };
}

function toInteger(option: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new Error(`${option} must be a whole number from ${min} to ${max}.`);
}

try {
  const options = readOptions();
  if (options === 'help') console.log(HELP);
  else await seed(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
