import { expect, it } from '@jest/globals';
import { GIGABYTE, monthFact, planFact, TARIFF } from '../../testing/line-facts.ts';
import { isSoldAfter, type OfferFact, replayMonth } from './tariff.ts';

const plan = planFact(18, { voiceMinutes: 80, smsCount: 20, dataKilobytes: 2 * GIGABYTE });
const extra = (kind: string, own: Partial<OfferFact> = {}): OfferFact =>
  planFact(5, { kind, voiceMinutes: 0, smsCount: 0, dataKilobytes: 0, overage: null, ...own });

const costOf = (use: Parameters<typeof monthFact>[1], offers: readonly OfferFact[], inContract = false) =>
  replayMonth(
    monthFact('2026-10', use),
    offers.map((offer) => ({ offer, inContract })),
    TARIFF,
  );

it.each([
  ['nothing but fees', {}, 1_800],
  ['nothing within the allowances', { voiceMinutes: 80, smsCount: 20, dataKilobytes: 2 * GIGABYTE }, 1_800],
  ['minutes beyond', { voiceMinutes: 90 }, 1_950],
  ['messages beyond', { smsCount: 25 }, 1_850],
  ['a begun megabyte', { dataKilobytes: 2 * GIGABYTE + 1 }, 1_801],
  ['two megabytes', { dataKilobytes: 2 * GIGABYTE + 1_025 }, 1_802],
  ['each MMS', { mmsCount: 3 }, 1_890],
  ['each tune', { ringbackChanges: 2 }, 2_200],
  ['each roaming event', { roamingEvents: 5 }, 2_700],
])('charges %s', (_what, use, fen) => {
  expect(costOf(use, [plan])).toBe(fen);
});

it('adds up fees and allowances, and prices what is beyond by the plan, in any order', () => {
  const pack = extra('SMS_PACK', { smsCount: 80 });
  const data = extra('DATA_PLAN', { dataKilobytes: GIGABYTE });
  const use = { smsCount: 101, dataKilobytes: 3 * GIGABYTE + 1 };
  expect(costOf(use, [plan, pack, data])).toBe(1_800 + 500 + 500 + 10 + 1);
  expect(costOf(use, [data, pack, plan])).toBe(1_800 + 500 + 500 + 10 + 1);
});

it('charges no MMS of a line with the monthly offer', () => {
  expect(costOf({ mmsCount: 40 }, [plan, extra('MMS')])).toBe(1_800 + 500);
});

it('lets off a tenth of the plan in contract, and of nothing else', () => {
  expect(costOf({}, [plan, extra('RINGBACK')], true)).toBe(1_800 - 180 + 500);
});

it('charges nothing beyond where no offer sets prices', () => {
  expect(costOf({ dataKilobytes: 9 * GIGABYTE }, [extra('BROADBAND')])).toBe(500);
});

it.each([
  [null, true],
  ['2026-11-21', true],
  ['2026-11-20', false],
  ['2013-12-31', false],
])('calls an offer whose sale ends on %s sold after 2026-11-20: %s', (saleEndedOn, sold) => {
  expect(isSoldAfter('2026-11-20', planFact(18, { saleEndedOn }))).toBe(sold);
});
