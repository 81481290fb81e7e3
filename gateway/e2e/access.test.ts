/** What people of each role meet: real tokens, the real graph, the real record. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoPanorama, openDemoPanorama } from '../testing/demo-panorama.ts';

const VIP = { customerId: '100000001', number: '13808000002', subscriberId: '200000004' };

let panorama: DemoPanorama;
beforeAll(async () => {
  panorama = await openDemoPanorama();
}, 120_000);
afterAll(() => panorama.close());

const code = ({ errors }: { errors?: readonly { extensions: Record<string, unknown> }[] }): unknown =>
  errors?.[0]?.extensions['code'];

describe('without a valid token', () => {
  it.each([
    ['no token', {}],
    ['something else', { authorization: 'Basic QTAwMDAwMTpzZWNyZXQ=' }],
    ['a made-up one', { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJBMDAwMDAxIn0.' }],
  ])('%s gets 401 and nothing of the graph', async (_, headers) => {
    for (const url of ['/graphql', '/operations/screen-pop', '/operations/no-such-thing']) {
      const answer = await panorama.post(
        url,
        { query: '{ __schema { types { name } } }', number: VIP.number },
        headers,
      );
      expect(answer).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
      expect(answer.data).toBeUndefined();
    }
  });
});

describe('a screen pop', () => {
  it('shows an agent who calls, with the name, whole and without errors', async () => {
    const { status, data, errors } = await panorama.run('hotline-agent', 'screen-pop', {
      number: VIP.number,
    });

    expect([status, errors]).toEqual([200, undefined]);
    expect(data.customerLookup.matches[0].customer).toMatchObject({
      customerId: VIP.customerId,
      name: '黄晨宇',
    });
  });

  it('shows an analyst no name and no document, and says so where they would be', async () => {
    const { data, errors, text } = await panorama.run('analyst', 'screen-pop', { number: VIP.number });
    const [{ customer, subscriber }] = data.customerLookup.matches;

    expect(customer).toMatchObject({ name: null, idDocument: null, customerId: VIP.customerId });
    expect(subscriber.serviceNumber).toBe('138****0002');
    expect(text).not.toContain('黄晨宇');
    expect(errors).toContainEqual(
      expect.objectContaining({
        path: ['customerLookup', 'matches', 0, 'customer', 'name'],
        extensions: expect.objectContaining({ code: 'FORBIDDEN' }) as unknown,
      }),
    );
  });

  it('masks the name for a supervisor', async () => {
    const { data } = await panorama.run('supervisor', 'screen-pop', { number: VIP.number });
    expect(data.customerLookup.matches[0].customer.name).toBe('黄**');
  });

  it('shows an auditor nobody', async () => {
    const answer = await panorama.run('auditor', 'screen-pop', { number: VIP.number });
    expect(answer.data).toEqual({ customerLookup: null });
    expect(code(answer)).toBe('FORBIDDEN');
  });
});

describe('whose data', () => {
  const NAME = 'query ($id: ID!) { customer(customerId: $id) { name } }';

  it('a clerk of Chengdu sees those of Chengdu only, and is not told of others', async () => {
    const { data } = await panorama.query(
      'hotline-agent',
      '{ elsewhere: customerLookup(by: SERVICE_NUMBER, value: "13808000003") { matches { customer { customerId homeRegion { code } } } } }',
    );
    const all = await everybody();
    const far = all.find(({ region }) => region !== '510100')?.id ?? '';
    const near = all.find(({ region }) => region === '510100')?.id ?? '';

    expect(data.elsewhere.matches).toHaveLength(1);
    expect((await panorama.query('retail-clerk', NAME, { id: near })).data.customer.name).toEqual(
      expect.any(String),
    );
    const outside = await panorama.query('retail-clerk', NAME, { id: far });
    const nobody = await panorama.query('retail-clerk', NAME, { id: '999999999' });
    expect(outside.data).toEqual({ customer: null });
    expect(outside.errors).toEqual(nobody.errors);
    expect(code(outside)).toBe('FORBIDDEN');
  });

  it('a manager sees their own portfolio, and of another manager’s nothing', async () => {
    const own = await panorama.run('vip-manager', 'vip-portfolio', { staffId: 'V000001' });
    const other = await panorama.run('vip-manager', 'vip-portfolio', { staffId: 'V000002' });

    expect(own.data.staffMember.portfolio.totalCount).toBe(100);
    expect(other.data.staffMember.portfolio).toMatchObject({ nodes: [], totalCount: 0 });
  });

  it('a group manager sees their units and the members', async () => {
    const own = await panorama.run('group-manager', 'group-account', { customerId: '100000015' });
    expect(own.errors).toBeUndefined();
    expect(own.data.groupCustomer.members.totalCount).toBeGreaterThan(100);
    expect(code(await panorama.query('group-manager', NAME, { id: '100000000' }))).toBe('FORBIDDEN');
  });

  it('the web hall shows customers themselves alone', async () => {
    const own = await panorama.run('web-hall', 'web-self-service', { customerId: VIP.customerId });
    expect(own.errors).toBeUndefined();
    expect(code(await panorama.run('web-hall', 'web-self-service', { customerId: '100000000' }))).toBe(
      'FORBIDDEN',
    );
    const lookup = await panorama.run('ivr', 'ivr-balance', { number: '13808000001' });
    expect(lookup.data.customerLookup.matches).toEqual([]);
  });

  async function everybody(): Promise<{ id: string; region: string }[]> {
    const { namedCases } = panorama.world.world;
    const found = await Promise.all(
      namedCases.slice(0, 40).map(async ({ customerId }) => {
        const { data } = await panorama.query(
          'hotline-agent',
          'query ($id: ID!) { customer(customerId: $id) { homeRegion { code } } }',
          { id: customerId },
        );
        return { id: customerId, region: String(data.customer?.homeRegion?.code) };
      }),
    );
    return found;
  }
});

describe('itemised records', () => {
  const ask = (headers: Record<string, string> = {}) =>
    panorama.run('hotline-agent', 'usage-records', { subscriberId: VIP.subscriberId }, headers);

  it('open with a purpose and a customer who proved to be one, and with neither alone', async () => {
    expect(code(await ask())).toBe('NEEDS_PURPOSE');
    expect(code(await ask({ 'panorama-purpose': 'BILL_ENQUIRY' }))).toBe('NEEDS_AUTHENTICATION');

    const passwordBlock = await panorama.world.collector.seal('135790');
    const input = { method: 'SERVICE_PASSWORD', by: 'SERVICE_NUMBER', value: VIP.number, passwordBlock };
    const { data } = await panorama.run('hotline-agent', 'authenticate', { input });
    expect(data.authenticate).toMatchObject({ outcome: 'PASSED', customer: { vipGrade: 'DIAMOND' } });

    const headers = {
      'panorama-purpose': 'BILL_ENQUIRY',
      'panorama-authentication': data.authenticate.receipt,
    };
    const opened = await ask(headers);
    expect(opened.errors).toBeUndefined();
    expect(opened.data.subscriber.usageRecords.totalCount).toBeGreaterThan(0);
    // It counts for who got it, and for that customer.
    const colleague = await panorama.run(
      'vip-seat',
      'usage-records',
      { subscriberId: VIP.subscriberId },
      headers,
    );
    expect(code(colleague)).toBe('NEEDS_AUTHENTICATION');
    const other = await panorama.run(
      'hotline-agent',
      'usage-records',
      { subscriberId: '200000000' },
      headers,
    );
    expect(code(other)).toMatch(/NEEDS_AUTHENTICATION|FORBIDDEN/);
  });
});

describe('a person who is demoted', () => {
  it('is refused soon, with the token that worked, and let in with a new one', async () => {
    const token = { authorization: `Bearer ${await panorama.token('vip-seat')}` };
    const ask = () => panorama.post('/operations/screen-pop', { number: VIP.number }, token);
    expect((await ask()).status).toBe(200);

    await panorama.post('/demo/personas/vip-seat/demote', {});
    while ((await ask()).status === 200) await new Promise((resolve) => setTimeout(resolve, 20));
    const anew = { authorization: `Bearer ${await panorama.token('vip-seat')}` };
    expect((await panorama.post('/operations/screen-pop', { number: VIP.number }, anew)).status).toBe(200);
  });
});

describe('the record', () => {
  it('tells customers who looked at them', async () => {
    await panorama.run(
      'hotline-agent',
      'screen-pop',
      { number: VIP.number },
      { 'panorama-purpose': 'COMPLAINT' },
    );
    const { data, errors } = await panorama.run('web-hall', 'who-looked', {
      customerId: VIP.customerId,
      first: 1,
    });

    expect(errors).toBeUndefined();
    expect(data.accessRecords.nodes[0]).toMatchObject({
      kind: 'VIEW',
      subject: 'A000001',
      role: 'HOTLINE_AGENT',
      purpose: 'COMPLAINT',
      operation: 'screen-pop',
      fields: expect.arrayContaining(['Customer.name', 'Customer.idDocument']) as unknown,
    });
  });

  it('has what was refused too', async () => {
    await panorama.query('retail-clerk', '{ customer(customerId: "999999999") { segment } }');
    const { data } = await panorama.run('auditor', 'who-looked', { customerId: '999999999' });
    expect(data.accessRecords.nodes[0]).toMatchObject({
      kind: 'REFUSAL',
      subject: 'R000001',
      outcome: 'FORBIDDEN',
    });
  });
});

describe('ten thousand tries in one request', () => {
  it('are refused before any of them', async () => {
    const tries = Array.from(
      { length: 10_000 },
      (_, at) =>
        `t${at}: authenticate(input: { method: SERVICE_PASSWORD, by: SERVICE_NUMBER, value: "13808000002", passwordBlock: "${at}" }) { outcome }`,
    );
    for (const count of [10_000, 200, 2]) {
      const { status, errors } = await panorama.query(
        'hotline-agent',
        `mutation { ${tries.slice(0, count).join(' ')} }`,
      );
      expect(status).toBeGreaterThanOrEqual(400);
      expect(errors?.[0]?.extensions['code']).toMatch(/TOO_MANY|BODY_TOO_LARGE/);
    }
    const { data } = await panorama.run('auditor', 'authentication-statistics', {
      from: '2020-01-01',
      to: '2020-12-31',
      by: [],
    });
    expect(data).not.toBeNull();
  });
});

describe('the processes of subgraphs', () => {
  it('wrote nothing of whom they were asked about', () => {
    const isDistributed = globalThis.panoramaForm === 'distributed';
    const written = panorama.world.output();

    expect(written.includes('crm is serving')).toBe(isDistributed);
    expect(written).not.toMatch(/13808000002|黄晨宇|135790|100000001/);
  });
});
