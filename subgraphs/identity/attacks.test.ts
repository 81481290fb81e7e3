/** What somebody would try who may ask, and means no good. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readReceipt } from '#kit/receipt';
import type { Asked } from '#kit/testing/ask';
import type { TestStore } from '#kit/testing/store';
import { createIdentity, createIdentityStore, type Identity } from './testing/identity.ts';
import { PEOPLE } from './testing/people.ts';

const AUTHENTICATE = `mutation ($input: AuthenticateInput!) {
  authenticate(input: $input) { outcome receipt mustChangePassword allowedUses customer { customerId } }
}`;
const CLERK = { subject: 'R000001', role: 'RETAIL_CLERK', channel: 'RETAIL' } as const;
const CARD = { method: 'MEMBER_CARD', by: 'MEMBER_CARD', value: 'VIP0001' };

let kept: TestStore;
let identity: Identity;
beforeAll(async () => {
  kept = await createIdentityStore();
});
afterAll(() => kept.remove());
beforeEach(async () => {
  identity = await createIdentity(PEOPLE, kept);
});
afterEach(() => identity.close());

async function tryPassword(asker: Asked, password: string, value = '13808000201') {
  const passwordBlock = await identity.collector.seal(password);
  const { data, errors } = await asker.ask(AUTHENTICATE, {
    input: { method: 'SERVICE_PASSWORD', by: 'SERVICE_NUMBER', value, passwordBlock },
  });
  return errors ? { code: errors[0].extensions.code as string } : data.authenticate;
}

/** What is said of a change of password to `802651`. */
async function change(asker: Asked, receipt: string, subscriberId: string) {
  const newPasswordBlock = await identity.collector.seal('802651');
  const { data, errors } = await asker.ask(
    'mutation ($input: ChangeServicePasswordInput!) { changeServicePassword(input: $input) { changed } }',
    { input: { receipt, subscriberId, newPasswordBlock } },
  );
  return errors ? (errors[0].extensions.code as string) : data.changeServicePassword;
}

const inWebHall = (customerId: string): Asked =>
  identity.as({
    subject: 'WEB000001',
    role: 'WEB_HALL',
    channel: 'WEB',
    reach: { kind: 'SELF', customerId },
  });

describe('a customer out of reach', () => {
  it('is nobody, with the right password too', async () => {
    const outside = [
      inWebHall('2'),
      identity.as({ reach: { kind: 'REGIONS', regions: ['44'] } }),
      identity.as({ reach: { kind: 'NOBODY' } }),
    ];
    for (const asker of outside) {
      expect(await tryPassword(asker, '135790')).toEqual({
        outcome: 'FAILED',
        receipt: null,
        mustChangePassword: false,
        allowedUses: [],
        customer: null,
      });
    }
    expect(await tryPassword(inWebHall('1'), '135790')).toMatchObject({ outcome: 'PASSED' });
  });

  it('is on record as who was tried', async () => {
    await tryPassword(inWebHall('2'), '135790');
    expect(identity.trail.entries.map(({ customers, outcome }) => [customers, outcome])).toEqual([
      [['1'], 'TRY SERVICE_PASSWORD'],
      [['1'], 'FAILED'],
    ]);
  });

  it('can not be closed by others', async () => {
    for (let at = 0; at < 6; at++) await tryPassword(inWebHall('2'), '602914');
    expect(await tryPassword(inWebHall('1'), '135790')).toMatchObject({ outcome: 'PASSED' });
  });
});

describe('a club card', () => {
  it('that has run out proves nothing', async () => {
    await identity.close();
    const [card = {}] = PEOPLE['membership'] ?? [];
    identity = await createIdentity(
      { ...PEOPLE, membership: [{ ...card, valid_until: '2026-11-19' }] },
      kept,
    );

    const { data } = await identity.as(CLERK).ask(AUTHENTICATE, { input: CARD });
    expect(data.authenticate).toMatchObject({ outcome: 'FAILED', customer: null });
  });

  it('opens nothing that staff, who see its number, could not see without', async () => {
    const { data } = await identity.as(CLERK).ask(AUTHENTICATE, { input: CARD });
    expect(data.authenticate).toMatchObject({ outcome: 'PASSED', receipt: null, allowedUses: ['VIEW'] });
  });
});

describe('the document shown', () => {
  const shown = { method: 'ID_DOCUMENT', by: 'ID_DOCUMENT', value: '51019919900101011X' };
  const show = (asker: Asked): ReturnType<Asked['ask']> => asker.ask(AUTHENTICATE, { input: shown });

  it('is not believed of who had it shown in clear, however long ago', async () => {
    const revealed = {
      kind: 'REVEAL',
      subject: CLERK.subject,
      role: CLERK.role,
      channel: CLERK.channel,
      customers: ['1'],
      operation: 'reveal',
      fields: ['RevealField.ID_DOCUMENT'],
      purpose: 'SERVICE_REQUEST',
      outcome: 'OK',
    } as const;
    await identity.trail.append(revealed);
    for (let at = 0; at < 300; at++) await identity.trail.append({ ...revealed, kind: 'VIEW', fields: [] });
    const { errors } = await show(identity.as(CLERK));

    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const { data } = await show(identity.as({ ...CLERK, subject: 'R000002' }));
    expect(data.authenticate).toMatchObject({ outcome: 'PASSED' });
  });

  it('ends no errors of the password', async () => {
    const agent = identity.as();
    for (let round = 0; round < 5; round++) {
      await tryPassword(agent, '602914');
      await show(identity.as(CLERK));
      await identity.as(CLERK).ask(AUTHENTICATE, { input: CARD });
    }
    expect(await tryPassword(agent, '135790')).toMatchObject({ outcome: 'CLOSED' });
  });
});

