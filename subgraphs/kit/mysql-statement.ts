/**
 * The text of a statement for MySQL. A short list of values is written out as
 * placeholders, filled up to the next power of two, so that few texts exist of a
 * statement, each prepared once. A long one of numbers is one text of JSON.
 */
import type { Knex } from 'knex';
import { bindParam, isParam, type Param, type ParamRecord, type SqlValue } from './database.ts';

/** A parameter that stands for as many placeholders as it has values. */
export type SpreadParam = Param & { readonly spread: true };

export interface MysqlStatement {
  /** With one placeholder for each list, for tests and logs. */
  readonly sql: string;
  /** @throws TypeError where the values lack a parameter. */
  bind(values: ParamRecord): { readonly sql: string; readonly values: SqlValue[] };
}

/** Of longer ones the driver takes longer for the placeholders than the server for the whole statement. */
const WRITTEN_OUT = 16;
const LISTED = "select listed.id from json_table(?, '$[*]' columns (id bigint path '$')) as listed";

export function toMysqlStatement(query: Knex.QueryBuilder | Knex.Raw): MysqlStatement {
  const { sql, bindings } = query.toSQL().toNative();
  const parts = sql.split('?');
  if (parts.length !== bindings.length + 1)
    throw new TypeError('A statement may hold no question mark of its own.');
  const texts = new Map<string, string>();

  return {
    sql,
    bind(values) {
      const bound: SqlValue[] = [];
      let lengths = '';
      for (const binding of bindings) {
        if (isSpread(binding)) {
          const list = listOf(values[binding.param]);
          if (list.length > WRITTEN_OUT && typeof list[0] === 'number') {
            bound.push(JSON.stringify(list));
            lengths += '0 ';
          } else {
            const filled = filledUp(list);
            for (const value of filled) bound.push(value);
            lengths += `${filled.length} `;
          }
        } else {
          bound.push(isParam(binding) ? bindParam(binding, values) : (binding as SqlValue));
        }
      }
      let text = texts.get(lengths);
      if (text === undefined) {
        text = write(parts, bindings, lengths.split(' ').map(Number));
        texts.set(lengths, text);
      }
      return { sql: text, values: bound };
    },
  };
}

function isSpread(binding: unknown): binding is SpreadParam {
  return isParam(binding) && 'spread' in binding;
}

function listOf(value: ParamRecord[string] | undefined): readonly (string | number)[] {
  return Array.isArray(value) ? (value as readonly (string | number)[]) : [];
}

/** Repeating a value changes nothing of what `in` finds; of no value it finds nothing. */
function filledUp(list: readonly (string | number)[]): readonly SqlValue[] {
  const last = list.at(-1);
  if (last === undefined) return [null];
  const length = 2 ** Math.ceil(Math.log2(list.length));
  return length === list.length
    ? list
    : [...list, ...Array<string | number>(length - list.length).fill(last)];
}

/** @param lengths Of the lists that are written out; 0 of one that is JSON. */
function write(parts: readonly string[], bindings: readonly unknown[], lengths: readonly number[]): string {
  let list = 0;
  let text = parts[0] ?? '';
  for (const [at, binding] of bindings.entries()) {
    text += isSpread(binding) ? writeList(lengths[list++]) : '?';
    text += parts[at + 1];
  }
  return text;
}

function writeList(length: number | undefined): string {
  return length === 0 ? LISTED : Array(length).fill('?').join(', ');
}
