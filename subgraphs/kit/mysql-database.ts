/** A system's replica on MySQL or MariaDB, read only. */
import { GraphQLError } from 'graphql';
import knex, { type Knex } from 'knex';
import {
  createParam,
  type Database,
  type ParamRecord,
  type ParamsOf,
  params,
  type Statement,
} from './database.ts';
import { unreachable } from './errors.ts';
import { createMysqlPool, type MysqlAddress } from './mysql-pool.ts';
import { toMysqlStatement } from './mysql-statement.ts';

export interface MysqlOptions extends MysqlAddress {
  /** Name of the system in errors, for example `billing`. */
  readonly source: string;
  /** Called with the text of each statement run; tests count them. */
  readonly onStatement?: (sql: string) => void;
  /** For one statement; 3 s by default. */
  readonly timeoutMs?: number;
}

/** Connects when it is first asked: a replica that is down must not keep the service from starting. */
export function openMysql({ onStatement, ...options }: MysqlOptions): Database {
  // Without a connection: it only builds texts.
  const builder = knex({ client: 'mysql2' });
  const pool = createMysqlPool({ ...options, readOnly: true });

  return {
    dialect: 'mysql',
    prepare<P extends ParamRecord, Row>(
      build: (sql: Knex, params: ParamsOf<P>) => Knex.QueryBuilder | Knex.Raw,
    ): Statement<P, Row> {
      const statement = toMysqlStatement(build(builder, params<P>()));
      const run = (values: P): Promise<Row[]> => {
        onStatement?.(statement.sql);
        const bound = statement.bind(values);
        return pool.run<Row>(bound.sql, bound.values).catch((cause: unknown) => {
          // A table that is not there is a replica that is not what it should be, as a file that is damaged.
          throw cause instanceof GraphQLError ? cause : unreachable(options.source, cause);
        });
      };
      return Object.assign(run, { sql: statement.sql });
    },
    oneOf: (column, list) =>
      builder.raw('?? in (?)', [column, createParam({ param: list.param, spread: true })]),
    tableOf: (table, column, list, kind) =>
      builder.raw(`json_table(?, '$[*]' columns (?? ${COLUMN_TYPES[kind]} path '$')) as ??`, [
        list,
        column,
        table,
      ]),
    close: () => pool.close(),
  };
}

/** What a list holds decides how it is compared: an index serves values of its own type only. */
const COLUMN_TYPES = { id: 'bigint', text: 'varchar(255)' } as const;
