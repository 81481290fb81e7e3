/** What the made-up operator sells besides plans, and the list of all. All names are invented. */
import type { WorldOffer } from './model.ts';
import { ALL_PLANS, GIGABYTE, NEW, OLD } from './plans.ts';

const NO_OVERAGE = { perMinute: 0, perSms: 0, perMegabyte: 0 };

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

export const OFFERS: readonly WorldOffer[] = [...ALL_PLANS, ...EXTRAS];

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
