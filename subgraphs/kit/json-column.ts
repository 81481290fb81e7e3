import type { z } from 'zod';
import { malformed } from './errors.ts';

/**
 * Reads what a system packs into one JSON column.
 *
 * @param source Name of the system.
 * @throws SOURCE_MALFORMED when the column holds no JSON, or nothing of that form.
 */
export function readJsonColumn<T>(source: string, text: string, form: z.ZodType<T>): T {
  const read = form.safeParse(parseOrUndefined(text));
  if (read.success) return read.data;
  throw malformed(source, 'a record', read.error);
}

/** No form takes `undefined`, so text that is no JSON fails like JSON of another form. */
function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
