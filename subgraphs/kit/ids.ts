/** Ids are opaque decimal strings in the graph and integers in SQL. */

/** The integer behind an id, or null: what is no canonical decimal is nobody's id. */
export function toId(text: string): number | null {
  const id = Number(text);
  return /^[1-9]\d*$/.test(text) && Number.isSafeInteger(id) ? id : null;
}

/** The integers behind ids; the ids of nobody are left out. */
export function toIds(texts: readonly string[]): number[] {
  return texts.flatMap((text) => toId(text) ?? []);
}
