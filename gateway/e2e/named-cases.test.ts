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

  it.each([
    ['fee-sensitive', ['HIGH'], ['LOW', 'MEDIUM']],
    ['complaint-sensitive', ['LOW', 'MEDIUM'], ['HIGH']],
    ['fee-and-complaint', ['HIGH'], ['HIGH']],
    ['neither-sensitive', ['LOW'], ['LOW']],
    // One complaint in one month is a high rate, and says little: two events make a HIGH.
    ['newcomer', ['LOW', 'MEDIUM'], ['MEDIUM']],
  ])('%s: fee sensitivity is %s, complaint sensitivity %s', async (id, fees, complaints) => {
    const { matches } = await popUp(id);
    const { scores } = matches[0].customer;
    const bandOf = (wanted: string): unknown =>
      scores.find(({ kind }: { kind: string }) => kind === wanted)?.band;
    expect(fees).toContain(bandOf('FEE_SENSITIVITY'));
    expect(complaints).toContain(bandOf('COMPLAINT_SENSITIVITY'));
  });

  it('are scored with the events that count, and the three-month count beside them', async () => {
    const { matches } = await popUp('complaint-sensitive');
    const { scores, complaints, guidance } = matches[0].customer;
    const score = scores.find(({ kind }: { kind: string }) => kind === 'COMPLAINT_SENSITIVITY');
    expect(score.reasons.length).toBeGreaterThan(1);
    expect(score.reasons[0].textZh).toMatch(/^20\d\d-\d\d-\d\d /);
    expect(complaints.threeMonthCount).toBe(2);
    expect(guidance.map(({ kind }: { kind: string }) => kind)).toContain('SAY');
  });

  it('are offered nothing where fees matter most', async () => {
    for (const id of ['fee-sensitive', 'fee-and-complaint']) {
      const { matches } = await popUp(id);
      const { opportunities, guidance } = matches[0].customer;
      for (const { state } of opportunities) expect(state).toBe('WITHHELD');
      expect(guidance.map(({ kind }: { kind: string }) => kind)).toContain('AVOID');
    }
  });
});
