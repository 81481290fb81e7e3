/**
 * What is fixed about the named cases. They are made like everybody else; a
 * case only writes over some of the causes.
 */
import type { CaseScript } from './model.ts';
import { CALM, type CaseEntry, ENTRIES, type NamedCase, ON_TIME } from './named-entries.ts';
import { numberAt, SHARED_BY, SHARED_PHONE } from './named-numbers.ts';
import type { Persona } from './persona.ts';
import type { TreatmentPlan } from './treatments.ts';

const BY_INDEX: ReadonlyMap<number, CaseEntry> = new Map(ENTRIES.map((each) => [each.index, each]));

export const NAMED_CASES: readonly NamedCase[] = ENTRIES.flatMap(({ shows }) => shows ?? []);

/** The fixed number of a named customer's first line; undefined for everybody else. */
export function namedNumber(index: number): string | undefined {
  return BY_INDEX.has(index) && !SHARED_BY.has(index) ? numberAt(index) : undefined;
}

export function sharedPhone(index: number): string | undefined {
  return SHARED_BY.has(index) ? SHARED_PHONE : undefined;
}

export function namedScript(index: number): CaseScript | undefined {
  return BY_INDEX.get(index)?.script;
}

export function namedTreatments(index: number): TreatmentPlan['fixed'] {
  return BY_INDEX.get(index)?.treatments ?? null;
}

const MORNING = 9 * 3_600;
const DEFAULT_TENURE_DAYS = 1_200;

/** What a case writes over; nothing for everybody else. */
export function namedPersona(drawn: Persona, index: number, today: number): Persona {
  const found = BY_INDEX.get(index);
  if (found === undefined) return drawn;

  const { tenureDays = DEFAULT_TENURE_DAYS, closedDaysAgo, persona } = found;
  return {
    ...drawn,
    foreigner: false,
    listFlag: 'NONE',
    old: false,
    vip: null,
    brandCode: 'EASYOWN',
    spendFen: 4_000,
    ...(tenureDays !== null && {
      openedDay: today - tenureDays,
      openedSecond: MORNING,
      closing: closedDaysAgo === undefined ? 'NEVER' : today - closedDaysAgo,
    }),
    mobileLines: 1,
    broadband: false,
    payment: ON_TIME,
    rates: CALM,
    roamingMean: 0.05,
    shock: 'NONE',
    contactPhone: 'OWN',
    ...persona,
  };
}
