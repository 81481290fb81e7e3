/** When the operator's own people work. */
import { DAY, HOUR } from './contacts-draft.ts';

const SHANGHAI_OFFSET = 8 * HOUR;
const OPENS = 9 * HOUR;
const OPEN_SECONDS = 9 * HOUR;
const NIGHT = DAY - OPEN_SECONDS;

/** The moment itself between nine and eighteen; what falls into the night is spread over the day after. */
export function toOfficeHours(moment: number): number {
  const sinceOpening = (moment + SHANGHAI_OFFSET - OPENS) % DAY;
  const intoNight = sinceOpening - OPEN_SECONDS;
  if (intoNight < 0) return moment;
  return moment - sinceOpening + DAY + Math.floor((intoNight / NIGHT) * OPEN_SECONDS);
}
