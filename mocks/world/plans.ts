/** Main plans of the made-up operator. All names are invented. */
import { dayNumber } from './calendar.ts';
import type { WorldOffer } from './model.ts';

export const GIGABYTE = 1_048_576;

type Plan = readonly [yuan: number, minutes: number, sms: number, gigabytes: number, contractMonths: number];

/** Today's plans, by brand. Fees 8 to 198 yuan; the dearer, the cheaper beyond the allowance. */
const PLANS: readonly (readonly [brand: string, name: string, plans: readonly Plan[]])[] = [
  [
    'GOTONE',
    '全球通山川',
    [
      [58, 200, 50, 8, 0],
      [88, 400, 100, 15, 12],
      [128, 800, 100, 30, 24],
      [198, 1_500, 200, 60, 24],
    ],
  ],
  [
    'MZONE',
    '动感地带青春',
    [
      [18, 60, 50, 4, 0],
      [38, 120, 100, 10, 0],
      [58, 200, 100, 20, 12],
    ],
  ],
  [
    'EASYOWN',
    '神州行轻松',
    [
      [8, 20, 0, 0.5, 0],
      [18, 80, 20, 2, 0],
      [38, 200, 30, 6, 0],
      [58, 350, 50, 10, 12],
    ],
  ],
  [
    'SHUXIN',
    '蜀信畅行',
    [
      [38, 150, 30, 8, 0],
      [88, 450, 100, 20, 24],
    ],
  ],
  [
    'HUIMIN',
    '惠民',
    [
      [8, 30, 0, 0.25, 0],
      [18, 100, 20, 1, 0],
      [38, 250, 30, 4, 0],
    ],
  ],
];

/** Plans of the GPRS years, no longer sold and still in use: minutes and messages, no data. */
const OLD_PLANS: readonly (readonly [brand: string, name: string, plans: readonly Plan[]])[] = [
  [
    'GOTONE',
    '全球通商旅',
    [
      [58, 180, 60, 0, 0],
      [88, 350, 100, 0, 0],
      [128, 600, 150, 0, 0],
    ],
  ],
  [
    'MZONE',
    '动感地带音乐',
    [
      [18, 40, 200, 0, 0],
      [38, 100, 400, 0, 0],
    ],
  ],
  [
    'EASYOWN',
    '神州行家园',
    [
      [8, 0, 0, 0, 0],
      [18, 80, 30, 0, 0],
    ],
  ],
  [
    'HUIMIN',
    '乡音',
    [
      [8, 20, 10, 0, 0],
      [18, 90, 30, 0, 0],
    ],
  ],
];

export const OLD = { era: '2008', saleEndedOn: '2013-12-31' };
/** Last day on which offers of the GPRS years were sold. */
export const LAST_OLD_DAY = dayNumber(OLD.saleEndedOn);
export const NEW = { era: '2024', saleEndedOn: null };

function toOffers(from: typeof PLANS, era: typeof OLD | typeof NEW, firstId: number): WorldOffer[] {
  return from.flatMap(([brandCode, name, list], brand) =>
    list.map(
      ([yuan, voiceMinutes, smsCount, gigabytes, contractMonths], nth): WorldOffer => ({
        offerId: firstId + brand * 10 + nth,
        name: era === OLD ? `${name}${yuan}套餐（2008版）` : `${name}${yuan}套餐`,
        kind: 'PLAN',
        family: 'MOBILE',
        serviceClass: 'BASIC',
        brandCode,
        monthlyFeeFen: yuan * 100,
        voiceMinutes,
        smsCount,
        dataKilobytes: gigabytes === 0 ? null : gigabytes * GIGABYTE,
        overageFen:
          era === OLD
            ? { perMinute: yuan < 58 ? 40 : 25, perSms: 10, perMegabyte: 100 }
            : { perMinute: yuan < 38 ? 25 : 15, perSms: 10, perMegabyte: yuan < 38 ? 2 : 1 },
        contractMonths,
        ...era,
      }),
    ),
  );
}

export const ALL_PLANS: readonly WorldOffer[] = [
  ...toOffers(PLANS, NEW, 1001),
  ...toOffers(OLD_PLANS, OLD, 2001),
];
