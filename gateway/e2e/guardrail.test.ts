/** The offer guardrail (F1): by no way of asking does a product become offerable that must not be offered. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { testViewer } from '#kit/testing/viewer';
import { openPanorama, type TestPanorama } from '../testing/test-world.ts';

/** Customers with a product to sell and one to keep them, by what speaks against either. */
const CUSTOMERS = { nothing: 0, feeSensitive: 0, complaining: 0, undisturbed: 0, unscored: 0 };
type Who = keyof typeof CUSTOMERS;

let panorama: TestPanorama;
beforeAll(async () => {
  panorama = await openPanorama({ change });
}, 120_000);
afterAll(() => panorama.close());

/** What the scoring job and the contact system would have written of these. */
function change(dataDir: string): void {
  const analytics = new BetterSqlite3(join(dataDir, 'analytics.sqlite'));
  const contacts = new BetterSqlite3(join(dataDir, 'contacts.sqlite'));
  const asked = contacts
    .prepare<[], number>("select customer_id from response where outcome = 'DO_NOT_DISTURB'")
    .pluck()
    .all();
  const free = analytics
    .prepare<[], number>("select customer_id from opportunity where kind = 'SALE' order by customer_id")
    .pluck()
    .all()
    .filter((id) => !asked.includes(id));
  for (const [at, who] of (Object.keys(CUSTOMERS) as Who[]).entries()) {
    const id = free[at];
    if (id === undefined) throw new Error('Too few customers have a product to sell.');
    CUSTOMERS[who] = id;
    analytics
      .prepare(
        `insert into opportunity select 900000000 + ?, customer_id, subscriber_id, 'RETENTION', offer_id, 1,
           reason_code, reason_zh, reason_en, numbers, 1
         from opportunity where customer_id = ? and kind = 'SALE' limit 1`,
      )
      .run(at, id);
    analytics
      .prepare("delete from score where subject = 'CUSTOMER' and subject_id = ? and kind = 'FEE_SENSITIVITY'")
      .run(id);
    if (who !== 'unscored') {
      const [value, band] = who === 'feeSensitive' ? [90, 'HIGH'] : [40, 'LOW'];
      analytics
        .prepare(
          "insert into score values ('CUSTOMER', ?, 'FEE_SENSITIVITY', ?, ?, '[]', 'test-1', '2026-11-20', 1)",
        )
        .run(id, value, band);
    }
  }
  const { complaining, undisturbed } = CUSTOMERS;
  contacts
    .prepare(
      `insert into ticket (ticket_id, accepted_at, business_type, due_at, status, accepted_by_staff_id, complaint_class,
         severity, escalated, reopened) values (?, 1795000000, '资费', 1796000000, '01', 'A000001', 'CHARGES', 'MINOR', 0, 0)`,
    )
    .run(complaining * 10_000 + 9_999);
  contacts
    .prepare(
      `insert into response (treatment_id, response_id, customer_id, outcome, responded_at, channel)
       values (99, 99, ?, 'DO_NOT_DISTURB', 1700000000, 'OUTBOUND')`,
    )
    .run(undisturbed);
  analytics.close();
  contacts.close();
}

const QUERY = `query ($id: ID!) {
  plain: customer(customerId: $id) { opportunities { kind state stateReason stateReasons { code textZh textEn } } }
  again: customer(customerId: $id) {
    all: opportunities { says: state }
    sale: opportunities(kind: SALE) { state }
    ...F
  }
}
fragment F on Customer { keep: opportunities(kind: RETENTION) { ... on Opportunity { state } } openComplaintCount }`;

async function answersAbout(
  who: Who,
  asking: Pick<TestPanorama, 'run' | 'query'> = panorama,
): Promise<string> {
  const customerId = String(CUSTOMERS[who]);
  const line = await panorama.query(
    `{ customer(customerId: "${customerId}") { subscribers { serviceNumber } } }`,
  );
  const number = line.data.customer.subscribers[0].serviceNumber;
  const answers = [
    await asking.run('screen-pop', { number }),
    await asking.run('customer-view', { customerId }),
    await asking.run('retail-counter', { by: 'SERVICE_NUMBER', value: number }),
    await asking.query(QUERY, { id: customerId }),
  ];
  const text = JSON.stringify(answers.map(({ data }) => data));
  // Else nothing was looked at.
  expect(text).toContain('"opportunities"');
  return text;
}

async function statesOf(who: Who): Promise<Record<string, unknown>> {
  const { data, errors } = await panorama.query(QUERY, { id: String(CUSTOMERS[who]) });
  expect(errors).toBeUndefined();
  const { plain, again } = data;
  const kinds = plain.opportunities.map(({ kind }: { kind: string }) => kind).sort();
  expect(kinds).toEqual(['RETENTION', 'SALE']);
  const states = [...plain.opportunities, ...again.all, ...again.sale, ...again.keep].map(
    ({ state, says }: { state?: string; says?: string }) => state ?? says,
  );
  const [{ stateReason, stateReasons }] = plain.opportunities;
  return {
    states: [...new Set(states)],
    stateReason,
    codes: stateReasons.map(({ code }: { code: string }) => code),
  };
}

describe('a product', () => {
  it('is offerable to whom nothing speaks against it, by every document', async () => {
    expect(await statesOf('nothing')).toEqual({ states: ['OFFERABLE'], stateReason: null, codes: [] });
    expect((await answersAbout('nothing')).match(/"OFFERABLE"/g)?.length).toBeGreaterThan(6);
  });

  it.each<[Who, string, string]>([
    ['feeSensitive', 'WITHHELD', 'FEE_SENSITIVITY_HIGH'],
    ['complaining', 'WITHHELD', 'OPEN_COMPLAINT'],
    ['undisturbed', 'WITHHELD', 'DO_NOT_DISTURB'],
    ['unscored', 'UNCHECKED', 'FEE_SENSITIVITY_UNKNOWN'],
  ])('is not offerable to the %s: %s', async (who, state, code) => {
    expect(await statesOf(who)).toEqual({
      states: [state],
      stateReason: expect.stringMatching(/\p{Script=Han}/u),
      codes: [code],
    });
    expect(await answersAbout(who)).not.toContain('"OFFERABLE"');
  });

  it('is offerable to nobody while contacts is down', async () => {
    const broken = await panorama.without('contacts');
    for (const who of Object.keys(CUSTOMERS) as Who[]) {
      expect(await answersAbout(who, broken)).not.toContain('"OFFERABLE"');
    }
    const { data } = await broken.query(QUERY, { id: String(CUSTOMERS.nothing) });
    expect(data.plain.opportunities).toMatchObject([
      { state: 'UNCHECKED', stateReasons: [{ code: 'CONTACTS_UNKNOWN' }] },
      { state: 'UNCHECKED' },
    ]);
    await broken.close();
  });

  it('is shown to nobody who may not see contacts, whose facts its state tells', async () => {
    const asking = await panorama.as(
      testViewer({ scopes: ['customer:read', 'subscriber:read', 'analytics:read', 'explore'] }),
    );
    const { data, errors } = await asking.query(QUERY, { id: String(CUSTOMERS.nothing) });
    await asking.close();

    expect(data.plain.opportunities).toBeNull();
    expect(errors?.every(({ extensions: { code } }) => code === 'FORBIDDEN')).toBe(true);
  });
});
