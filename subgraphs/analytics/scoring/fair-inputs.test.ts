/** Scores are made of what people did with us, never of who they are. */
import { expect, it } from '@jest/globals';
import knex from 'knex';
import * as tables from '../migrations/001-tables.ts';
import * as facts from '../migrations/003-facts.ts';
import { FEATURES } from './churn/features.ts';

/** Identity, name, age under law, sex, ethnicity, religion, whom somebody calls, and what stands for any of them. */
const IMPROPER =
  /name|document|card|id_type|address|region|area|email|phone|hobb|birth|age\b|sex|gender|nation|ethnic|relig|language|peer|called|caller|callee|opposite|service_number|list_flag|segment/;

/** Names of products, topics and systems are no names of people. */
const OF_THINGS = new Set(['fact_offer.name', 'fact_ticket.complaint_topic']);

it('no fact says who somebody is', async () => {
  const db = knex({ client: 'better-sqlite3', connection: ':memory:', useNullAsDefault: true });
  try {
    await facts.up(db);
    const made = await db('sqlite_master')
      .where('type', 'table')
      .where('name', 'like', 'fact_%')
      .select('name');
    const columns: string[] = [];
    for (const { name } of made as { name: string }[]) {
      columns.push(...Object.keys(await db(name).columnInfo()).map((column) => `${name}.${column}`));
    }
    expect(columns.length).toBeGreaterThan(40);
    expect(columns.filter((column) => !OF_THINGS.has(column) && IMPROPER.test(column))).toEqual([]);
  } finally {
    await db.destroy();
  }
});

it('nor do the counts of analytics itself', async () => {
  const db = knex({ client: 'better-sqlite3', connection: ':memory:', useNullAsDefault: true });
  try {
    await tables.up(db);
    const columns = Object.keys(await db('feature_month').columnInfo());
    expect(columns.filter((column) => IMPROPER.test(column))).toEqual([]);
  } finally {
    await db.destroy();
  }
});

it('the churn model has these features and no others; whoever adds one asks whether it is fair', () => {
  expect(FEATURES.map(({ code }) => code)).toEqual([
    'FIRST_YEAR',
    'LONG_TENURE',
    'CONTRACT_RUNNING',
    'CONTRACT_ENDING',
    'USE_DOWN',
    'DAYS_DOWN',
    'BILL_SHOCK',
    'COMPLAINTS',
    'LATE_PAYER',
    'SERVICES',
    'TIED',
    'TICKET_OVERDUE',
    'DISSATISFIED',
    'FIXED',
  ]);
});
