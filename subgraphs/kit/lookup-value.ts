/** The form in which numbers, documents and cards are stored and compared, whoever writes them how. */
import { appError } from './errors.ts';

const MAX_LENGTH = 64;
const PHONE = /^\+?\d{3,20}$/;

/** What a customer is named by, wherever. */
export type NamedBy =
  | 'SERVICE_NUMBER'
  | 'CONTACT_PHONE'
  | 'ID_DOCUMENT'
  | 'MEMBER_CARD'
  | 'ACCOUNT'
  | 'BROADBAND_ACCOUNT'
  | 'EMAIL';

/**
 * The form in which a value is stored and compared. People, telephone systems
 * and card readers write the same value in many ways; full-width forms are
 * made narrow first. Nothing is completed or guessed.
 *
 * @throws BAD_USER_INPUT that says what to change, never what was sent.
 */
export function toLookupValue(by: NamedBy, value: string): string {
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

/**
 * Full-width forms are made narrow, spaces around are dropped. Nothing is completed or guessed.
 *
 * @throws BAD_USER_INPUT that says what to change, never what was sent.
 */
function toPlainText(value: string): string {
  const text = value.normalize('NFKC').trim();
  if (text !== '' && text.length <= MAX_LENGTH) return text;
  throw appError('BAD_USER_INPUT', `value must be 1 to ${MAX_LENGTH} characters, spaces around it aside.`);
}

/**
 * A number as subscribers know it: `13812345678`, `02885551234`. Telephone
 * systems add +86, 0086 or 86, drop the zero of an area code after it, and put
 * a trunk zero before mobile numbers of other places. A number of another
 * country keeps its plus, so that it is nobody's here.
 *
 * @throws BAD_USER_INPUT where it is none.
 */
function toNationalNumber(text: string): string {
  const dialled = withoutSeparators(text);
  if (!PHONE.test(dialled)) {
    throw appError(
      'BAD_USER_INPUT',
      'value must be a telephone number of 3 to 20 digits; spaces, dashes and +86 are allowed.',
    );
  }
  const afterCountryCode = /^(?:\+86|0086|86)(\d{9,12})$/.exec(dialled)?.[1];
  const national = afterCountryCode ?? dialled;
  if (/^0?1[3-9]\d{9}$/.test(national)) return national.slice(-11);
  return afterCountryCode?.startsWith('0') === false ? `0${national}` : national;
}

function withoutSeparators(text: string): string {
  return text.replace(/[\s()\-‐‑–—]/g, '');
}
