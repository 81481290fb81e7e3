/** 客户认证操作日志 (I16), and the statistics over it (O12). */
import type { Dialect, Transaction, WritableDatabase } from '#kit/writable-database';
import type { AuthenticationMethod, Dimension, LoggedOutcome, Party, Statistic } from '../model.ts';

export interface LoggedTry {
  readonly authenticationId: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly subject: string;
  readonly role: string;
  readonly channel: string;
  readonly method: AuthenticationMethod;
  readonly outcome: LoggedOutcome;
  readonly addressHash: string;
  /** Null where nobody was identified. */
  readonly party: Party | null;
}

/** What a receipt is worth. */
export interface Proved {
  readonly method: AuthenticationMethod;
  /** The line whose password was right. */
  readonly subscriberId: string | null;
  /** The password is still the initial one. */
  readonly mustChange: boolean;
}

export interface AuthenticationsSource {
  log(logged: LoggedTry, transaction: Transaction): Promise<void>;
  /** What became of a try that was logged. */
  settle(
    authenticationId: string,
    outcome: LoggedOutcome,
    mustChange: boolean,
    transaction?: Transaction,
  ): Promise<void>;
  /** Null unless it passed. */
  passed(authenticationId: string): Promise<Proved | null>;
  /** @param from Epoch milliseconds, and `until` the first after them. */
  statistics(from: number, until: number, by: readonly Dimension[]): Promise<Statistic[]>;
}

type Period = Readonly<{ from: number; until: number }>;
/** 1 where a dimension is told apart. */
type Chosen = { readonly [D in Dimension]: number };

type LogRow = Readonly<
  Record<
    'authentication_id' | 'subject' | 'role' | 'channel' | 'method' | 'outcome' | 'address_hash',
    string
  > &
    Record<'segment' | 'user_class' | 'vip_grade' | 'net_class', string | null> & {
      at: number;
      customer_id: number | null;
      subscriber_id: number | null;
    }
>;

interface PassedRow {
  readonly method: AuthenticationMethod;
  readonly subscriber_id: number | null;
  readonly must_change: number;
}

const SHANGHAI_SECONDS = 8 * 3_600;

/** Day and hour of a try. Shanghai has had no summer time since 1991. */
const MOMENTS: Readonly<Record<Dialect, Readonly<Record<'DAY' | 'HOUR', string>>>> = {
  sqlite: {
    DAY: `date(at / 1000 + ${SHANGHAI_SECONDS}, 'unixepoch')`,
    HOUR: `((at / 1000 + ${SHANGHAI_SECONDS}) / 3600) % 24`,
  },
  mysql: {
    // Not `from_unixtime`, which ends in 2038 on many a server.
    DAY: `date('1970-01-01' + interval (at div 1000 + ${SHANGHAI_SECONDS}) second)`,
    HOUR: `((at div 1000 + ${SHANGHAI_SECONDS}) div 3600) % 24`,
  },
};

/** What each other dimension is in the table. */
const COLUMNS: Readonly<Record<Exclude<Dimension, 'DAY' | 'HOUR'>, string>> = {
  CHANNEL: 'channel',
  CUSTOMER_TYPE: 'segment',
  USER_CLASS: 'user_class',
  LEVEL: 'vip_grade',
  NET_CLASS: 'net_class',
};

const DIMENSIONS = ['DAY', 'HOUR', ...Object.keys(COLUMNS)] as Dimension[];

export function createAuthenticationsSource(db: WritableDatabase): AuthenticationsSource {
  const columns: Readonly<Record<Dimension, string>> = { ...COLUMNS, ...MOMENTS[db.dialect] };
  const insert = db.prepareWrite<LogRow>((sql, values) =>
    sql('authentication').insert({
      authentication_id: values.authentication_id,
      at: values.at,
      subject: values.subject,
      role: values.role,
      channel: values.channel,
      method: values.method,
      outcome: values.outcome,
      address_hash: values.address_hash,
      customer_id: values.customer_id,
      subscriber_id: values.subscriber_id,
      segment: values.segment,
      user_class: values.user_class,
      vip_grade: values.vip_grade,
      net_class: values.net_class,
    }),
  );
  const settle = db.prepareWrite<{ id: string; outcome: string; mustChange: number }>(
    (sql, { id, outcome, mustChange }) =>
      sql('authentication').update({ outcome, must_change: mustChange }).where('authentication_id', id),
  );
  const passed = db.prepare<{ id: string }, PassedRow>((sql, { id }) =>
    sql('authentication')
      .select('method', 'subscriber_id', 'must_change')
      .where({ authentication_id: id, outcome: 'PASSED' }),
  );
  // One statement: what is not told apart is grouped by a constant.
  const count = db.prepare<Period & Chosen, Record<string, unknown>>((sql, params) => {
    const chosen = DIMENSIONS.map((dimension) =>
      sql.raw(`case when ? then ${columns[dimension]} end as ??`, [params[dimension], toldAs(dimension)]),
    );
    return sql('authentication')
      .select([
        ...chosen,
        sql.raw('sum(customer_id is not null) as identified'),
        sql.raw("sum(outcome = 'PASSED') as passed"),
      ])
      .where('at', '>=', params.from)
      .where('at', '<', params.until)
      .groupBy(DIMENSIONS.map(toldAs))
      .orderBy(DIMENSIONS.map(toldAs));
  });
  return {
    async log(
      { authenticationId, at, subject, role, channel, method, outcome, addressHash, party },
      transaction,
    ) {
      const row: LogRow = {
        authentication_id: authenticationId,
        at,
        subject,
        role,
        channel,
        method,
        outcome,
        address_hash: addressHash,
        customer_id: party ? Number(party.customerId) : null,
        subscriber_id: party?.subscriberId ? Number(party.subscriberId) : null,
        segment: party?.segment ?? null,
        user_class: party?.userClass ?? null,
        vip_grade: party?.vipGrade ?? null,
        net_class: party?.netClass ?? null,
      };
      await insert(row, transaction);
    },
    async settle(id, outcome, mustChange, transaction) {
      await settle({ id, outcome, mustChange: Number(mustChange) }, transaction);
    },
    passed: async (id) => (await passed({ id })).map(toProved)[0] ?? null,
    async statistics(from, until, by) {
      const told = Object.fromEntries(DIMENSIONS.map((each) => [each, by.includes(each) ? 1 : 0])) as Chosen;
      return (await count({ from, until, ...told })).map(toStatistic);
    },
  };
}

function toProved(row: PassedRow): Proved {
  return {
    method: row.method,
    subscriberId: row.subscriber_id === null ? null : String(row.subscriber_id),
    mustChange: Boolean(row.must_change),
  };
}

/** A name that no column has: grouping would take the column. */
function toldAs(dimension: Dimension): string {
  return `told ${dimension}`;
}

function toStatistic(row: Readonly<Record<string, unknown>>): Statistic {
  const told = DIMENSIONS.map((dimension) => [dimension, row[toldAs(dimension)] ?? null]);
  return { ...Object.fromEntries(told), identified: row['identified'], passed: row['passed'] } as Statistic;
}
