/** A BOSS over the rows of tests, listening at a port that was free. */
import { createBossSimulator } from '../boss.ts';
import type { Charset } from '../charset.ts';
import type { Passwords } from '../password-operations.ts';
import { type AskBoss, askerOf } from './ask-boss.ts';
import { createOperatorFiles } from './operator-files.ts';
import { BILLING, CRM, NOW } from './rows.ts';

export interface TestBoss {
  readonly url: string;
  readonly ask: AskBoss;
  close(): Promise<void>;
}

export async function startBoss(
  options: { readonly charset?: Charset; readonly passwords?: Passwords } = {},
): Promise<TestBoss> {
  const files = await createOperatorFiles({ crm: CRM, billing: BILLING });
  const app = createBossSimulator({
    dataDir: files.dataDir,
    now: NOW,
    charset: options.charset,
    passwords: options.passwords ?? null,
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    ask: askerOf(url),
    async close() {
      await app.close();
      files.remove();
    },
  };
}
