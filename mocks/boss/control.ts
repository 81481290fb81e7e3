/** How a test tells this BOSS to misbehave, and asks how often it was called. Never tells content. */
import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import type { FaultPlan } from './fault-plan.ts';
import { toFault } from './faults.ts';

export interface CallCounts {
  count(operation: string): void;
  /** Requests so far, by operation. */
  all(): Readonly<Record<string, number>>;
}

export function createCallCounts(): CallCounts {
  const counts = new Map<string, number>();
  return {
    count: (operation) => void counts.set(operation, (counts.get(operation) ?? 0) + 1),
    all: () => Object.fromEntries(counts),
  };
}

const PLANNED = z.strictObject({
  operation: z.string().regex(/^(\*|KF10\d\d)$/),
  fault: z.string(),
  param: z.union([z.string(), z.number()]).nullish(),
  times: z.int().min(1).nullish(),
});

interface Controlled {
  readonly plan: FaultPlan;
  readonly calls: CallCounts;
  /** Writes that were done, repeats left out. */
  readonly writes: CallCounts;
}

export function controlRoutes({ plan, calls, writes }: Controlled): FastifyPluginAsync {
  return async (app) => {
    app.post('/control/faults', async ({ body }, reply) => {
      const planned = PLANNED.safeParse(body);
      if (!planned.success) return reply.code(400).send({ error: z.prettifyError(planned.error) });
      const { operation, fault: name, param, times } = planned.data;
      const fault = toFault(name, String(param ?? ''));
      if (typeof fault === 'string') return reply.code(400).send({ error: fault });
      plan.add({ ...fault, operation, times: times ?? null });
      return reply.code(204).send();
    });
    app.delete('/control/faults', async (_, reply) => {
      plan.clear();
      return reply.code(204).send();
    });
    app.get('/control/faults', async () =>
      plan.waiting().map(({ operation, name, param, times }) => ({ operation, fault: name, param, times })),
    );
    app.get('/control/calls', async () => calls.all());
    app.get('/control/writes', async () => writes.all());
  };
}
