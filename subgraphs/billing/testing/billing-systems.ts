/** The billing replica and a BOSS over the same rows, so that what one says the other must say. */
import { join } from 'node:path';
import { request } from 'undici';
import {
  type BossClient,
  type BossEvent,
  type BossOptions,
  type BreakerOptions,
  createBossClient,
} from '#kit/boss/client';
import { type Database, openSqlite } from '#kit/database';
import { testClock } from '#kit/testing/ask';
import type { Rows } from '#kit/testing/database';
import { createBossSimulator } from '../../../mocks/boss/boss.ts';
import type { Charset } from '../../../mocks/boss/charset.ts';
import { createOperatorFiles } from '../../../mocks/boss/testing/operator-files.ts';

export interface BillingTestSystems {
  readonly db: Database;
  readonly boss: BossClient;
  readonly clock: () => Date;
  /** What the client reported, in order. */
  readonly events: BossEvent[];
  /** From now on answers go wrong like this; or only the next so many. */
  plan(fault: string, param?: string | number, times?: number): Promise<void>;
  /** All goes well again. */
  heal(): Promise<void>;
  /** Requests so far, by operation. */
  calls(): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}

/** Fails as often as a test wants. */
const NO_BREAKER: BreakerOptions = { threshold: 0.99, size: 10_000, minimum: 10_000, restMs: 1 };

export async function openBillingSystems(
  rows: Rows,
  options: Partial<BossOptions> & { readonly charset?: Charset } = {},
): Promise<BillingTestSystems> {
  const { charset, ...own } = options;
  const files = await createOperatorFiles({ crm: {}, billing: rows });
  const app = createBossSimulator({
    dataDir: files.dataDir,
    now: testClock().toISOString(),
    charset,
    passwords: null,
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const events: BossEvent[] = [];
  const boss = createBossClient({
    url,
    envelope: 'InterBOSS',
    testFlag: '1',
    province: '280',
    breaker: NO_BREAKER,
    report: (event) => events.push(event),
    ...own,
  });
  const db = openSqlite({ file: join(files.dataDir, 'billing.sqlite'), source: 'billing' });
  const control = (method: 'POST' | 'DELETE', body?: object) =>
    request(`${url}/control/faults`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  return {
    db,
    boss,
    clock: testClock,
    events,
    async plan(fault, param, times) {
      const { statusCode, body } = await control('POST', { operation: '*', fault, param, times });
      if (statusCode !== 204) throw new Error(await body.text());
    },
    async heal() {
      await control('DELETE');
    },
    async calls() {
      const { body } = await request(`${url}/control/calls`);
      return (await body.json()) as Record<string, number>;
    },
    async close() {
      await boss.close();
      await app.close();
      db.close();
      files.remove();
    },
  };
}
