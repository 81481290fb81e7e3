/** What fills each system: its tables, the indexes that wait until the rows are in, and who writes them. */
import type { Knex } from 'knex';
import * as analyticsTables from '../../subgraphs/analytics/migrations/001-tables.ts';
import * as analyticsIndexes from '../../subgraphs/analytics/migrations/002-indexes.ts';
import * as analyticsFacts from '../../subgraphs/analytics/migrations/003-facts.ts';
import * as analyticsInsights from '../../subgraphs/analytics/migrations/004-insights.ts';
import * as billingTables from '../../subgraphs/billing/migrations/001-tables.ts';
import * as billingIndexes from '../../subgraphs/billing/migrations/002-indexes.ts';
import * as contactsTables from '../../subgraphs/contacts/migrations/001-tables.ts';
import * as contactsIndexes from '../../subgraphs/contacts/migrations/002-indexes.ts';
import * as crmTables from '../../subgraphs/crm/migrations/001-tables.ts';
import * as crmIndexes from '../../subgraphs/crm/migrations/002-indexes.ts';
import type { SystemName } from './load-job.ts';
import type { CreateSystemWriter } from './model.ts';
import { createAnalyticsWriter } from './systems/analytics.ts';
import { createBillingWriter } from './systems/billing.ts';
import { createContactsWriter } from './systems/contacts.ts';
import { createCrmWriter } from './systems/crm.ts';

export interface Migration {
  up(knex: Knex): Promise<void>;
}

export const PARTS: Record<
  SystemName,
  { tables: Migration; indexes: Migration; createWriter: CreateSystemWriter }
> = {
  crm: { tables: crmTables, indexes: crmIndexes, createWriter: createCrmWriter },
  billing: { tables: billingTables, indexes: billingIndexes, createWriter: createBillingWriter },
  analytics: {
    tables: inOrder(analyticsTables, analyticsFacts, analyticsInsights),
    indexes: analyticsIndexes,
    createWriter: createAnalyticsWriter,
  },
  contacts: { tables: contactsTables, indexes: contactsIndexes, createWriter: createContactsWriter },
};

/** Facts are copied from the other systems by the scoring job: their tables are made empty. */
function inOrder(...migrations: readonly Migration[]): Migration {
  return {
    async up(knex) {
      for (const { up } of migrations) await up(knex);
    },
  };
}
