import { beforeAll, expect, it } from '@jest/globals';
import type { World, WorldOffer, WorldSubscriber } from '../model.ts';
import { createTariff, type InForce, rate } from '../rating.ts';
import { recordRows, type Written } from '../testing/record-rows.ts';
import { createWorld, MIN_CUSTOMERS } from '../world.ts';
import { createAnalyticsWriter } from './analytics.ts';

let world: World;
let written: Written;

function writeWorld(of: World): Written {
  const customers = Array.from({ length: of.size }, (_, index) => of.customer(index));
  return recordRows(createAnalyticsWriter, of, customers);
}

/** What a line pays for today, as the price list sees it. */
function inForceOf(
  { subscriptions }: WorldSubscriber,
  today: string,
  offers: ReadonlyMap<number, WorldOffer>,
): InForce[] {
  return subscriptions
    .filter(({ endedOn }) => endedOn === null || endedOn >= today)
    .map(({ offerId, contractEndsOn, spCode }) => ({
      offer: offers.get(offerId) as WorldOffer,
      inContract: contractEndsOn !== null && contractEndsOn >= today,
      spCode,
    }));
}

/** The numbers behind a recommendation, by name. */
function figuresOf(numbers: unknown): Readonly<Record<string, number>> {
  const list: readonly { name: string; value: number }[] = JSON.parse(String(numbers));
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

beforeAll(() => {
  world = createWorld({ seed: 1, customers: MIN_CUSTOMERS });
  written = writeWorld(world);
});

it('writes the same from the same seed', () => {
  expect(writeWorld(createWorld({ seed: 1, customers: MIN_CUSTOMERS })).tables).toEqual(written.tables);
});

it.each([
  ['subscriber_ref', ['customer_id', 'subscriber_id']],
  ['feature_month', ['subscriber_id', 'month']],
  ['treatment', ['treatment_id']],
  ['opportunity', ['opportunity_id']],
  ['segment_membership', ['customer_id', 'code']],
])('writes no key of %s twice', (table, columns) => {
  const keys = written.rows(table).map((row) => columns.map((column) => row[column]).join(' '));
  expect(keys.length).toBeGreaterThan(0);
  expect(new Set(keys).size).toBe(keys.length);
});

it('charges what the bills of the lines charge', () => {
  let truth = 0;
  for (let index = 0; index < world.size; index++) {
    for (const { months } of world.customer(index).subscribers) {
      truth += months.reduce((sum, { chargeFen }) => sum + chargeFen, 0);
    }
  }
  expect(written.rows('feature_month').reduce((sum, row) => sum + Number(row['charge_fen']), 0)).toBe(truth);
});

it('recommends what is sold, at most three for each line, ranked without gaps', () => {
  const sold = new Set(
    world.catalogue.offers.filter(({ saleEndedOn }) => saleEndedOn === null).map(({ offerId }) => offerId),
  );
  const opportunities = written.rows('opportunity');
  const lines = new Map(
    written.rows('subscriber_ref').map((row) => [row['subscriber_id'], row['customer_id']]),
  );

  expect(opportunities.filter(({ offer_id }) => !sold.has(Number(offer_id)))).toEqual([]);
  expect(
    opportunities.filter(
      ({ subscriber_id, customer_id }) => lines.get(subscriber_id ?? null) !== customer_id,
    ),
  ).toEqual([]);
  for (const ofLine of Map.groupBy(opportunities, (row) => row['subscriber_id']).values()) {
    expect(ofLine.length).toBeLessThanOrEqual(3);
  }
  for (const ofCustomer of Map.groupBy(opportunities, (row) => row['customer_id']).values()) {
    expect(ofCustomer.map(({ rank_no }) => rank_no)).toEqual(ofCustomer.map((_, index) => index + 1));
  }
});

it('saves at least what it says: re-rated, no month of the last three costs more than promised', () => {
  const offers = new Map(world.catalogue.offers.map((offer) => [offer.offerId, offer]));
  const lines = new Map(
    Array.from({ length: world.size }, (_, index) => world.customer(index).subscribers)
      .flat()
      .map((line) => [line.subscriberId, line]),
  );
  const promises = written
    .rows('opportunity')
    .filter(({ reason_code }) => reason_code === 'DATA_LITTLE_USED');
  expect(promises.length).toBeGreaterThan(0);

  for (const { subscriber_id, offer_id, numbers } of promises) {
    const line = lines.get(Number(subscriber_id)) as WorldSubscriber;
    const proposed = offers.get(Number(offer_id)) as WorldOffer;
    const figure = figuresOf(numbers);
    const current = inForceOf(line, world.today, offers);
    const replaced = current.findIndex(
      ({ offer }) => offer.kind === proposed.kind && offer.monthlyFeeFen === figure['currentFee'],
    );
    const after = createTariff(current.with(replaced, { offer: proposed, inContract: false, spCode: null }));
    const saving = Number(figure['currentFee']) - Number(figure['proposedFee']);

    expect(saving).toBeGreaterThan(0);
    for (const month of line.months.slice(-4, -1)) {
      expect(rate(month, after).chargeFen + saving).toBeLessThanOrEqual(
        rate(month, createTariff(current)).chargeFen,
      );
    }
  }
});

it('proposes only plans that cover the use', () => {
  const exchanges = written
    .rows('opportunity')
    .filter(({ reason_code }) => reason_code !== 'CONTRACT_RENEWAL');
  const short = exchanges.filter(({ numbers }) => {
    const figure = figuresOf(numbers);
    return ['Data', 'Voice', 'Sms'].some(
      (what) => Number(figure[`most${what}`]) > Number(figure[`proposed${what}`]),
    );
  });
  expect(short).toEqual([]);
});

it('fits its texts into their columns', () => {
  for (const { reason_zh, reason_en } of written.rows('opportunity')) {
    expect(String(reason_zh).length).toBeLessThanOrEqual(200);
    expect(String(reason_en).length).toBeLessThanOrEqual(300);
  }
});

it('says of every product offered what kind it is, and gives a reason to retention only', () => {
  for (const { offer_id, product_type, campaign_kind, reason } of written.rows('treatment')) {
    expect(product_type === null).toBe(offer_id === null);
    expect(reason !== null).toBe(campaign_kind === 'RETAIN');
  }
});
