/**
 * Compares the endpoint with the product, both in process, deep-equal: every
 * number of the operator, numbers that nobody holds, every page of every manager.
 * With a server that holds the same operator, the endpoint on MariaDB too.
 *
 *     node mocks/world/seed.ts --data DIR
 *     node bench/hand-written/check.ts --data DIR [--mysql mysql://root@127.0.0.1/panorama_bench]
 */
import { deepStrictEqual } from 'node:assert/strict';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import BetterSqlite3 from 'better-sqlite3';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../../gateway/app.ts';
import { accessAs } from '../../gateway/testing/test-access.ts';
import { testViewer } from '../../subgraphs/kit/testing/viewer.ts';
import { openData } from '../open-data.ts';
import { createHandWritten } from './app.ts';
import { openMariadbScreens } from './mariadb/screens.ts';
import { openSqliteScreens } from './sqlite/screens.ts';

/** Unassigned, too short for a range, from abroad, of another operator; and one number written in other ways. */
const STRANGERS = [
  '10086',
  '999',
  '13000000000',
  '19912345678',
  '02899999999',
  '+14155552671',
  '00000000000',
];
const toOtherForms = (number: string): string[] => [
  `+86${number}`,
  `0086 ${number}`,
  `${number.slice(0, 3)}-${number.slice(3)}`,
];

/** Page lengths by which each portfolio is read to its end; undefined asks without one. */
const PAGES = [1, 7, 100, undefined];

interface Connection {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Answer {
  readonly data: {
    readonly customerLookup?: { readonly outcome: string };
    readonly staffMember?: { readonly portfolio: Connection } | null;
  };
}

const { values } = parseArgs({ options: { data: { type: 'string' }, mysql: { type: 'string' } } });
if (values.data === undefined) throw new Error('Missing: --data DIR');
const embedded = await openData(values.data);
const { supergraphSdl, subgraphs, operations } = embedded;
let asked = 0;
const product = await createApp({
  ...accessAs(),
  // Somebody else each time: who looks many strangers up is stopped.
  access: { identify: () => testViewer({ subject: `S${asked++}` }) },
  supergraphSdl,
  subgraphs,
  operations,
});
const screens = [openSqliteScreens(values.data)];
if (values.mysql !== undefined)
  screens.push(await openMariadbScreens(values.mysql, process.env['MYSQL_PWD'] ?? ''));
const forms = await Promise.all(screens.map(createHandWritten));

/** @throws AssertionError showing the difference. */
async function compare(operation: string, variables: object): Promise<Answer> {
  const expected = await ask(product, `/operations/${operation}`, variables);
  for (const form of forms) {
    const actual = await ask(form, `/${operation}`, variables);
    deepStrictEqual(actual, expected, `${operation} ${JSON.stringify(variables)}`);
  }
  return expected;
}

async function ask(app: FastifyInstance, url: string, payload: object): Promise<Answer> {
  const { statusCode, body } = await app.inject({ method: 'POST', url, payload });
  if (statusCode !== 200) throw new Error(`${url} ${JSON.stringify(payload)} answers ${statusCode}: ${body}`);
  return JSON.parse(body) as Answer;
}

async function compareNumbers(numbers: readonly string[]): Promise<void> {
  const outcomes: Record<string, number> = {};
  for (const number of numbers) {
    const { data } = await compare('screen-pop', { number });
    const outcome = data.customerLookup?.outcome ?? 'none given';
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  console.log(`screen-pop: ${numbers.length} numbers equal, by outcome`, outcomes);
}

async function comparePortfolios(staffIds: readonly string[]): Promise<void> {
  let pages = 0;
  let furtherPages = 0;
  for (const staffId of staffIds) {
    for (const first of PAGES) {
      let after: string | null = null;
      do {
        const { data } = await compare('vip-portfolio', { staffId, after, ...(first && { first }) });
        pages++;
        if (after !== null) furtherPages++;
        const pageInfo: Connection['pageInfo'] | undefined = data.staffMember?.portfolio.pageInfo;
        after = pageInfo?.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
    }
  }
  console.log(`vip-portfolio: ${pages} pages of ${staffIds.length} staff equal, ${furtherPages} by a cursor`);
}

const crm = new BetterSqlite3(join(values.data, 'crm.sqlite'), { readonly: true });
const column = (sql: string): string[] => crm.prepare<[], string>(sql).pluck().all();
try {
  const numbers = column('SELECT DISTINCT service_number FROM number_holding ORDER BY 1');
  await compareNumbers([...numbers, ...STRANGERS, ...toOtherForms(numbers.at(-1) as string)]);
  await comparePortfolios([...column('SELECT staff_id FROM staff ORDER BY 1'), 'X999999']);
} finally {
  crm.close();
  await Promise.all([product, ...forms].map((app) => app.close()));
  await embedded.close();
}
