import type { z } from 'zod';
import { malformed } from './errors.ts';

/**
 * The reader of what a system packs into one JSON column.
 *
 * @param source Name of the system.
 * @param what Names the thing in the error, never its content.
 * @returns Throws SOURCE_MALFORMED when the column holds no JSON, or nothing of that form.
 */
export function jsonColumn<T>(source: string, what: string, form: z.ZodType<T>): (text: string) => T {
  return (text) => {
    const read = form.safeParse(parseOrUndefined(text));
    if (read.success) return read.data;
    throw malformed(source, what, read.error);
  };
}

/** No form takes `undefined`, so text that is no JSON fails like JSON of another form. */
function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
