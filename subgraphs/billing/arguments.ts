import { addMonths } from '#kit/clock';
import { appError } from '#kit/errors';

/** Months of history that billing answers for, before the running one. */
export const MONTHS_BACK = 24;

/** @throws BAD_USER_INPUT saying the bounds. */
export function requireWithin(name: string, value: number, min: number, max: number): number {
  if (value >= min && value <= max) return value;
  throw appError('BAD_USER_INPUT', `${name} must be ${min} to ${max}.`);
}

/** The month asked for, by default the running one. @throws BAD_USER_INPUT saying the bounds. */
export function requireMonth(month: string | null | undefined, runningMonth: string): string {
  const first = addMonths(runningMonth, -MONTHS_BACK);
  const asked = month ?? runningMonth;
  if (asked >= first && asked <= runningMonth) return asked;
  throw appError('BAD_USER_INPUT', `month must be ${first} to ${runningMonth}.`);
}
