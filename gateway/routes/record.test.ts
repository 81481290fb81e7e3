/** The record over HTTP: real sockets, what a subgraph sends and what anybody else does. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { createRemoteTrail, RECORD_PATH, RECORD_TAG } from '#kit/audit/remote-trail';
import { testEntry } from '#kit/audit/testing/record';
import type { AuditTrail } from '#kit/audit/trail';
import { createSigner } from '#kit/signed-context';
import { type MemoryTrail, memoryTrail } from '#kit/testing/trail';
import { recordRoute } from './record.ts';

const KEYS = [{ id: 'k1', secret: randomBytes(32) }];
const ACT = testEntry({ kind: 'REVEAL', operation: 'reveal', reason: '补卡核对证件' });
const UNAVAILABLE = { extensions: { code: 'AUDIT_UNAVAILABLE', retryable: true } };

let kept: MemoryTrail;
let app: FastifyInstance;
let trail: AuditTrail;
beforeEach(async () => {
  kept = memoryTrail();
  app = fastify({ trustProxy: true });
  await app.register(recordRoute, { trail: kept, contextKeys: KEYS });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  trail = createRemoteTrail({ url, from: 'crm', contextKeys: KEYS });
});
afterEach(async () => {
  await trail.close();
  await app.close();
});

describe('a subgraph', () => {
  it('has its entries kept as it gave them', async () => {
    await trail.append(ACT);

    expect(kept.entries).toEqual([ACT]);
    expect(trail.isHealthy).toBe(true);
  });

  it('is told that a limit is reached, and then nothing is kept', async () => {
    await trail.append(ACT, { perHour: 1 });

    await expect(trail.append(ACT, { perHour: 1 })).rejects.toMatchObject({
      message: 'You have done this too often within the hour.',
      extensions: { code: 'LIMIT_REACHED', retryable: false },
    });
    expect(kept.entries).toHaveLength(1);
  });

  it('reads what is on record of a customer', async () => {
    await trail.append(ACT);
    await trail.append(testEntry({ kind: 'LOOKUP', customers: ['1'] }));
    await trail.append(ACT);
    const [customer = ''] = ACT.customers;

    expect((await trail.about(customer, 10, null)).map(({ seq }) => seq)).toEqual([3, 1]);
    expect(await trail.about(customer, 10, 3, { kind: 'REVEAL', subject: ACT.subject })).toMatchObject([
      { seq: 1, reason: ACT.reason },
    ]);
    expect(await trail.about(customer, 10, null, { kind: 'EXPORT', subject: ACT.subject })).toEqual([]);
  });

  it('is told when entries can not be kept, and when they can again', async () => {
    kept.fail();
    await expect(trail.append(ACT)).rejects.toMatchObject(UNAVAILABLE);
    expect(trail.isHealthy).toBe(false);

    kept.recover();
    await trail.append(ACT);
    expect(trail.isHealthy).toBe(true);
  });

  it('records nothing that is the gateway’s to record', async () => {
    for (const kind of ['REFUSAL', 'ALERT', 'ROLE_CHANGE'] as const) {
      await expect(trail.append({ ...ACT, kind })).rejects.toMatchObject(UNAVAILABLE);
    }
    expect(kept.entries).toEqual([]);
  });

  it('with another key records nothing', async () => {
    const stranger = createRemoteTrail({
      url: app.listeningOrigin,
      from: 'crm',
      contextKeys: [{ id: 'k1', secret: randomBytes(32) }],
    });

    await expect(stranger.append(ACT)).rejects.toMatchObject(UNAVAILABLE);
    await expect(stranger.about('1', 1, null)).rejects.toMatchObject(UNAVAILABLE);
    expect(kept.entries).toEqual([]);
    await stranger.close();
  });
});

const sign = createSigner(KEYS);
const BODY = JSON.stringify({ append: { entry: ACT, perHour: null } });
const JSON_TYPE = { 'content-type': 'application/json' };
const post = (body: string, headers: object) =>
  app.inject({ method: 'POST', url: RECORD_PATH, headers: { ...JSON_TYPE, ...headers }, payload: body });

describe('whoever else asks', () => {
  it.each([
    ['without a signature', () => post(BODY, {})],
    ['with one for a subgraph', () => post(BODY, sign('crm', BODY, {}))],
    ['with one of another body', () => post(BODY, sign(RECORD_TAG, '{}', {}))],
    [
      'from the internet',
      () => post(BODY, { ...sign(RECORD_TAG, BODY, {}), 'x-forwarded-for': '203.0.113.7' }),
    ],
    ['with a body that is no order', () => post('{}', sign(RECORD_TAG, '{}', {}))],
    ['with a body that is no JSON', () => post('{', sign(RECORD_TAG, '{', {}))],
    ['with a form', () => post(BODY, { ...sign(RECORD_TAG, BODY, {}), 'content-type': 'text/plain' })],
    [
      'with far too much',
      () => {
        const long = JSON.stringify({ padding: 'x'.repeat(70_000) });
        return post(long, sign(RECORD_TAG, long, {}));
      },
    ],
  ])('%s gets 401, and nothing is kept', async (_, ask) => {
    const { statusCode, body } = await ask();

    expect([statusCode, kept.entries]).toEqual([401, []]);
    expect(JSON.parse(body)).toEqual({
      errors: [{ message: 'Only subgraphs may ask.', extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('what was sent once is not kept twice', async () => {
    const signed = sign(RECORD_TAG, BODY, {});

    expect((await post(BODY, signed)).statusCode).toBe(200);
    expect((await post(BODY, signed)).statusCode).toBe(401);
    expect(kept.entries).toHaveLength(1);
  });
});
