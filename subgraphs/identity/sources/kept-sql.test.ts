/** What runs for what identity keeps: the very text on each dialect, and that nothing is lost between nodes. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDialect } from '#kit/testing/mariadb';
import type { TestStore } from '#kit/testing/store';
import type { WritableDatabase } from '#kit/writable-database';
import type { Party } from '../model.ts';
import { createIdentityStore } from '../testing/identity.ts';
import { createAttemptsSource } from './attempts-sql.ts';
import { createAuthenticationsSource, type LoggedTry } from './authentications-sql.ts';
import { createExportsSource } from './exports-sql.ts';
import { createNoticesSource } from './notices-sql.ts';

/** Beyond what 32 bits hold. */
const ID = '9000000001';
const NOW = Date.parse('2026-11-26T15:59:59+08:00');

const PARTY: Party = {
  customerId: ID,
  subscriberId: ID,
  segment: 'PERSONAL',
  netClass: 'G4',
  userClass: 'G4_VIP',
  vipGrade: 'GOLD',
};
const TRIED: LoggedTry = {
  authenticationId: '1',
  at: NOW,
  subject: 'S'.repeat(64),
  role: 'HOTLINE_AGENT',
  channel: 'HOTLINE',
  method: 'SERVICE_PASSWORD',
  outcome: 'PASSED',
  addressHash: 'f'.repeat(32),
  party: PARTY,
};

let kept: TestStore;
let store: WritableDatabase;
beforeAll(async () => {
  kept = await createIdentityStore();
  ({ store } = kept);
});
afterAll(() => kept.remove());
beforeEach(async () => {
  await kept.empty();
  kept.statements.length = 0;
});

const logged = (...tries: readonly LoggedTry[]): Promise<void> =>
  store.atomically(async (transaction) => {
    for (const each of tries) await createAuthenticationsSource(store).log(each, transaction);
  });

describe('a counter of tries', () => {
  const counted = [{ scope: 'CUSTOMER', who: ID }] as const;
  const reserve = (node: WritableDatabase): Promise<number | null> => {
    const attempts = createAttemptsSource(node);
    return node.atomically((transaction) => attempts.reserve(counted, NOW, transaction));
  };

  it('is locked before it is read, and is begun where there is none', async () => {
    await reserve(store);
    await reserve(store);

    const { read, begin, write } = {
      sqlite: {
        read: 'select `failures`, `window_from`, `closed_until` from `attempts` where `scope` = ? and `who` = ?',
        begin:
          'insert into `attempts` (`closed_until`, `failures`, `scope`, `who`, `window_from`) values (?, ?, ?, ?, ?) on conflict (`scope`, `who`) do update set `scope` = excluded.`scope`',
        write:
          'update `attempts` set `failures` = ?, `window_from` = ?, `closed_until` = ? where `scope` = ? and `who` = ?',
      },
      mysql: {
        read: 'select `failures`, `window_from`, `closed_until` from `attempts` where `scope` = ? and `who` = ? for update',
        begin:
          'insert into `attempts` (`closed_until`, `failures`, `scope`, `who`, `window_from`) values (?, ?, ?, ?, ?) on duplicate key update `scope` = values(`scope`)',
        write:
          'update `attempts` set `failures` = ?, `window_from` = ?, `closed_until` = ? where `scope` = ? and `who` = ?',
      },
    }[testDialect()];
    expect(kept.statements).toEqual([read, begin, read, write, read, write]);
  });

  describe('that several nodes share', () => {
    let nodes: WritableDatabase[] = [];
    afterEach(() => Promise.all(nodes.map((node) => node.close())));

    it('lets through exactly five, of fifty tries at once', async () => {
      // A SQLite file has one.
      nodes = testDialect() === 'mysql' ? await Promise.all([kept.open(), kept.open()]) : [await kept.open()];
      const tries = await Promise.all(
        Array.from({ length: 50 }, (_, at) => reserve(nodes[at % nodes.length] as WritableDatabase)),
      );

      expect(tries.filter((until) => until === null)).toHaveLength(5);
      expect(await kept.rows('select failures from attempts')).toEqual([{ failures: 5 }]);
    });
  });

  it('has room for whom a system speaks for', async () => {
    const who = `${'s'.repeat(64)} ${Number.MAX_SAFE_INTEGER}`;
    await store.atomically((transaction) =>
      createAttemptsSource(store).reserve([{ scope: 'STAFF', who }], NOW, transaction),
    );

    expect(await kept.rows('select who from attempts')).toEqual([{ who }]);
  });
});

