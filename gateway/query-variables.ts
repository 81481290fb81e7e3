/** Variables of an operation out of a query string, where every value is text. */

/**
 * @param types Each variable's type as its document writes it: `Int! = 12`.
 * @returns Numbers, booleans and lists where the type asks for them. What
 *   cannot be read stays text, and is refused by the name of its variable later.
 */
export function toVariables(
  query: Readonly<Record<string, string | string[]>>,
  types: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const type = (Object.hasOwn(types, name) && types[name]) || '';
      if (type.startsWith('[')) return [name, [value].flat().map((item) => toValue(item, type))];
      return [name, typeof value === 'string' ? toValue(value, type) : value];
    }),
  );
}

function toValue(text: string, type: string): unknown {
  const named = /\w+/.exec(type)?.[0];
  switch (named) {
    case 'Int':
    case 'Float':
    case 'Fen':
      return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
    case 'Boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    default:
      return text;
  }
}
