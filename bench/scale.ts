/**
 * Does a read stay flat as the operator grows? Asks the screen pop of random
 * numbers of a small and a large operator in turn, over HTTP on loopback, and
 * prints both medians and their ratio.
 *
 *   npm run seed -- --customers 1000000 --data /tmp/large
 *   node bench/scale.ts --small data --large /tmp/large
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import BetterSqlite3 from 'better-sqlite3';
import { createApp } from '../gateway/app.ts';
import { accessAs } from '../gateway/testing/test-access.ts';
import { readWorld } from '../mocks/world/read-world.ts';
import { createRandom } from '../mocks/world/rng.ts';
import { openData } from './open-data.ts';

interface Operator {
  readonly name: string;
  readonly customers: number;
  readonly numbers: readonly string[];
  ask(operation: string, variables: object): Promise<number>;
  close(): Promise<void>;
}

async function openOperator(name: string, dataDir: string, count: number): Promise<Operator> {
  const embedded = await openData(dataDir);
  const { supergraphSdl, subgraphs, operations } = embedded;
  const app = await createApp({ ...accessAs(), supergraphSdl, subgraphs, operations });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    name,
    customers: readWorld(dataDir).customers,
    numbers: pickNumbers(dataDir, count),
    async ask(operation, variables) {
      const startedAt = performance.now();
      const response = await fetch(`${url}/operations/${operation}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(variables),
      });
      const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
      if (!data || errors) throw new Error(`${operation} failed: ${JSON.stringify(errors)}`);
      return performance.now() - startedAt;
    },
    async close() {
      await app.close();
      await embedded.close();
    },
  };
}

/** Numbers of present holders, each one once, in an order that the seed fixes. */
function pickNumbers(dataDir: string, count: number): string[] {
  const db = new BetterSqlite3(join(dataDir, 'crm.sqlite'), { readonly: true });
  const { first, last } = db
    .prepare<[], { first: number; last: number }>(
      'SELECT min(subscriber_id) AS first, max(subscriber_id) AS last FROM subscriber',
    )
    .get() ?? { first: 0, last: 0 };
  const next = db
    .prepare<[number], string>(
      'SELECT service_number FROM subscriber WHERE subscriber_id >= ? ORDER BY subscriber_id LIMIT 1',
    )
    .pluck();
  const random = createRandom(1, 'bench', 0);
  const numbers = Array.from({ length: count }, () => next.get(random.int(first, last)) ?? '');
  db.close();
  return numbers;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

const { values } = parseArgs({
  options: {
    small: { type: 'string', default: 'data' },
    large: { type: 'string', default: '/tmp/large' },
    requests: { type: 'string', default: '2000' },
  },
});
const WARM_UP = 200;
const count = Number(values.requests) + WARM_UP;
const operators = [
  await openOperator('small', values.small, count),
  await openOperator('large', values.large, count),
];
const times = operators.map((): number[] => []);
for (let nth = 0; nth < count; nth++) {
  // In turn, so that whatever else the machine does falls on both.
  for (const [at, { ask, numbers }] of operators.entries()) {
    const ms = await ask('screen-pop', { number: numbers[nth] });
    if (nth >= WARM_UP) times[at]?.push(ms);
  }
}
const medians = operators.map(({ name, customers }, at) => {
  const sorted = (times[at] ?? []).sort((a, b) => a - b);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(sorted, share).toFixed(2));
  console.log(`${name}: ${customers} customers, screen-pop p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`);
  return quantile(sorted, 0.5);
});
console.log(`ratio of medians, large to small: ${((medians[1] ?? 0) / (medians[0] ?? 1)).toFixed(2)}`);
for (const operator of operators) await operator.close();
