import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FORBIDDEN } from '#kit/testing/reach';
import { PURPOSES, type ViewerClaims } from '#kit/viewer';
import { type Crm, createCrm } from './testing/crm.ts';

let crm: Crm;
beforeEach(async () => {
  crm = await createCrm();
});
afterEach(() => crm.remove());

const REVEAL = `mutation ($input: RevealInput!) { reveal(input: $input) { field value revealedAt } }`;
const REASON = '客户来电核对资料';

/** A supervisor, who sees everybody masked. */
async function reveal(input: object = {}, claims: Partial<ViewerClaims> = {}) {
  const given = {
    customerId: '1001',
    field: 'ID_DOCUMENT',
    purpose: 'SERVICE_REQUEST',
    reason: REASON,
    ...input,
  };
  return crm.as({ subject: 'S000007', scopes: ['reveal'], ...claims }).ask(REVEAL, { input: given });
}

describe('reveal', () => {
  it.each([
    ['NAME', '测试1001'],
    ['SERVICE_NUMBERS', '13901002002,13808002001'],
    ['ID_DOCUMENT', '51019919900101001'],
    ['CONTACT_PHONE', '13808009999'],
    ['EMAIL', 'a.wang@example.com'],
    ['ADDRESS', '四川省成都市武侯区人民南路四段1号'],
    ['MAILING_ADDRESS', '重庆市渝中区中山路2号'],
  ])('shows %s in clear', async (field, value) => {
    const { data, errors } = await reveal({ field });

    expect(errors).toBeUndefined();
    expect(data.reveal).toMatchObject({ field, value });
    expect(Math.abs(Date.parse(data.reveal.revealedAt) - Date.now())).toBeLessThan(60_000);
  });

  it.each(['SERVICE_NUMBERS', 'CONTACT_PHONE', 'EMAIL', 'ADDRESS', 'MAILING_ADDRESS'])(
    'shows null where there is no %s, on record all the same',
    async (field) => {
      const { data, errors } = await reveal({ customerId: '1003', field });

      expect(errors).toBeUndefined();
      expect(data.reveal.value).toBeNull();
      expect(crm.trail.entries).toHaveLength(1);
    },
  );

  it('puts on record who, as what, whose, which field, and why, and no value', async () => {
    await reveal();

    expect(crm.trail.entries).toEqual([
      {
        kind: 'REVEAL',
        subject: 'S000007',
        role: 'SUPERVISOR',
        channel: 'HOTLINE',
        customers: ['1001'],
        operation: 'reveal',
        fields: ['RevealField.ID_DOCUMENT'],
        purpose: 'SERVICE_REQUEST',
        reason: REASON,
        outcome: 'OK',
      },
    ]);
  });

  it('shows nothing, and reads nothing of the customer, where that can not be recorded', async () => {
    crm.trail.fail();
    crm.statements.length = 0;
    const answer = await reveal();

    expect(answer).toMatchObject({
      data: { reveal: null },
      errors: [{ path: ['reveal'], extensions: { code: 'AUDIT_UNAVAILABLE', retryable: true } }],
    });
    expect(crm.statements.filter((sql) => /document_number|contact_phone/.test(sql))).toEqual([]);

    crm.trail.recover();
    expect((await reveal()).data.reveal.value).toBe('51019919900101001');
  });

  it('stops at twenty an hour for each person', async () => {
    for (let nth = 0; nth < 20; nth++) expect((await reveal()).errors).toBeUndefined();

    expect(await reveal({ customerId: '1002' })).toMatchObject({
      data: { reveal: null },
      errors: [{ extensions: { code: 'LIMIT_REACHED' } }],
    });
    expect((await reveal({}, { subject: 'S000008' })).errors).toBeUndefined();
  });

  it('counts each of several in one request', async () => {
    const aliased = Array.from({ length: 25 }, (_, nth) => `r${nth}: reveal(input: $input) { value }`);
    const { data } = await crm.as({}).ask(`mutation ($input: RevealInput!) { ${aliased.join(' ')} }`, {
      input: { customerId: '1001', field: 'NAME', purpose: 'AUDIT', reason: REASON },
    });

    expect(Object.values(data).filter((shown) => shown !== null)).toHaveLength(20);
  });

  it.each([
    ['who is out of reach', '1001', { reach: { kind: 'REGIONS', regions: ['11'] } }],
    ['of another manager', '1001', { reach: { kind: 'PORTFOLIO', staffId: 'V100002' } }],
    ['who is somebody else', '1001', { reach: { kind: 'SELF', customerId: '1002' } }],
    ['who does not exist', '999999', {}],
    ['whose id is none', 'nobody', {}],
  ] as const)('shows nothing of a customer %s', async (_who, customerId, claims) => {
    expect(await reveal({ customerId }, claims)).toEqual({
      data: { reveal: null },
      errors: [expect.objectContaining({ path: ['reveal'], ...FORBIDDEN })],
    });
    expect(crm.trail.entries).toEqual([]);
  });

  it.each([
    ['without the scope', { scopes: ['customer:read', 'customer:identity'] }, 'FORBIDDEN'],
    ['while nothing can be recorded', { policies: [] }, 'AUDIT_UNAVAILABLE'],
  ])('is refused %s', async (_when, claims, code) => {
    const answer = await reveal({}, claims);

    expect(answer).toMatchObject({ data: { reveal: null }, errors: [{ extensions: { code } }] });
    expect(crm.trail.entries).toEqual([]);
  });

  it.each(['核对', '客户 13800138000 来电'])('refuses the reason %s', async (reason) => {
    const answer = await reveal({ reason });

    expect(answer).toMatchObject({
      data: { reveal: null },
      errors: [{ path: ['reveal'], extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(JSON.stringify(answer)).not.toContain('13800138000');
    expect(crm.trail.entries).toEqual([]);
  });
});

it('has the purposes that a viewer may have', async () => {
  const { data } = await crm.ask('{ __type(name: "Purpose") { enumValues { name } } }');
  expect(data.__type.enumValues.map(({ name }: { name: string }) => name)).toEqual([...PURPOSES]);
});
