import { toNationalNumber, toPlainText, withoutSeparators } from '#kit/lookup-value';
import type { AuthenticationKey } from './model.ts';

/** As crm compares. @throws BAD_USER_INPUT that says what to change, never what was sent. */
export function toKey(by: AuthenticationKey, value: string): string {
  const text = toPlainText(value);
  switch (by) {
    case 'SERVICE_NUMBER':
      return toNationalNumber(text);
    case 'BROADBAND_ACCOUNT':
      return text.toLowerCase();
    case 'ID_DOCUMENT':
    case 'MEMBER_CARD':
      return withoutSeparators(text).toUpperCase();
  }
}
