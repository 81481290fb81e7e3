/** Composition root of identity in a process of its own, with the demonstration's billing system to check passwords. */
import { openStore } from '#kit/open-store';
import { runSubgraph } from '#kit/subgraph-process';
import { openDemoPasswords } from '../../mocks/billing-system/demo-passwords.ts';
import * as identityTables from './migrations/001-tables.ts';
import { openPasswords } from './password-sources.ts';
import { createIdentitySubgraph } from './subgraph.ts';

runSubgraph(
  {
    name: 'identity',
    // The customer-data module (I07).
    system: 'crm',
    keys: ['receiptKey', 'pseudonymKey'],
    async build({ db: crm, clock, trail, keys: { receiptKey, pseudonymKey }, sources, boss, stateDir }) {
      const migrations = { '001-tables': identityTables };
      const store = await openStore('identity', { config: sources, stateDir, migrations });
      const { passwords, close: closePasswords } = await openPasswords(boss, sources.sections.identity, () =>
        openDemoPasswords(stateDir, pseudonymKey),
      );
      return {
        subgraph: createIdentitySubgraph({ store, crm, passwords, trail, receiptKey, clock }),
        async close() {
          await store.close();
          closePasswords();
        },
      };
    },
  },
  process.env,
);
