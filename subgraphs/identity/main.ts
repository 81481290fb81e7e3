/** Composition root of identity in a process of its own, with the demonstration's billing system to check passwords. */
import { join } from 'node:path';
import { runSubgraph } from '#kit/subgraph-process';
import { openWritableSqlite } from '#kit/writable-database';
import { openDemoPasswords } from '../../mocks/billing-system/demo-passwords.ts';
import * as identityTables from './migrations/001-tables.ts';
import { createIdentitySubgraph } from './subgraph.ts';

runSubgraph(
  {
    name: 'identity',
    // The customer-data module (I07).
    system: 'crm',
    keys: ['receiptKey', 'pseudonymKey'],
    async build({ db: crm, clock, trail, keys: { receiptKey, pseudonymKey }, stateDir }) {
      const file = join(stateDir, 'identity.sqlite');
      const store = await openWritableSqlite(file, { '001-tables': identityTables });
      const { passwords, close: closePasswords } = await openDemoPasswords(stateDir, pseudonymKey);
      return {
        subgraph: createIdentitySubgraph({ store, crm, passwords, trail, receiptKey, clock }),
        close() {
          store.close();
          closePasswords();
        },
      };
    },
  },
  process.env,
);
