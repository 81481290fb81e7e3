/** The test world with billing over BOSS: a simulator over the same files, asked for everything that BOSS can be asked. */
import type { FastifyInstance } from 'fastify';
import type { Keys } from '#kit/keys';
import { EMBEDDED, type SourceConfig } from '#kit/source-config';
import { openDemoPasswords } from '../../mocks/billing-system/demo-passwords.ts';
import { createBossSimulator } from '../../mocks/boss/boss.ts';

export interface BossWorld {
  readonly sources: SourceConfig;
  /** To make it misbehave: `POST /control/faults`. */
  readonly simulator: FastifyInstance;
  close(): Promise<void>;
}

/** All that have an adapter for BOSS. */
const FROM_BOSS = ['customers', 'accounts', 'bills', 'arrears', 'payments', 'usage', 'details'];

export async function openBossWorld(dataDir: string, stateDir: string, keys: Keys): Promise<BossWorld> {
  const demo = await openDemoPasswords(stateDir, keys.pseudonymKey);
  const simulator = createBossSimulator({ dataDir, passwords: demo.passwords });
  const url = await simulator.listen({ host: '127.0.0.1', port: 0 });
  return {
    simulator,
    sources: {
      ...EMBEDDED,
      boss: { url, envelope: 'InterBOSS', province: '510', testFlag: '0' },
      sections: {
        billing: Object.fromEntries(FROM_BOSS.map((section) => [section, 'boss'])),
        identity: { passwords: 'boss' },
      },
    },
    async close() {
      await simulator.close();
      demo.close();
    },
  };
}
