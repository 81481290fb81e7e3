/**
 * What the operations are asked for: every value of the operator's own files,
 * once, in an order that a seed fixes, so that each run asks the same.
 */
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { createRandom } from '../mocks/world/rng.ts';

export interface Variables {
  /** Numbers of present lines. */
  readonly numbers: readonly string[];
  /** Managers of as many customers as was asked for, or more. */
  readonly staffIds: readonly string[];
  readonly customerIds: readonly string[];
}

/** @param smallestPortfolio Managers of fewer customers are left out; the default fills a page. */
export function readVariables(dataDir: string, smallestPortfolio = 100): Variables {
  const db = new BetterSqlite3(join(dataDir, 'crm.sqlite'), { readonly: true, fileMustExist: true });
  const column = (sql: string): string[] => db.prepare<[], string>(sql).pluck().all().map(String);
  try {
    return {
      numbers: shuffle(
        'numbers',
        column('SELECT service_number FROM number_holding WHERE held_until_at IS NULL ORDER BY 1'),
      ),
      customerIds: shuffle('customers', column('SELECT customer_id FROM customer ORDER BY 1')),
      staffIds: shuffle(
        'staff',
        column(`SELECT manager_staff_id FROM customer WHERE manager_staff_id IS NOT NULL
                GROUP BY 1 HAVING count(*) >= ${smallestPortfolio} ORDER BY 1`),
      ),
    };
  } finally {
    db.close();
  }
}

function shuffle(stream: string, values: string[]): string[] {
  const random = createRandom(1, `bench ${stream}`, 0);
  for (let last = values.length - 1; last > 0; last--) {
    const at = random.int(0, last);
    [values[last], values[at]] = [values[at] as string, values[last] as string];
  }
  return values;
}