describe('what nobody can open', () => {
  it('counts for who sends it, and closes neither the customer nor the address', async () => {
    const input = { method: 'SERVICE_PASSWORD', by: 'SERVICE_NUMBER', value: '13808000201' };
    const send = async (asker: Asked): Promise<unknown> => {
      const { data, errors } = await asker.ask(AUTHENTICATE, { input: { ...input, passwordBlock: 'x' } });
      return errors ? errors[0].extensions.code : data.authenticate.outcome;
    };
    const sent: unknown[] = [];
    for (let at = 0; at < 25; at++) sent.push(await send(identity.as({}, 'one-address')));

    expect(sent.filter((each) => each === 'BAD_USER_INPUT')).toHaveLength(20);
    expect(sent.at(-1)).toBe('CLOSED');
    const other = identity.as({ subject: 'A000002' }, 'one-address');
    expect(await tryPassword(other, '135790')).toMatchObject({ outcome: 'PASSED' });
  });
});

describe('a receipt', () => {
  it('of one line’s password changes no other line’s', async () => {
    await identity.close();
    const [line = {}] = PEOPLE['subscriber'] ?? [];
    const second = { ...line, subscriber_id: 203, service_number: '13808000203' };
    identity = await createIdentity(
      { ...PEOPLE, subscriber: [...(PEOPLE['subscriber'] ?? []), second] },
      kept,
    );
    const agent = identity.as();
    const { receipt } = await tryPassword(agent, '135790');

    expect(await change(agent, receipt, '203')).toBe('NEEDS_AUTHENTICATION');
    expect(await change(identity.as({ subject: 'A000002' }), receipt, '201')).toBe('NEEDS_AUTHENTICATION');
    expect(await change(agent, receipt, '201')).toEqual({ changed: true });
  });

  it('of the document shown sets a password that was forgotten', async () => {
    const input = { method: 'ID_DOCUMENT', by: 'ID_DOCUMENT', value: '51019919900101011X' };
    const { data } = await identity.as(CLERK).ask(AUTHENTICATE, { input });

    expect(await change(identity.as(CLERK), data.authenticate.receipt, '201')).toEqual({ changed: true });
    expect(await tryPassword(identity.as(), '802651')).toMatchObject({ outcome: 'PASSED' });
  });

  it('of an initial password opens no transaction until it is changed', async () => {
    const passed = await tryPassword(identity.as(), '123456', '13808000202');
    const enter = async (): Promise<unknown> => {
      const authenticated = readReceipt(identity.receiptKey, passed.receipt);
      const { data } = await identity
        .as({ authenticated })
        .ask('mutation { enterTransactionFlow(customerId: "2") { authenticated mayTransact } }');
      return data.enterTransactionFlow;
    };

    expect(await enter()).toEqual({ authenticated: true, mayTransact: false });
    await change(identity.as(), passed.receipt, '202');
    expect(await enter()).toEqual({ authenticated: true, mayTransact: true });
  });
});

describe('the log', () => {
  it('has tries that could not be checked, and says why', async () => {
    const agent = identity.as();
    const input = { method: 'SERVICE_PASSWORD', by: 'SERVICE_NUMBER', value: '13808000201' };
    await agent.ask(AUTHENTICATE, { input: { ...input, passwordBlock: 'x' } });
    identity.billing.setDown(true);
    await tryPassword(agent, '135790');

    const tries = await kept.rows('select outcome from authentication order by outcome');
    expect(tries.map(({ outcome }) => outcome)).toEqual(['UNANSWERED', 'UNREADABLE']);
  });

  it('is where counters are: while neither can be written nothing is checked', async () => {
    const letGo = await kept.lock();
    expect(await tryPassword(identity.as(), '135790')).toEqual({ code: 'SOURCE_UNAVAILABLE' });
    expect(identity.billing.evaluated()).toBe(0);
    await letGo();
    expect(await tryPassword(identity.as(), '135790')).toMatchObject({ outcome: 'PASSED' });
  });
});

describe('requests for exports', () => {
  it('are listed to those who may see the customer', async () => {
    const authenticated = {
      authenticationId: 'x',
      customerId: '1',
      subject: CLERK.subject,
      until: Number.MAX_SAFE_INTEGER,
    };
    await identity.as({ ...CLERK, purpose: 'COMPLAINT', authenticated }).ask(
      `mutation { requestRecordExport(input: { subscriberId: "201", month: "2026-10", reason: "客户要求核对通话" }) {
        requestId } }`,
    );
    const listed = async (region: string): Promise<unknown> => {
      const supervisor = identity.as({ subject: 'S000001', reach: { kind: 'REGIONS', regions: [region] } });
      return (await supervisor.ask('{ recordExportRequests { subscriberId } }')).data.recordExportRequests;
    };

    expect(await listed('44')).toEqual([]);
    expect(await listed('5101')).toEqual([{ subscriberId: '201' }]);
  });
});

describe('a clock that is set back', () => {
  it('counts what a staff member did wrong for half an hour more, and then no longer', async () => {
    const agent = identity.as();
    const wrong = (at: number) => tryPassword(agent, '602914', `1399999${String(at).padStart(4, '0')}`);
    for (let at = 0; at < 18; at++) await wrong(at);
    identity.advance(-24 * 3_600_000);
    expect(await wrong(18)).toMatchObject({ outcome: 'FAILED' });
    identity.advance(31 * 60_000);
    expect(await wrong(19)).toMatchObject({ outcome: 'FAILED' });
    expect(await tryPassword(agent, '135790')).toMatchObject({ outcome: 'PASSED' });
  });
});
