/** Ids are opaque decimal strings at the edge and integers in SQL. What is neither belongs to nobody. */
const DECIMAL = /^[1-9]\d{0,14}$/;

/** The ids among these keys, as SQL knows them. */
export function toSqlIds(keys: readonly string[]): number[] {
  return keys.filter((key) => DECIMAL.test(key)).map(Number);
}