describe('the log', () => {
  it('is counted by day and hour of Shanghai', async () => {
    const midnight = NOW + 8 * 3_600_000 + 1_000;
    const late = { ...TRIED, authenticationId: '2', at: midnight, outcome: 'FAILED', party: null } as const;
    const beyond = { ...TRIED, authenticationId: '3', at: Date.parse('2040-01-01T00:30:00+08:00') };
    await logged(TRIED, late, beyond);
    kept.statements.length = 0;
    const statistics = await createAuthenticationsSource(store).statistics(0, beyond.at + 1, ['DAY', 'HOUR']);

    expect(statistics).toMatchObject([
      { DAY: '2026-11-26', HOUR: 15, CHANNEL: null, identified: 1, passed: 1 },
      { DAY: '2026-11-27', HOUR: 0, CHANNEL: null, identified: 0, passed: 0 },
      { DAY: '2040-01-01', HOUR: 0, CHANNEL: null, identified: 1, passed: 1 },
    ]);
    const { day, hour } = {
      sqlite: {
        day: "date(at / 1000 + 28800, 'unixepoch')",
        hour: '((at / 1000 + 28800) / 3600) % 24',
      },
      mysql: {
        day: "date('1970-01-01' + interval (at div 1000 + 28800) second)",
        hour: '((at div 1000 + 28800) div 3600) % 24',
      },
    }[testDialect()];
    expect(kept.statements).toEqual([
      `select case when ? then ${day} end as \`told DAY\`, case when ? then ${hour} end as \`told HOUR\`, ` +
        'case when ? then channel end as `told CHANNEL`, case when ? then segment end as `told CUSTOMER_TYPE`, ' +
        'case when ? then user_class end as `told USER_CLASS`, case when ? then vip_grade end as `told LEVEL`, ' +
        'case when ? then net_class end as `told NET_CLASS`, ' +
        "sum(customer_id is not null) as identified, sum(outcome = 'PASSED') as passed from `authentication` " +
        'where `at` >= ? and `at` < ? group by `told DAY`, `told HOUR`, `told CHANNEL`, `told CUSTOMER_TYPE`, ' +
        '`told USER_CLASS`, `told LEVEL`, `told NET_CLASS` order by `told DAY` asc, `told HOUR` asc, ' +
        '`told CHANNEL` asc, `told CUSTOMER_TYPE` asc, `told USER_CLASS` asc, `told LEVEL` asc, `told NET_CLASS` asc',
    ]);
  });

  it('knows customers and lines by ids of any size', async () => {
    await logged(TRIED);

    expect(await createAuthenticationsSource(store).passed('1')).toEqual({
      method: 'SERVICE_PASSWORD',
      subscriberId: ID,
      mustChange: false,
    });
  });
});

describe('of many at once', () => {
  it('one is the first to hear the notice', async () => {
    const { isFirst } = createNoticesSource(store);
    const heard = await Promise.all(Array.from({ length: 8 }, () => isFirst(ID, NOW)));

    expect(heard.filter(Boolean)).toHaveLength(1);
    expect(new Set(kept.statements)).toEqual(
      new Set([
        {
          sqlite:
            'insert into `transaction_notice` (`customer_id`, `spoken_at`) values (?, ?) on conflict (`customer_id`) do nothing',
          mysql: 'insert ignore into `transaction_notice` (`customer_id`, `spoken_at`) values (?, ?)',
        }[testDialect()],
      ]),
    );
  });

  it('one approves an export', async () => {
    const exports = createExportsSource(store);
    const request = {
      requestId: 'r',
      requestedAt: NOW,
      requestedBy: 'R000001',
      customerId: ID,
      subscriberId: ID,
      month: '2026-10',
      purpose: 'COMPLAINT',
      reason: '核'.repeat(200),
      approvedBy: null,
    } as const;
    await exports.add(request);
    expect(await exports.waiting(NOW)).toEqual([request]);
    const approved = await Promise.all(
      Array.from({ length: 8 }, (_, at) => exports.approve('r', `S${at}`, NOW)),
    );

    expect(approved.filter(Boolean)).toHaveLength(1);
    expect(await exports.waiting(NOW)).toEqual([]);
  });
});
