/**
 * What a person is like, before anything happens: the causes behind all that
 * the systems will record. Drawn for everybody; a named case then has some of
 * it written over, and everything else follows in the same way.
 */
import type { Calendar } from './calendar.ts';
import type { ChannelCode, VipGrade, WorldAccount } from './model.ts';
import { birthDay } from './people.ts';
import { LAST_OLD_DAY } from './plans.ts';
import type { ShockCause } from './rating.ts';
import { createRandom, type Random } from './rng.ts';
import { FIRST_ORDINARY, type Standing } from './roster.ts';

export interface Persona {
  /** What the person is ready to spend a month, 分. */
  readonly spendFen: number;
  readonly brandCode: string;
  /** Still on a plan, and with a handset, of the GPRS years. */
  readonly old: boolean;
  readonly female: boolean;
  readonly foreigner: boolean;
  readonly listFlag: 'NONE' | 'BLACK' | 'RED';
  readonly channel: ChannelCode;
  readonly vip: { readonly grade: VipGrade; readonly expired: boolean } | null;
  readonly openedDay: number;
  /** Second of that day. */
  readonly openedSecond: number;
  /** How it ends: by the hidden hazard, never, or on a fixed day. */
  readonly closing: 'HAZARD' | 'NEVER' | number;
  readonly mobileLines: 0 | 1 | 2;
  readonly broadband: boolean;
  readonly payment: {
    readonly method: WorldAccount['payMethod'];
    /** Day of the following month on which a bill is due. */
    readonly dueDay: 15 | 25;
    readonly lateChance: number;
    /** First bill, of the 24, that is never paid. */
    readonly stopsAtBill: number | null;
  };
  readonly rates: {
    readonly complaintRate: number;
    readonly queryRate: number;
    readonly contactRate: number;
  };
  /** Border-roaming events a month. */
  readonly roamingMean: number;
  readonly ringback: boolean;
  /** Ringback tunes changed a month. */
  readonly tuneMean: number;
  /** Third-party services taken, and the chance that one was given up again. */
  readonly spServices: number;
  readonly spEndedChance: number;
  readonly mmsMean: number;
  readonly dataPlan: boolean;
  readonly use: 'ORDINARY' | 'SILENT' | 'HEAVY_DATA';
  /** Only for named cases: a shock, and no other, in the last billed month. */
  readonly shock: ShockCause | 'NONE' | null;
  /** Only for named cases: days to the end of the contract. */
  readonly contractDaysLeft: number | null;
  readonly contactPhone: 'OWN' | 'OTHER' | 'NONE';
}

const SPEND_MEDIAN_FEN = 3_860;
const SPEND_SIGMA = 0.75;
const SPEND_MIN_FEN = 600;
const SPEND_MAX_FEN = 60_000;

const RATE_SHAPE = 0.35;
const COMPLAINTS_A_MONTH = 0.035;
const QUERIES_A_MONTH = 0.14;
const OTHER_CONTACTS_A_MONTH = 0.12;

const MEAN_TENURE_DAYS = 1_400;
const MAX_TENURE_DAYS = 6_500;
/** Nobody holds a line before his sixteenth birthday. */
const LEAST_AGE_DAYS = 5_845;
/** Longest that somebody with an old plan had been with us when its sale ended. */
const OLD_TENURE_DAYS = 1_500;
const SUSPENDED_CHANCE = 0.015;

const VIP_FROM_FEN = 11_000;
const VIP_CHANCE = 0.75;
const VIP_EXPIRED_CHANCE = 0.08;

/** Brands by what is spent; chances in percent. The dear ones have no cheap plan. */
const BRANDS_BY_SPEND: readonly (readonly [
  fromFen: number,
  brands: readonly (readonly [string, number])[],
])[] = [
  [
    7_000,
    [
      ['GOTONE', 75],
      ['MZONE', 10],
      ['SHUXIN', 10],
      ['EASYOWN', 5],
    ],
  ],
  [
    4_500,
    [
      ['GOTONE', 35],
      ['MZONE', 25],
      ['EASYOWN', 22],
      ['SHUXIN', 8],
      ['HUIMIN', 10],
    ],
  ],
  [
    0,
    [
      ['EASYOWN', 45],
      ['MZONE', 30],
      ['HUIMIN', 25],
    ],
  ],
];
const METHODS: readonly (readonly [WorldAccount['payMethod'], number])[] = [
  ['ONLINE', 45],
  ['CASH', 15],
  ['BANK_DEBIT', 15],
  ['MOBILE_WALLET', 15],
  ['RECHARGE_CARD', 10],
];
const CHANNELS: readonly (readonly [ChannelCode, number])[] = [
  ['RETAIL', 62],
  ['WEB', 18],
  ['HOTLINE', 8],
  ['OUTBOUND', 7],
  ['VIP_MANAGER', 5],
];

