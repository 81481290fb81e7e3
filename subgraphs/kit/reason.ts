import { appError } from './errors.ts';

const LENGTH = { min: 4, max: 200 };
/** Of any script: a number written out in full-width digits is one too. */
const NUMBER = /\p{Nd}{6}/u;

/**
 * Why somebody wants to see or take what is a customer's, in words. It is kept for years and read by
 * many, so numbers of telephones and documents have no place in it.
 *
 * @throws BAD_USER_INPUT that says what to change, never what was sent.
 */
export function requireReason(text: string): string {
  const reason = text.normalize('NFKC').trim();
  const { length } = Array.from(reason);
  // Whichever count is stricter: a character may be two units of what is kept.
  if (length < LENGTH.min || reason.length > LENGTH.max) {
    throw appError('BAD_USER_INPUT', `reason must be ${LENGTH.min} to ${LENGTH.max} characters.`);
  }
  if (NUMBER.test(reason)) {
    throw appError('BAD_USER_INPUT', 'reason must not hold numbers of six or more digits: say it in words.');
  }
  return reason;
}
