import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Crm, createCrm } from './testing/crm.ts';
import { customerRow, PEOPLE } from './testing/people.ts';

const LOOKUP = `
  query ($by: LookupKey!, $value: String!, $asOf: DateTime) {
    customerLookup(by: $by, value: $value, asOf: $asOf) {
      outcome truncated
      matches { role customer { customerId } subscriber { subscriberId } }
      numberOrigin { operator region { name province areaCode } }
    }
  }`;

let crm: Crm;
beforeAll(async () => {
  crm = await createCrm();
});
afterAll(() => crm.remove());

async function lookup(by: string, value: string, asOf?: string) {
  const { data, errors } = await crm.ask(LOOKUP, { by, value, asOf });
  expect(errors).toBeUndefined();
  return data.customerLookup;
}

/** Matches as `customer subscriber ROLE`. */
async function matches(by: string, value: string, asOf?: string): Promise<string[]> {
  const { matches: found } = await lookup(by, value, asOf);
  return found.map(
    (match: {
      role: string;
      customer: { customerId: string };
      subscriber: { subscriberId: string } | null;
    }) => `${match.customer.customerId} ${match.subscriber?.subscriberId ?? '-'} ${match.role}`,
  );
}

describe('a service number', () => {
  it('gives its holder, the line and the place of the number', async () => {
    expect(await lookup('SERVICE_NUMBER', '+86 138-0800-2001')).toEqual({
      outcome: 'ONE',
      truncated: false,
      matches: [{ role: 'HOLDER', customer: { customerId: '1001' }, subscriber: { subscriberId: '2001' } }],
      numberOrigin: {
        operator: 'CHINA_MOBILE',
        region: { name: '成都市', province: '四川省', areaCode: '028' },
      },
    });
  });

  it('answers for the holder at the moment asked about', async () => {
    expect(await matches('SERVICE_NUMBER', '13808002003')).toEqual(['1002 2003 HOLDER']);
    expect(await matches('SERVICE_NUMBER', '13808002003', '2019-06-15T12:00:00+08:00')).toEqual([
      '1003 2004 HOLDER',
    ]);
    expect(await matches('SERVICE_NUMBER', '13808002003', '2019-09-01T12:00:00+08:00')).toEqual([]);
  });

  it('passes from one holder to nobody in the second of the hand-over', async () => {
    expect(await matches('SERVICE_NUMBER', '13808002003', '2019-06-30T17:59:59+08:00')).toHaveLength(1);
    expect(await matches('SERVICE_NUMBER', '13808002003', '2019-06-30T18:00:00+08:00')).toEqual([]);
  });

  it('of nobody still has an origin, as far as the range is placed', async () => {
    expect(await lookup('SERVICE_NUMBER', '13808007777')).toMatchObject({
      outcome: 'NONE',
      matches: [],
      numberOrigin: { operator: 'CHINA_MOBILE', region: { name: '成都市' } },
    });
    expect(await lookup('SERVICE_NUMBER', '13012345678')).toMatchObject({
      numberOrigin: { operator: 'CHINA_UNICOM', region: null },
    });
    expect(await lookup('SERVICE_NUMBER', '15400000000')).toMatchObject({
      outcome: 'NONE',
      numberOrigin: null,
    });
  });
});

describe('other keys', () => {
  it.each([
    ['ID_DOCUMENT', '51019919900101001', ['1001 - HOLDER']],
    ['ACCOUNT', '4002', ['1002 - PAYER']],
    ['BROADBAND_ACCOUNT', 'CD2855551234', ['1005 2005 HOLDER']],
    ['MEMBER_CARD', 'vip42', ['1001 - HOLDER']],
    ['EMAIL', 'A.Wang@example.com', ['1001 - CONTACT']],
    ['CONTACT_PHONE', '13808009999', ['1001 - CONTACT']],
    ['CONTACT_PHONE', '028-55550000', ['1004 - CONTACT', '1009 - CONTACT']],
    ['ACCOUNT', '4999', []],
    ['ACCOUNT', 'nonsense', []],
  ])('%s gives %s', async (by, value, expected) => {
    expect(await matches(by, value)).toEqual(expected);
  });

  it('count customers for the outcome, and have no number origin', async () => {
    expect(await lookup('CONTACT_PHONE', '02855550000')).toMatchObject({
      outcome: 'MANY',
      truncated: false,
      numberOrigin: null,
    });
  });
});

it('shows twenty of more matches, and says that there are more', async () => {
  const many = await createCrm({
    ...PEOPLE,
    customer: Array.from({ length: 30 }, (_, nth) => customerRow(1101 + nth, { email: 'all@example.com' })),
  });

  const { data } = await many.ask(LOOKUP, { by: 'EMAIL', value: 'all@example.com' });

  expect(data.customerLookup).toMatchObject({ outcome: 'MANY', truncated: true });
  expect(data.customerLookup.matches).toHaveLength(20);
  expect(data.customerLookup.matches[0].customer.customerId).toBe('1101');
  await many.remove();
});

it('refuses a bad value without repeating it', async () => {
  const { data, errors } = await crm.ask(LOOKUP, { by: 'SERVICE_NUMBER', value: '1380800secret' });

  expect(data.customerLookup).toBeNull();
  expect(errors).toMatchObject([
    { path: ['customerLookup'], extensions: { code: 'BAD_USER_INPUT', retryable: false } },
  ]);
  expect(JSON.stringify(errors)).not.toContain('secret');
});

it('takes one statement to find and show whoever it is', async () => {
  crm.statements.length = 0;
  await crm.ask(
    '{ customerLookup(by: SERVICE_NUMBER, value: "13808002001") { matches { customer { name } } } }',
  );

  expect(crm.statements).toHaveLength(1);
});

describe('what a lookup would tell', () => {
  it.each([
    ['ID_DOCUMENT', '51019919900101001'],
    ['MEMBER_CARD', 'VIP0001'],
    ['CONTACT_PHONE', '13808009999'],
    ['EMAIL', 'a.wang@example.com'],
  ])('by %s is for those who may see the customer’s identity', async (by, value) => {
    const { data, errors } = await crm.as({ scopes: ['customer:read'] }).ask(LOOKUP, { by, value });

    expect(data.customerLookup).toBeNull();
    expect(errors).toMatchObject([
      {
        message: 'Your role looks customers up by number or account only.',
        extensions: { code: 'FORBIDDEN' },
      },
    ]);
  });

  it('ends after sixty misses within an hour, each on record, and not with hits', async () => {
    const guessing = await createCrm();
    const guesser = guessing.as({ subject: 'X000001' });
    const guess = (value: string) => guesser.ask(LOOKUP, { by: 'SERVICE_NUMBER', value });
    for (let at = 0; at < 60; at++) {
      const { data } = await guess(`1380800${String(7_000 + at)}`);
      expect(data.customerLookup.outcome).toBe('NONE');
    }
    const { data, errors } = await guess('13808007099');
    const hit = await guess('13808002001');
    const others = await guessing.ask(LOOKUP, { by: 'SERVICE_NUMBER', value: '13808007099' });
    await guessing.remove();

    expect(data.customerLookup).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_REACHED' } }]);
    expect(hit.data.customerLookup.outcome).toBe('ONE');
    expect(others.data.customerLookup.outcome).toBe('NONE');
    expect(guessing.trail.entries[0]).toMatchObject({
      kind: 'LOOKUP',
      subject: 'X000001',
      customers: [],
      fields: ['LookupKey.SERVICE_NUMBER'],
      outcome: 'NONE',
    });
    expect(JSON.stringify(guessing.trail.entries)).not.toContain('13808007');
  });
});