export function drawPersona(seed: number, index: number, standing: Standing, calendar: Calendar): Persona {
  const random = createRandom(seed, 'persona', index);
  const inPortfolio = standing.inNamedPortfolio;
  const drawn = random.logNormal(SPEND_MEDIAN_FEN, SPEND_SIGMA);
  const spendFen = clamp(inPortfolio ? VIP_FROM_FEN + drawn : drawn, SPEND_MIN_FEN, SPEND_MAX_FEN);
  const brand = weighted(random, brandsBy(spendFen));
  const brandCode = inPortfolio ? 'GOTONE' : brand;
  const foreigner = random.chance(0.004);
  const listDraw = random.float();
  const [drawnDay, fixedEnd] = holding(seed, index, standing, random, calendar);
  const alone = standing.user === null && standing.usesLineOf === null && standing.numberAfter === null;
  const free = alone && standing.numberBefore === null && standing.payer === null && standing.seat === null;
  const broadbandOnly = random.chance(0.04) && free && standing.family === null && !inPortfolio;
  const ofAge = birthDay(index, calendar.today) + LEAST_AGE_DAYS;
  // Old plans are left to those who were here, and of age, while they were sold.
  const mayBeOld = brandCode !== 'SHUXIN' && !inPortfolio && fixedEnd === null && ofAge <= LAST_OLD_DAY;
  const old = random.chance(0.16) && mayBeOld && standing.numberBefore === null;
  const before = LAST_OLD_DAY - (drawnDay % OLD_TENURE_DAYS);
  const openedDay = Math.max(ofAge, old ? Math.min(drawnDay, before) : drawnDay);
  const isVip = random.chance(VIP_CHANCE);
  const isUnit = standing.kind === 'UNIT';
  const dependant = standing.family !== null && standing.family.head !== index;

  return {
    spendFen,
    brandCode,
    old,
    female: random.chance(0.5),
    foreigner,
    listFlag: listDraw < 0.004 ? 'BLACK' : listDraw < 0.008 ? 'RED' : 'NONE',
    channel: weighted(random, CHANNELS),
    vip:
      inPortfolio || (isVip && brandCode === 'GOTONE' && spendFen >= VIP_FROM_FEN)
        ? { grade: vipGrade(spendFen), expired: random.chance(VIP_EXPIRED_CHANCE) && !inPortfolio }
        : null,
    openedDay,
    openedSecond: random.int(8 * 3_600, 20 * 3_600),
    closing: fixedEnd ?? (inPortfolio || isUnit || isFixedMember(index, standing) ? 'NEVER' : 'HAZARD'),
    mobileLines: isUnit || broadbandOnly ? 0 : random.chance(0.06) && !dependant && alone ? 2 : 1,
    broadband:
      isUnit || broadbandOnly || (random.chance(0.15) && !dependant && standing.numberAfter === null),
    payment: drawPayment(random),
    rates: {
      complaintRate: random.gamma(RATE_SHAPE) * (COMPLAINTS_A_MONTH / RATE_SHAPE),
      queryRate: random.gamma(RATE_SHAPE) * (QUERIES_A_MONTH / RATE_SHAPE),
      contactRate: random.gamma(1) * OTHER_CONTACTS_A_MONTH,
    },
    roamingMean: random.chance(0.88) ? 0.03 : random.gamma(1) * 2,
    ringback: random.chance(0.25),
    tuneMean: 0.4,
    spServices: random.chance(0.14) ? random.int(1, 2) : 0,
    spEndedChance: 0.3,
    mmsMean: random.chance(0.2) ? random.gamma(1) * 4 : 0,
    dataPlan: random.chance(old ? 0.6 : 0.18),
    use: 'ORDINARY',
    shock: null,
    contractDaysLeft: null,
    contactPhone: random.chance(0.6) ? 'OWN' : random.chance(0.3) ? 'OTHER' : 'NONE',
  };
}

/** Opening day, and the day of a hand-over that must happen. */
function holding(
  seed: number,
  index: number,
  standing: Standing,
  random: Random,
  calendar: Calendar,
): [opened: number, closed: number | null] {
  const tenure = Math.min(MAX_TENURE_DAYS, Math.floor(-Math.log(1 - random.float()) * MEAN_TENURE_DAYS));
  const { numberBefore, numberAfter } = standing;
  if (numberBefore === null && numberAfter === null) return [calendar.today - 1 - tenure, null];

  // The hand-over is drawn by the former holder's index, so both agree on it.
  const handOver = createRandom(seed, 'hand-over', numberBefore ?? index);
  const closed = (calendar.monthStarts[0] as number) + handOver.int(60, 420);
  const reopened = closed + handOver.int(90, 200);
  return numberBefore === null ? [closed - 200 - tenure, closed] : [reopened, null];
}

function drawPayment(random: Random): Persona['payment'] {
  const careless = random.chance(0.2);
  const stops = random.chance(SUSPENDED_CHANCE);
  return {
    method: weighted(random, METHODS),
    dueDay: random.chance(0.5) ? 15 : 25,
    lateChance: careless ? 0.22 : 0.02,
    stopsAtBill: stops ? random.int(20, 22) : null,
  };
}

/** The named unit keeps its 500 members, so none of them leaves. */
function isFixedMember(index: number, { seat }: Standing): boolean {
  return seat !== null && index < FIRST_ORDINARY;
}

function brandsBy(spendFen: number): readonly (readonly [string, number])[] {
  return BRANDS_BY_SPEND.find(([fromFen]) => spendFen >= fromFen)?.[1] ?? [];
}

function vipGrade(spendFen: number): VipGrade {
  if (spendFen >= 32_000) return 'SUPREME';
  if (spendFen >= 21_000) return 'DIAMOND';
  return spendFen >= 15_000 ? 'GOLD' : 'SILVER';
}

/** Picks by percent. */
export function weighted<T>(random: Random, choices: readonly (readonly [T, number])[]): T {
  let left = random.float() * 100;
  for (const [choice, percent] of choices) {
    if (left < percent) return choice;
    left -= percent;
  }
  return (choices[0] as readonly [T, number])[0];
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
