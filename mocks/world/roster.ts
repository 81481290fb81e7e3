/**
 * Who belongs with whom, by arithmetic on the index alone: whatever one
 * customer says of another, the other says back, and nobody refers to somebody
 * who does not exist.
 *
 * The first indices are the named cases, with the members of the named unit
 * and the portfolio of the named manager behind them. From `FIRST_ORDINARY` on,
 * every 200 customers repeat one pattern: the unit first, its members on every
 * third place, families of up to three, and on the places left over the pairs
 * that need each other (a number's former and present holder, a holder and
 * the one who uses the line).
 */
import { createRandom } from './rng.ts';

export interface Standing {
  readonly kind: 'PERSON' | 'UNIT' | 'PROSPECT';
  /** Seat in a unit; seat 0 is its key person. */
  readonly seat: { readonly unit: number; readonly nth: number } | null;
  /** The family's payer and the others; the same for all of them. */
  readonly family: { readonly head: number; readonly dependants: readonly number[] } | null;
  /** Who pays for the first line, when it is not the holder. */
  readonly payer: number | null;
  /** Whose first line this customer pays besides the own ones. */
  readonly paysFor: readonly number[];
  /** Who uses the first line, when it is not the holder. */
  readonly user: { readonly index: number | null } | null;
  /** Whose line this customer uses. */
  readonly usesLineOf: number | null;
  /** Who held the number of the first line before, or holds it now. */
  readonly numberBefore: number | null;
  readonly numberAfter: number | null;
  readonly inNamedPortfolio: boolean;
}

export const FIRST_ORDINARY = 800;
const PERIOD = 200;

export const NAMED_UNIT = 15;
const NAMED_UNIT_SEATS = 500;
/** Named cases with a seat in the named unit, the key person first. */
const NAMED_SEATS = [16, 1];
const FIRST_MEMBER = 200;
/** Named cases in the portfolio of the named VIP manager, who has exactly 100 customers. */
const NAMED_PORTFOLIO = new Set([1, 10, 21, 31, 32, 33, 37, 39]);
/** Indices below are named cases and those who play a part in them. */
const FIRST_PORTFOLIO = 64;
const PORTFOLIO = 100;

const FAMILY_CHANCE = 0.4;
const SECOND_DEPENDANT_CHANCE = 0.6;
/** A unit pays for every third of its members; the others pay themselves. */
const PAID_SEAT = 3;

const FORMER_HOLDERS = new Set([6, 18]);
const PROSPECTS = new Set([30, 36]);
const HOLDERS_WITH_KNOWN_USER = new Set([42, 54, 66]);
const HOLDERS_WITH_UNKNOWN_USER = new Set([78, 84, 90]);
const STEP = 6;

const ALONE: Standing = {
  kind: 'PERSON',
  seat: null,
  family: null,
  payer: null,
  paysFor: [],
  user: null,
  usesLineOf: null,
  numberBefore: null,
  numberAfter: null,
  inNamedPortfolio: false,
};

/** Standings of named cases, by index. */
const NAMED: ReadonlyMap<number, Partial<Standing>> = new Map<number, Partial<Standing>>([
  [3, { numberBefore: 4 }],
  [4, { numberAfter: 3 }],
  [7, { user: { index: 8 } }],
  [8, { usesLineOf: 7 }],
  [NAMED_UNIT, { kind: 'UNIT' }],
  [25, { family: { head: 25, dependants: [26, 27] }, paysFor: [26, 27] }],
  [26, { family: { head: 25, dependants: [26, 27] }, payer: 25 }],
  [27, { family: { head: 25, dependants: [26, 27] }, payer: 25 }],
  [28, { paysFor: [29] }],
  [29, { payer: 28 }],
  [41, { kind: 'PROSPECT' }],
]);

export function createRoster(seed: number, size: number): (index: number) => Standing {
  const memberCount = (unit: number): number =>
    unit === NAMED_UNIT ? NAMED_UNIT_SEATS : createRandom(seed, 'unit', unit).int(10, 60);

  const memberAt = (unit: number, nth: number): number => {
    if (unit !== NAMED_UNIT) return unit + 1 + nth * 3;
    return NAMED_SEATS[nth] ?? FIRST_MEMBER + nth - NAMED_SEATS.length;
  };

  const unitPaysFor = (unit: number): number[] => {
    const paid: number[] = [];
    for (let nth = 0; nth < memberCount(unit); nth += PAID_SEAT) {
      const member = memberAt(unit, nth);
      if (member < size) paid.push(member);
    }
    return paid;
  };

  const seated = (unit: number, nth: number): Standing => ({
    ...ALONE,
    seat: { unit, nth },
    payer: nth % PAID_SEAT === 0 ? unit : null,
  });

  const familyOf = (head: number): Standing['family'] => {
    const random = createRandom(seed, 'family', head);
    if (!random.chance(FAMILY_CHANCE)) return null;
    const dependants = random.chance(SECOND_DEPENDANT_CHANCE) ? [head + 1, head + 3] : [head + 1];
    return (dependants.at(-1) as number) < size ? { head, dependants } : null;
  };

  const relative = (index: number, head: number): Standing => {
    const family = familyOf(head);
    if (family === null) return ALONE;
    if (index === head) return { ...ALONE, family, paysFor: family.dependants };
    return family.dependants.includes(index) ? { ...ALONE, family, payer: head } : ALONE;
  };

  const paired = (index: number, place: number): Standing => {
    const partnerExists = index + STEP < size;
    if (FORMER_HOLDERS.has(place) && partnerExists) return { ...ALONE, numberAfter: index + STEP };
    if (FORMER_HOLDERS.has(place - STEP)) return { ...ALONE, numberBefore: index - STEP };
    if (PROSPECTS.has(place)) return { ...ALONE, kind: 'PROSPECT' };
    if (HOLDERS_WITH_KNOWN_USER.has(place) && partnerExists)
      return { ...ALONE, user: { index: index + STEP } };
    if (HOLDERS_WITH_KNOWN_USER.has(place - STEP)) return { ...ALONE, usesLineOf: index - STEP };
    if (HOLDERS_WITH_UNKNOWN_USER.has(place)) return { ...ALONE, user: { index: null } };
    return ALONE;
  };

  const ordinary = (index: number): Standing => {
    const place = index % PERIOD;
    if (place === 0) return { ...ALONE, kind: 'UNIT', paysFor: unitPaysFor(index) };
    if (place % 3 === 1) {
      const nth = (place - 1) / 3;
      return nth < memberCount(index - place) ? seated(index - place, nth) : ALONE;
    }
    if (place % 6 === 0) return paired(index, place);
    return relative(index, index - (((place % 6) + 4) % 6));
  };

  const fixed = (index: number): Standing => {
    const seat = NAMED_SEATS.indexOf(index);
    const member = index - FIRST_MEMBER + NAMED_SEATS.length;
    const isMember = index >= FIRST_MEMBER && member < NAMED_UNIT_SEATS;
    const base = seat >= 0 ? seated(NAMED_UNIT, seat) : isMember ? seated(NAMED_UNIT, member) : ALONE;
    const inNamedPortfolio =
      NAMED_PORTFOLIO.has(index) ||
      (index >= FIRST_PORTFOLIO && index < FIRST_PORTFOLIO + PORTFOLIO - NAMED_PORTFOLIO.size);
    const paysFor = index === NAMED_UNIT ? unitPaysFor(index) : [];
    return { ...base, paysFor, inNamedPortfolio, ...NAMED.get(index) };
  };

  return (index) => (index < FIRST_ORDINARY ? fixed(index) : ordinary(index));
}
