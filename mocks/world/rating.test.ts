import { expect, test } from '@jest/globals';
import type { WorldOffer } from './model.ts';
import { OFFERS } from './offers.ts';
import { addUse, createTariff, rate, type Usage } from './rating.ts';

const NOTHING: Usage = {
  voiceMinutes: 0,
  smsCount: 0,
  mmsCount: 0,
  cmwapKilobytes: 0,
  cmnetKilobytes: 0,
  valueAddedKilobytes: 0,
  activeDays: 0,
  roamingEvents: 0,
  ringbackChanges: 0,
};

function offer(name: string): WorldOffer {
  const found = OFFERS.find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no offer ${name}.`);
  return found;
}

const inForce = (name: string, inContract = false) => ({ offer: offer(name), inContract, spCode: null });

test('a month without use costs the fees', () => {
  const tariff = createTariff([inForce('全球通山川88套餐'), inForce('来电显示'), inForce('短信包5元')]);

  expect(rate(NOTHING, tariff)).toEqual({
    items: [
      ['PLAN_FEE', 8_800],
      ['FUNCTION', 500],
      ['SMS', 500],
    ],
    chargeFen: 9_800,
    dataChargeFen: 0,
  });
});

test('only what is beyond the allowances costs, and a begun megabyte counts as one', () => {
  const tariff = createTariff([inForce('神州行轻松18套餐')]);
  const use = { ...NOTHING, voiceMinutes: 90, smsCount: 25, cmnetKilobytes: 2 * 1_048_576 + 1 };

  expect(Object.fromEntries(rate(use, tariff).items)).toEqual({
    PLAN_FEE: 1_800,
    VOICE: 250,
    SMS: 50,
    DATA: 2,
  });
});

test('messages, tunes and roaming have their prices', () => {
  const plain = createTariff([inForce('神州行轻松18套餐')]);
  const use = { ...NOTHING, mmsCount: 3, ringbackChanges: 2, roamingEvents: 5 };

  expect(Object.fromEntries(rate(use, plain).items)).toEqual({
    PLAN_FEE: 1_800,
    MMS: 90,
    RINGBACK: 400,
    ROAMING: 900,
  });

  const withPacks = createTariff([inForce('神州行轻松18套餐'), inForce('彩信包月'), inForce('个人彩铃')]);
  expect(Object.fromEntries(rate(use, withPacks).items)).toMatchObject({ MMS: 500, RINGBACK: 900 });
});

test('a tenth of the plan is let off in contract', () => {
  const tariff = createTariff([inForce('全球通山川128套餐', true)]);

  expect(rate(NOTHING, tariff).chargeFen).toBe(12_800 - 1_280);
});

test.each(['DATA', 'VOICE', 'ROAMING'] as const)(
  'a shock by %s adds its amount and shows as that item',
  (cause) => {
    const tariff = createTariff([inForce('全球通山川58套餐')]);
    const use = { ...NOTHING, voiceMinutes: 20, cmnetKilobytes: 1_000 };

    addUse(use, tariff, cause, 5_000);

    const { items, chargeFen } = rate(use, tariff);
    expect(items.map(([code]) => code)).toEqual(['PLAN_FEE', cause]);
    expect(chargeFen).toBeGreaterThanOrEqual(10_800);
    expect(chargeFen).toBeLessThan(11_000);
  },
);

test('a shock too large for border roaming comes from data', () => {
  const tariff = createTariff([inForce('全球通山川58套餐')]);
  const use = { ...NOTHING, roamingEvents: 3 };

  addUse(use, tariff, 'ROAMING', 6_000);

  expect(use.roamingEvents).toBe(3);
  expect(rate(use, tariff).dataChargeFen).toBe(6_000);
});
