/** What the made-up operator sells, and who stands behind it. All names are invented. */
import type { Catalogue, Layer, WorldOffer } from './model.ts';

type Brand = Catalogue['brands'][number];

export const BRANDS: readonly Brand[] = [
  { code: 'GOTONE', name: '全球通', layer: 'GOTONE_CONTRACT' },
  { code: 'MZONE', name: '动感地带', layer: 'PREPAID_BRAND' },
  { code: 'EASYOWN', name: '神州行', layer: 'EASYOWN' },
  { code: 'TIANYI', name: '天翼', layer: 'LOCAL_BRAND' },
  { code: 'HUIMIN', name: '惠民卡', layer: 'LOCAL_BRAND' },
  { code: 'HOME', name: '乐家', layer: 'LOCAL_BRAND' },
];

/** Highest first. */
export const LAYERS: readonly Layer[] = [
  'GOTONE_VIP',
  'GROUP',
  'ROAM_IN',
  'GOTONE_CONTRACT',
  'PREPAID_BRAND',
  'EASYOWN',
  'LOCAL_BRAND',
];

export const SERVICE_PROVIDERS: Catalogue['serviceProviders'] = [
  { code: 'SP9001', name: '云雀资讯' },
  { code: 'SP9002', name: '青柠音乐' },
  { code: 'SP9003', name: '蜀山游戏' },
  { code: 'SP9004', name: '晨曦手机报' },
  { code: 'SP9005', name: '星桥阅读' },
  { code: 'SP9006', name: '锦里视频' },
  { code: 'SP9007', name: '三江天气' },
  { code: 'SP9008', name: '银杏健康' },
];

const GIGABYTE = 1_048_576;
const NO_OVERAGE = { perMinute: 0, perSms: 0, perMegabyte: 0 };

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
    'TIANYI',
    '天翼畅行',
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

const OLD = { era: '2008', saleEndedOn: '2013-12-31' };
const NEW = { era: '2024', saleEndedOn: null };

function plans(from: typeof PLANS, era: typeof OLD | typeof NEW, firstId: number): WorldOffer[] {
  return from.flatMap(([brandCode, name, list], brand) =>
    list.map(
      ([yuan, voiceMinutes, smsCount, gigabytes, contractMonths], nth): WorldOffer => ({
        offerId: firstId + brand * 10 + nth,
        name: era === OLD ? `${name}${yuan}套餐(2008版)` : `${name}${yuan}套餐`,
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

type Extra = Partial<WorldOffer> & Pick<WorldOffer, 'offerId' | 'name' | 'kind' | 'monthlyFeeFen'>;

function extra(offer: Extra): WorldOffer {
  return {
    family: 'VALUE_ADDED',
    serviceClass: 'VALUE_ADDED',
    brandCode: null,
    voiceMinutes: null,
    smsCount: null,
    dataKilobytes: null,
    overageFen: NO_OVERAGE,
    contractMonths: 0,
    ...NEW,
    ...offer,
  };
}

const DATA = { kind: 'DATA_PLAN', family: 'INTERNET' } as const;
const HOME = { family: 'INTERNET', serviceClass: 'BASIC', brandCode: 'HOME' } as const;

const EXTRAS: readonly WorldOffer[] = [
  extra({
    ...DATA,
    ...OLD,
    offerId: 3001,
    name: 'GPRS 5元包',
    monthlyFeeFen: 500,
    dataKilobytes: 30 * 1_024,
  }),
  extra({
    ...DATA,
    ...OLD,
    offerId: 3002,
    name: 'GPRS 20元包',
    monthlyFeeFen: 2_000,
    dataKilobytes: 150 * 1_024,
  }),
  extra({
    ...DATA,
    offerId: 3003,
    name: '流量加油包10元',
    monthlyFeeFen: 1_000,
    dataKilobytes: 3 * GIGABYTE,
  }),
  extra({
    ...DATA,
    offerId: 3004,
    name: '流量加油包30元',
    monthlyFeeFen: 3_000,
    dataKilobytes: 20 * GIGABYTE,
  }),
  extra({ offerId: 3101, name: '短信包5元', kind: 'SMS_PACK', monthlyFeeFen: 500, smsCount: 80 }),
  extra({ offerId: 3102, name: '短信包10元', kind: 'SMS_PACK', monthlyFeeFen: 1_000, smsCount: 200 }),
  extra({ offerId: 3201, name: '彩信包月', kind: 'MMS', monthlyFeeFen: 500 }),
  extra({ offerId: 3301, name: '个人彩铃', kind: 'RINGBACK', monthlyFeeFen: 500 }),
  extra({ offerId: 3302, name: '集团彩铃', kind: 'RINGBACK', monthlyFeeFen: 300 }),
  extra({
    offerId: 3401,
    name: '来电显示',
    kind: 'FUNCTION',
    monthlyFeeFen: 500,
    serviceClass: 'BASIC',
    family: 'MOBILE',
  }),
  extra({ offerId: 3402, name: '语音信箱', kind: 'FUNCTION', monthlyFeeFen: 300 }),
  extra({
    ...HOME,
    offerId: 3501,
    name: '乐家宽带200M',
    kind: 'BROADBAND',
    monthlyFeeFen: 3_800,
    contractMonths: 12,
  }),
  extra({
    ...HOME,
    offerId: 3502,
    name: '乐家宽带500M',
    kind: 'BROADBAND',
    monthlyFeeFen: 5_800,
    contractMonths: 24,
  }),
  extra({
    ...HOME,
    offerId: 3503,
    name: '乐家宽带1000M',
    kind: 'BROADBAND',
    monthlyFeeFen: 8_800,
    contractMonths: 24,
  }),
  extra({
    offerId: 3601,
    name: '乐家固话',
    kind: 'FIXED_LINE',
    monthlyFeeFen: 1_800,
    family: 'FIXED',
    serviceClass: 'BASIC',
    brandCode: 'HOME',
    voiceMinutes: 100,
    overageFen: { perMinute: 15, perSms: 0, perMegabyte: 0 },
  }),
  ...[
    ['手机报', 300],
    ['天气预报', 200],
    ['音乐会员', 500],
    ['健康助手', 800],
    ['阅读包', 500],
    ['视频会员', 1_500],
    ['游戏月卡', 2_000],
    ['游戏尊享月卡', 3_000],
  ].map(([name, monthlyFeeFen], nth) =>
    extra({
      offerId: 4001 + nth,
      name: String(name),
      kind: 'SP_SERVICE',
      monthlyFeeFen: Number(monthlyFeeFen),
    }),
  ),
];

export const OFFERS: readonly WorldOffer[] = [
  ...plans(PLANS, NEW, 1001),
  ...plans(OLD_PLANS, OLD, 2001),
  ...EXTRAS,
];

/** The third party behind each SP service. */
export const PROVIDER_OF: ReadonlyMap<number, string> = new Map([
  [4001, 'SP9004'],
  [4002, 'SP9007'],
  [4003, 'SP9002'],
  [4004, 'SP9008'],
  [4005, 'SP9005'],
  [4006, 'SP9006'],
  [4007, 'SP9003'],
  [4008, 'SP9001'],
]);
