/**
 * The text of a statement for MySQL. A list of values is written out as
 * placeholders, which its optimiser understands best; lists are filled up to the
 * next power of two, so that few texts exist of a statement, each prepared once.
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
          const list = filledUp(values[binding.param]);
          for (const value of list) bound.push(value);
          lengths += `${list.length} `;
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

/** Repeating a value changes nothing of what `in` finds; of no value it finds nothing. */
function filledUp(value: ParamRecord[string] | undefined): readonly SqlValue[] {
  const list = Array.isArray(value) ? (value as readonly (string | number)[]) : [];
  const last = list.at(-1);
  if (last === undefined) return [null];
  const length = 2 ** Math.ceil(Math.log2(list.length));
  return length === list.length
    ? list
    : [...list, ...Array<string | number>(length - list.length).fill(last)];
}

function write(parts: readonly string[], bindings: readonly unknown[], lengths: readonly number[]): string {
  let list = 0;
  let text = parts[0] ?? '';
  for (const [at, binding] of bindings.entries()) {
    text += isSpread(binding) ? Array(lengths[list++]).fill('?').join(', ') : '?';
    text += parts[at + 1];
  }
  return text;
}
