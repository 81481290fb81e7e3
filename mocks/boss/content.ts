/**
 * A content document, as elements in order. Money and counts are marked, so
 * that faults find what is worth spoiling.
 */

export interface Element {
  readonly name: string;
  readonly value: string | readonly Element[];
  readonly isMoney?: true;
  /** The element of which this one says how many there are. */
  readonly countOf?: string;
}

/** What is null is unknown: an empty element, which is not a missing one. */
export function text(name: string, value: string | number | null): Element {
  return { name, value: value === null ? '' : String(value) };
}

/** @param amount In the unit of the field; null where it is unknown. */
export function money(name: string, amount: string | number | null): Element {
  return { ...text(name, amount), isMoney: true };
}

export function group(name: string, value: readonly Element[]): Element {
  return { name, value };
}

/** Something that is there only where it applies. */
export function optional(name: string, value: string | number | null): readonly Element[] {
  return value === null ? [] : [text(name, value)];
}

/** How many, then each; of none there is the count alone. */
export function list(
  countName: string,
  name: string,
  entries: readonly (readonly Element[])[],
): readonly Element[] {
  return [
    { name: countName, value: String(entries.length), countOf: name },
    ...entries.map((entry) => group(name, entry)),
  ];
}

export function toXml({ name, value }: Element): string {
  if (value === '') return `<${name}/>`;
  return `<${name}>${typeof value === 'string' ? escapeXml(value) : value.map(toXml).join('')}</${name}>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(value: string): string {
  return value.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
}

/** @param encoding Null for a declaration that does not say. */
export function declaration(encoding: string | null): string {
  return `<?xml version="1.0"${encoding === null ? '' : ` encoding="${encoding}"`}?>`;
}
