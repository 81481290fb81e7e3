import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { NO_GRANTS } from '#kit/access/grants';
import { createToyGraph } from '../testing/toy-graph.ts';
import { createEngine } from './engine.ts';
import type { PlanNode } from './planner.ts';
import { readSupergraph } from './supergraph.ts';
import { createRecordedTransport } from './testing/recorded-transport.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1_024 / 1_024;
}

describe('the plan cache', () => {
  it('keeps its size however many different operations are asked', async () => {
    const plan: PlanNode = { kind: 'Fetch', serviceName: 'people', operation: '{ people { name } }' };
    const engine = createEngine({
      supergraph: readSupergraph(createToyGraph().supergraphSdl),
      planner: { plan: async () => plan, close() {} },
      transports: new Map([
        ['people', { prepare: createRecordedTransport(() => ({ data: { people: [] } })).prepare }],
      ]),
    });
    const askMany = async (from: number, to: number): Promise<void> => {
      for (let nth = from; nth < to; nth++) {
        // As long as an ordinary operation, and never the same.
        const text = `query Q${nth} { ${Array.from({ length: 20 }, (_, at) => `n${at}: people { name }`).join(' ')} }`;
        const document = parse(text);
        const operation = getOperationAST(document);
        if (!operation) throw new Error('The text must hold one operation.');
        await engine.prepare({ hash: text, document, operation, size: text.length }, {}, NO_GRANTS);
      }
    };

    await askMany(0, 2_000);
    const filled = heapMegabytes();
    await askMany(2_000, 10_000);

    expect(heapMegabytes() - filled).toBeLessThan(10);
  }, 60_000);
});
