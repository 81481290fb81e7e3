/** The lists of a contact, kept as JSON text: read where they are shown. */
import { malformed } from '#kit/errors';
import type { IvrStep } from '#schema/contacts';

/**
 * Codes of what a contact is about.
 *
 * @throws SOURCE_MALFORMED when the column holds no such list.
 */
export function readTopicCodes(text: string): readonly string[] {
  const codes = readList(text, 'a list of topics');
  if (codes.every((code) => typeof code === 'string')) return codes;
  throw malformed('contacts', 'a list of topics');
}

/**
 * The way through the voice menu: key pressed, prompt heard, seconds spent.
 *
 * @throws SOURCE_MALFORMED when the column holds no such list.
 */
export function readIvrPath(text: string | null): readonly IvrStep[] {
  if (text === null) return [];
  return readList(text, 'a way through the voice menu').map((step) => {
    if (!isStep(step)) throw malformed('contacts', 'a way through the voice menu');
    const [menuKey, prompt, seconds] = step;
    return { menuKey, prompt, seconds };
  });
}

// By hand: a screen pop reads ten of these columns, and checking them with zod took 1.5 % of its time.
function isStep(value: unknown): value is [menuKey: string | null, prompt: string, seconds: number] {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [menuKey, prompt, seconds] = value as unknown[];
  return (
    (menuKey === null || typeof menuKey === 'string') &&
    typeof prompt === 'string' &&
    typeof seconds === 'number'
  );
}

function readList(text: string, what: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw malformed('contacts', what, cause);
  }
  if (Array.isArray(value)) return value as unknown[];
  throw malformed('contacts', what);
}
