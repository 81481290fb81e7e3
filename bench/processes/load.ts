/** Sends requests, each with variables of its own, as fast as they are answered. Told what to ask by `load.ts`. */
import type { EventEmitter } from 'node:events';
import autocannon from 'autocannon';
import type { LoadMessage, LoadOrder, LoadResult } from '../load.ts';
import { toRequests, toTemplate } from '../operations.ts';
import { quantile } from '../statistics.ts';
import { readVariables } from '../variables.ts';
import { readOptions } from './options.ts';

/** Beyond the measured seconds, so that it is we who end a run. */
const SPARE_SECONDS = 60;

const variables = readVariables(readOptions('data').data);

const send = (message: LoadMessage): void => {
  process.send?.(message);
};

process.on('message', (order: LoadOrder) => {
  run(order).catch((error: unknown) => send({ kind: 'failed', message: String(error) }));
});
process.on('disconnect', () => process.exit());
send({ kind: 'ready' });

async function run({ port, operation, dialect, token, skip, ...order }: LoadOrder): Promise<void> {
  const { path, before, after } = toTemplate(operation, dialect);
  const requests = toRequests(operation, variables);
  let asked = skip;
  const nextBody = (): string => before + requests[asked++ % requests.length] + after;

  let latencies: number[] = [];
  let failures = 0;
  const instance = autocannon(
    {
      url: `http://127.0.0.1:${port}`,
      connections: order.connections,
      duration: order.warmUpSeconds + order.seconds + SPARE_SECONDS,
      // How soon it notices that it shall stop.
      sampleInt: 50,
      verifyBody: (body) => !String(body).includes('"errors":'),
      requests: [
        {
          method: 'POST',
          path,
          headers: {
            'content-type': 'application/json',
            accept: 'application/json',
            ...(token !== null && { authorization: `Bearer ${token}` }),
          },
          setupRequest: (request) => ({ ...request, body: nextBody() }),
        },
      ],
    },
    () => send({ kind: 'idle' }),
  );
  instance.on('response', (_, status, __, milliseconds) => {
    if (status === 200) latencies.push(milliseconds);
    else failures++;
  });
  instance.on('reqError', () => failures++);
  // Known to autocannon, and not to its types.
  (instance as EventEmitter).on('reqMismatch', () => failures++);

  await seconds(order.warmUpSeconds);
  latencies = [];
  failures = 0;
  const startedAt = performance.now();
  send({ kind: 'begin' });
  await seconds(order.seconds);
  const result = summarise(latencies, failures, performance.now() - startedAt);
  instance.stop();
  send({ kind: 'end', result });
}

function summarise(latencies: readonly number[], failures: number, elapsedMs: number): LoadResult {
  const sorted = latencies.toSorted((a, b) => a - b);
  return {
    responses: sorted.length,
    failures,
    elapsedMs,
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
  };
}

function seconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count * 1_000));
}
