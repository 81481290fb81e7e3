/** What a stranger to the project would try: each named case, through the trusted documents. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPanorama, type TestPanorama } from '../testing/test-world.ts';

let panorama: TestPanorama;
beforeAll(async () => {
  panorama = await openPanorama();
}, 120_000);
afterAll(() => panorama.close());

// biome-ignore lint/suspicious/noExplicitAny: the shape is the query's, and a wrong guess fails the test.
async function popUp(id: string): Promise<any> {
  const found = panorama.world.world.namedCases.find((named) => named.id === id);
  const { data, errors } = await panorama.run('screen-pop', { number: found?.serviceNumber });
  expect(errors).toBeUndefined();
  return data.customerLookup;
}

describe('named cases', () => {
  it('answer screen-pop and customer-view without an error', async () => {
    for (const { id, serviceNumber, customerId } of panorama.world.world.namedCases) {
      const pop = await panorama.run('screen-pop', { number: serviceNumber });
      const view = await panorama.run('customer-view', { customerId });
      expect({ id, errors: [pop.errors, view.errors] }).toEqual({ id, errors: [undefined, undefined] });
      expect(view.data.customer).toMatchObject({ customerId, synthetic: true });
    }
  });

  it('give the first one data of all four systems in one query', async () => {
    const { matches, outcome } = await popUp(panorama.world.world.namedCases[0]?.id ?? '');
    expect(outcome).toBe('ONE');
    expect(matches[0].customer).toMatchObject({
      name: expect.any(String),
      idDocument: { numberMasked: expect.stringMatching(/^.\*{16}.$/) },
      accounts: [
        {
          bills: expect.arrayContaining([
            {
              month: '2026-10',
              totalFen: expect.any(Number),
              unpaidFen: expect.any(Number),
              state: expect.any(String),
            },
          ]),
        },
      ],
      marketingHistory: { count: expect.any(Number) },
      contacts: { totalCount: expect.any(Number) },
    });
  });

  it('invent no score: each says that it is not computed', async () => {
    const { matches } = await popUp(panorama.world.world.namedCases[0]?.id ?? '');
    expect(matches[0].customer.scores.length).toBe(5);
    for (const score of matches[0].customer.scores) {
      expect(score).toMatchObject({ state: 'NOT_COMPUTED', value: null, band: null });
    }
  });
});
