/** What may be looked up, and in which form it is compared. */
import { toNationalNumber, toPlainText, withoutSeparators } from '#kit/lookup-value';
import type { LookupKey } from './model.ts';

/** Matches shown; beyond them the caller has to ask for something narrower. */
export const MAX_MATCHES = 20;

/**
 * The form in which a value is stored and compared. People, telephone systems
 * and card readers write the same value in many ways; full-width forms are
 * made narrow first. Nothing is completed or guessed.
 *
 * @throws BAD_USER_INPUT that says what to change, never what was sent.
 */
export function toLookupValue(by: LookupKey, value: string): string {
  const text = toPlainText(value);
  switch (by) {
    case 'SERVICE_NUMBER':
    case 'CONTACT_PHONE':
      return toNationalNumber(text);
    case 'ID_DOCUMENT':
    case 'MEMBER_CARD':
      return withoutSeparators(text).toUpperCase();
    case 'ACCOUNT':
      return withoutSeparators(text);
    case 'BROADBAND_ACCOUNT':
    case 'EMAIL':
      return text.toLowerCase();
  }
}
