/** Who somebody is, before there is any history. */
import type { Calendar } from './calendar.ts';
import { namedNumber, namedPersona } from './named-cases.ts';
import type { MobileNumber, NumberPlan } from './numbers.ts';
import { englishName, personName } from './people.ts';
import { drawPersona, type Persona } from './persona.ts';
import { HOME_PLACES, type Place } from './places.ts';
import { createRandom } from './rng.ts';
import { createRoster, type Standing } from './roster.ts';

export interface WorldParts {
  readonly seed: number;
  readonly size: number;
  readonly calendar: Calendar;
  readonly numbers: NumberPlan;
}

export interface Sketch {
  readonly index: number;
  readonly standing: Standing;
  readonly persona: Persona;
  /** The number of the first mobile line, if there is one; its segment says where the customer lives. */
  readonly number: MobileNumber;
  readonly place: Place;
}

export function createSketcher({ seed, size, calendar, numbers }: WorldParts): (index: number) => Sketch {
  const standingOf = createRoster(seed, size);

  return (index) => {
    const standing = standingOf(index);
    const drawn = drawPersona(seed, index, standing, calendar);
    const named = namedNumber(index);
    const reserved = named === undefined ? undefined : numbers.reserved(named);
    // The number of somebody who gave it up is that of its next holder.
    const number = reserved ?? numbers.mobile(standing.numberAfter ?? index, 0);
    const persona = namedPersona(drawn, index, calendar.today);
    // The fixed numbers among the named ones are of the capital.
    const capital = named?.startsWith('028') ? HOME_PLACES[0] : undefined;
    return { index, standing, persona, number, place: capital ?? number.segment.place };
  };
}

export function nameOf(seed: number, { index, persona }: Sketch): string {
  const random = createRandom(seed, 'name', index);
  return persona.foreigner ? englishName(random) : personName(random, persona.female);
}
