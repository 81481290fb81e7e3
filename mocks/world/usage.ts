/**
 * How a line is used, month by month: a level of its own around the plan's
 * allowances, a slow walk about it (AR(1), ρ 0.7), the season, and now and
 * then a decline that may end in leaving.
 */
import { RUNNING } from './calendar.ts';
import type { Persona } from './persona.ts';
import { MOST_ROAMING_EVENTS, type Tariff, type Usage } from './rating.ts';
import type { Random } from './rng.ts';

export interface UsageWalk {
  /**
   * Use of the next month.
   *
   * @param part How much of the month the line is in use, 0 to 1.
   */
  next(month: number, part: number, tariff: Tariff, ringback: boolean): Usage;
  /** Activity of the month just drawn, 1 when as usual. */
  activity(): number;
}

interface Level {
  readonly voice: number;
  readonly sms: number;
  readonly data: number;
}

const RHO = 0.7;
const SIGMA = 0.2;
const INNOVATION = SIGMA * Math.sqrt(1 - RHO * RHO);
const DECLINE_CHANCE = 0.01;
const DECLINE_FACTOR = 0.7;
const RECOVERY_CHANCE = 0.5;
/** Last billed months in which a silent line is not used. */
const SILENT_FROM = RUNNING - 3;

const MEGABYTE = 1_024;
const GIGABYTE = 1_024 * MEGABYTE;

/** Season of calendar months, January first: all use, data, roaming. */
const SEASON = [1, 1.06, 1, 1, 1, 1, 1, 1, 1, 1.03, 0.98, 1];
const DATA_SEASON = [1, 1, 1, 1, 1, 1, 1.04, 1.04, 1, 1, 1, 1];
const ROAMING_SEASON = [1.2, 2.5, 1, 1, 1.1, 1, 1.2, 1.2, 1, 1.4, 1, 1];

interface WalkStart {
  readonly persona: Persona;
  readonly kind: 'MOBILE' | 'FIXED';
  /** Tariff of the first month, for the level. */
  readonly tariff: Tariff;
  readonly planFeeFen: number;
  /** 0 to 11, of the first of the 25 months. */
  readonly firstCalendarMonth: number;
  readonly random: Random;
}

export function createUsageWalk(start: WalkStart): UsageWalk {
  const { persona, kind, firstCalendarMonth, random } = start;
  const level =
    kind === 'MOBILE'
      ? mobileLevel(persona, start.tariff, start.planFeeFen, random)
      : fixedLevel(start.tariff, random);
  let walk = SIGMA * random.normal();
  let decline = 1;
  let declineMonths = 0;
  let activity = 1;

  const moveDecline = (): void => {
    if (declineMonths > 0) {
      decline *= DECLINE_FACTOR;
      declineMonths--;
      if (declineMonths === 0 && random.chance(RECOVERY_CHANCE)) decline = 1;
    } else if (random.chance(DECLINE_CHANCE)) {
      declineMonths = random.int(3, 6);
    }
  };

  return {
    activity: () => activity,
    next(month, part, tariff, ringback) {
      const calendarMonth = (firstCalendarMonth + month) % 12;
      walk = RHO * walk + INNOVATION * random.normal();
      moveDecline();
      activity = persona.use === 'SILENT' && month >= SILENT_FROM ? 0 : Math.exp(walk) * decline;
      const scale = activity * part * (SEASON[calendarMonth] as number);
      const voice = level.voice * scale * (0.85 + 0.3 * random.float());
      const kilobytes =
        dataLevel(persona, level, tariff) *
        scale *
        (DATA_SEASON[calendarMonth] as number) *
        (0.8 + 0.4 * random.float());
      const wap = persona.old ? 0.55 + 0.2 * random.float() : 0.02 * random.float();
      const cmwapKilobytes = Math.round(kilobytes * wap);
      const days = 30 * part;
      const roams = activity > 0 && persona.roamingMean > 0;
      return {
        voiceMinutes: Math.round(voice),
        smsCount: Math.round(level.sms * scale * (0.6 + 0.8 * random.float())),
        mmsCount: persona.mmsMean > 0 && kind === 'MOBILE' ? random.poisson(persona.mmsMean * scale) : 0,
        cmwapKilobytes,
        cmnetKilobytes: Math.round(kilobytes) - cmwapKilobytes,
        valueAddedKilobytes: Math.round(cmwapKilobytes * 0.3),
        activeDays: Math.floor(days * (1 - Math.exp(-2.5 * activity))),
        roamingEvents:
          roams && kind === 'MOBILE'
            ? Math.min(
                MOST_ROAMING_EVENTS,
                random.poisson(persona.roamingMean * part * (ROAMING_SEASON[calendarMonth] as number)),
              )
            : 0,
        ringbackChanges: ringback && activity > 0 ? random.poisson(persona.tuneMean * part) : 0,
      };
    },
  };
}

function mobileLevel(persona: Persona, tariff: Tariff, planFeeFen: number, random: Random): Level {
  // Who is ready to spend more than the plan costs uses more than it holds.
  const eager = Math.min(4, Math.max(0.6, persona.spendFen / Math.max(500, planFeeFen))) ** 0.5;
  const own = (): number => Math.exp(0.35 * random.normal());
  const voiceBase = tariff.voiceAllowance > 0 ? tariff.voiceAllowance * 0.55 : 45;
  const dataBase = persona.old
    ? 12 * MEGABYTE
    : Math.max(0.4 * GIGABYTE, tariff.dataAllowanceKilobytes * 0.45);
  return {
    voice: voiceBase * eager * own(),
    sms: (persona.old ? 40 : 8) * own(),
    data: dataBase * eager * own(),
  };
}

function fixedLevel(tariff: Tariff, random: Random): Level {
  return {
    voice: tariff.voiceAllowance * 0.5 * Math.exp(0.5 * random.normal()),
    sms: 0,
    data: 120 * GIGABYTE * Math.exp(0.5 * random.normal()),
  };
}

/** The heavy user spends every allowance well before the month is over. */
function dataLevel(persona: Persona, level: Level, tariff: Tariff): number {
  return persona.use === 'HEAVY_DATA'
    ? Math.max(level.data, tariff.dataAllowanceKilobytes * 2.6)
    : level.data;
}
