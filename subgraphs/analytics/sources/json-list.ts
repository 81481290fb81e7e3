import { z } from 'zod';
import { appError } from '#kit/errors';

/** @throws SOURCE_MALFORMED when a JSON column does not hold a list of such items. */
export function readJsonList<T>(text: string, item: z.ZodType<T>): T[] {
  const parsed = z.array(item).safeParse(parseOrNull(text));
  if (parsed.success) return parsed.data;
  throw appError('SOURCE_MALFORMED', 'The analytics system sent a record that cannot be read.', {
    source: 'analytics',
    cause: parsed.error,
  });
}

/** `null` is no list, so text that is no JSON fails like JSON that is no list. */
function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
