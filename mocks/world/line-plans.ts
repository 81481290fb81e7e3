/** Which lines somebody holds, and who uses and pays for them. */
import { FIXED_LINE, SECOND_MOBILE, toAccountId, toCustomerId } from './ids.ts';
import type { LinePlan } from './line-history.ts';
import { namedNumber } from './named-cases.ts';
import { personName } from './people.ts';
import { HOME_PLACES, type Place } from './places.ts';
import { createRandom } from './rng.ts';
import { nameOf, type Sketch, type WorldParts } from './sketch.ts';

export function createLinePlanner(
  { seed, calendar, numbers }: WorldParts,
  sketch: (index: number) => Sketch,
): (of: Sketch) => LinePlan[] {
  const realUserOf = (holder: number, user: number | null): LinePlan['realUser'] => {
    if (user !== null) return { name: nameOf(seed, sketch(user)), customerId: toCustomerId(user) };
    const random = createRandom(seed, 'user', holder);
    return { name: personName(random, random.chance(0.5)), customerId: null };
  };

  const payerOf = (index: number): Pick<LinePlan, 'payment' | 'accountId'> => ({
    payment: sketch(index).persona.payment,
    accountId: toAccountId(index, 0),
  });

  return ({ index, standing, persona, number, place }) => {
    if (standing.kind === 'PROSPECT') return [];
    const { payer, user, family, seat } = standing;
    const { payment, openedDay, mobileLines, broadband } = persona;
    const base = {
      index,
      persona,
      payment,
      accountId: toAccountId(index, 0),
      tied: family !== null || seat !== null,
      inUnit: seat !== null,
      realUser: null,
    };
    const later = createRandom(seed, 'later-lines', index);
    const laterDay = (): number => openedDay + Math.floor(later.float() * (calendar.today - openedDay));
    const plans: LinePlan[] = [];

    if (mobileLines > 0) {
      plans.push({
        ...base,
        ...(payer !== null && payerOf(payer)),
        line: 0,
        kind: 'MOBILE',
        number: number.text,
        segment: number.segment,
        openedDay,
        realUser: user && realUserOf(index, user.index),
      });
    }
    if (mobileLines > 1) {
      const { text, segment } = numbers.mobile(index, SECOND_MOBILE);
      plans.push({
        ...base,
        accountId: toAccountId(index, 1),
        line: SECOND_MOBILE,
        kind: 'MOBILE',
        number: text,
        segment,
        openedDay: laterDay(),
      });
    }
    if (broadband) {
      const only = mobileLines === 0;
      // Cables end at the home provinces.
      const home = place.percent > 0 ? place : (HOME_PLACES[0] as Place);
      plans.push({
        ...base,
        line: FIXED_LINE,
        kind: 'FIXED',
        number: (only ? namedNumber(index) : undefined) ?? numbers.fixed(index, home),
        segment: null,
        openedDay: only ? openedDay : laterDay(),
      });
    }
    return plans;
  };
}
