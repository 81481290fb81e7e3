/**
 * The number plan: which numbers exist, who issued them and where. A mobile
 * number comes from a one-to-one mapping of a line's place in the world, so no
 * two lines can share one; its segment then says where its holder lives,
 * whether it was issued far away and whether it was ported in.
 */
import { LINES } from './ids.ts';
import type { Catalogue, OperatorCode } from './model.ts';
import { FAR_PLACES, HOME_PLACES, homePlace, PLACES, type Place } from './places.ts';

export interface Segment {
  readonly prefix: string;
  readonly operator: OperatorCode;
  readonly place: Place;
}

export interface MobileNumber {
  readonly text: string;
  readonly segment: Segment;
}

export interface NumberPlan {
  readonly segments: Catalogue['numberSegments'];
  /** @param line 0 to 3. */
  mobile(index: number, line: number): MobileNumber;
  /** A number of one of the segments kept for named cases; undefined for all others. */
  reserved(text: string): MobileNumber | undefined;
  fixed(index: number, place: Place): string;
}

/** 3 digits net, 4 digits HLR; nets by the ministry's table, without those for machines and satellites. */
const NETS: Readonly<Record<OperatorCode, readonly string[]>> = {
  CHINA_MOBILE:
    '134 135 136 137 138 139 147 150 151 152 157 158 159 178 182 183 184 187 188 195 197 198'.split(' '),
  CHINA_UNICOM: '130 131 132 145 146 155 156 166 175 176 185 186 196'.split(' '),
  CHINA_TELECOM: '133 149 153 173 177 180 181 189 190 191 193 199'.split(' '),
  CHINA_BROADNET: ['192'],
};
/** Ranges of resellers: the operator is known, the place is not. */
const RESALE: readonly (readonly [prefix: string, operator: OperatorCode])[] = [
  ...['162', '1700', '1701', '1702'].map((prefix) => [prefix, 'CHINA_TELECOM'] as const),
  ...['165', '1703', '1705', '1706'].map((prefix) => [prefix, 'CHINA_MOBILE'] as const),
  ...['167', '1704', '1707', '1708', '1709', '171'].map((prefix) => [prefix, 'CHINA_UNICOM'] as const),
];

const NUMBERS_PER_SEGMENT = 10_000;
const SEGMENTS = 1_000;
const SLOTS = SEGMENTS * NUMBERS_PER_SEGMENT;
/** Customers that the plan has numbers for. */
export const MAX_CUSTOMERS = SLOTS / LINES;
/** Coprime to `SLOTS`, so multiplying by it is one-to-one. */
const STRIDE = 7_368_787;
/** Of 100 segments, those issued far away and those ported in. */
const FAR_PERCENT = 3;
const PORTED_PERCENT = 2;
/** Fixed numbers begin with 2 to 8. */
const FIXED_LEADS = 7;

export function createNumberPlan(seed: number): NumberPlan {
  const pool = Array.from({ length: SEGMENTS }, (_, nth) => poolSegment(nth));
  const reserved = new Map(reservedSegments().map((segment) => [segment.prefix, segment]));
  const offset = ((seed % SLOTS) + SLOTS) % SLOTS;
  const placed = [...pool, ...reserved.values()].map(({ prefix, operator, place }) => ({
    prefix,
    operator,
    regionCode: place.code,
  }));

  return {
    segments: [...placed, ...fixedSegments(), ...unplacedSegments()],
    mobile(index, line) {
      const slot = ((index * LINES + line) * STRIDE + offset) % SLOTS;
      const segment = pool[Math.floor(slot / NUMBERS_PER_SEGMENT)] as Segment;
      return { text: segment.prefix + String(slot % NUMBERS_PER_SEGMENT).padStart(4, '0'), segment };
    },
    reserved(text) {
      const segment = reserved.get(text.slice(0, 7));
      return segment && { text, segment };
    },
    fixed(index, { areaCode, fixedDigits }) {
      const room = 10 ** (fixedDigits - 1);
      const lead = 8 - (Math.floor(index / room) % FIXED_LEADS);
      return `${areaCode}${lead}${String((index * 387_407 + 52_711) % room).padStart(fixedDigits - 1, '0')}`;
    },
  };
}

function poolSegment(nth: number): Segment {
  // 61 is coprime to 100: a hundred segments in a row cover every percent once.
  const percent = (nth * 61) % 100;
  const round = Math.floor(nth / 100);
  if (percent >= 100 - PORTED_PERCENT) {
    const operator = (['CHINA_UNICOM', 'CHINA_TELECOM'] as const)[percent % 2] as OperatorCode;
    return segmentOf(operator, nth, homePlace((round * 37) % 100));
  }
  if (percent >= 100 - PORTED_PERCENT - FAR_PERCENT) {
    return segmentOf('CHINA_MOBILE', nth, FAR_PLACES[(round + percent) % FAR_PLACES.length] as Place);
  }
  return segmentOf('CHINA_MOBILE', nth, homePlace((percent * 100) / (100 - PORTED_PERCENT - FAR_PERCENT)));
}

function segmentOf(operator: OperatorCode, nth: number, place: Place): Segment {
  const nets = NETS[operator];
  const hlr = 1_003 + Math.floor(nth / nets.length) * 61;
  return { prefix: (nets[nth % nets.length] as string) + String(hlr).padStart(4, '0'), operator, place };
}

/** Segments of the named cases' numbers, which the pool never touches: its HLR codes begin at 1003. */
function reservedSegments(): Segment[] {
  const [chengdu] = HOME_PLACES as [Place];
  const [beijing] = FAR_PLACES as [Place];
  return [
    { prefix: '1380800', operator: 'CHINA_MOBILE', place: chengdu },
    { prefix: '1300800', operator: 'CHINA_UNICOM', place: chengdu },
    { prefix: '1390100', operator: 'CHINA_MOBILE', place: beijing },
  ];
}

function fixedSegments(): Catalogue['numberSegments'] {
  return PLACES.flatMap(({ areaCode, code }) =>
    Array.from({ length: FIXED_LEADS }, (_, lead) => ({
      prefix: `${areaCode}${lead + 2}`,
      operator: 'CHINA_MOBILE' as const,
      regionCode: code,
    })),
  );
}

function unplacedSegments(): Catalogue['numberSegments'] {
  const nets = (Object.keys(NETS) as OperatorCode[]).flatMap((operator) =>
    NETS[operator].flatMap((net) => {
      // 1349 belongs to satellites.
      const prefixes = net === '134' ? [0, 1, 2, 3, 4, 5, 6, 7, 8].map((digit) => `134${digit}`) : [net];
      return prefixes.map((prefix) => ({ prefix, operator, regionCode: null }));
    }),
  );
  return [...nets, ...RESALE.map(([prefix, operator]) => ({ prefix, operator, regionCode: null }))];
}
