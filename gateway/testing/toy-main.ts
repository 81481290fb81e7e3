/** A gateway process for the test of stopping: `node toy-main.ts <ms that wait takes> <ms to stop in>`. */
import { setTimeout } from 'node:timers/promises';
import { stopOnSignals } from '#kit/stop-on-signals';
import { createApp } from '../app.ts';
import { createToyGraph } from './toy-graph.ts';

const [, , waitMs, timeoutMs] = process.argv;
const wait = async (): Promise<string> => {
  console.log('begun');
  return setTimeout(Number(waitMs), 'waited');
};
const app = await createApp(createToyGraph({ wait }));
app.addHook('onClose', () => console.log('closed'));
stopOnSignals(app, { timeoutMs: Number(timeoutMs), exit: process.exit });
console.log(await app.listen({ port: 0, host: '127.0.0.1' }));
