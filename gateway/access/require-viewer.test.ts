import { describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import { testViewer } from '#kit/testing/viewer';
import { requestError } from '../error-codes.ts';
import { answerErrorsInGraphqlForm } from '../http-errors.ts';
import type { Access } from './access.ts';
import { requireViewer } from './require-viewer.ts';

async function appWith(identify: Access['identify']) {
  const app = fastify();
  answerErrorsInGraphqlForm(app);
  app.get('/open', async () => 'open');
  await app.register(async (guarded) => {
    await guarded.register(requireViewer, { access: { identify } });
    guarded.get('/guarded', async ({ viewer }) => viewer?.subject);
  });
  return app;
}

describe('routes that want a viewer', () => {
  it.each([
    ['known', () => testViewer()],
    ['learnt', async () => testViewer()],
  ])('know who asks where that is %s', async (_, identify) => {
    expect((await (await appWith(identify)).inject('/guarded')).body).toBe('S000001');
  });

  const thrower = (code: 'UNAUTHENTICATED' | 'IDENTITY_PROVIDER_UNAVAILABLE') => () => {
    throw requestError(code, 'No.');
  };
  it.each([
    ['UNAUTHENTICATED', 401, 'Bearer', thrower('UNAUTHENTICATED')],
    ['UNAUTHENTICATED', 401, 'Bearer', async () => thrower('UNAUTHENTICATED')()],
    ['IDENTITY_PROVIDER_UNAVAILABLE', 503, undefined, thrower('IDENTITY_PROVIDER_UNAVAILABLE')],
  ] as const)('answer with %s where nobody is known', async (code, status, challenge, identify) => {
    const app = await appWith(identify);
    const response = await app.inject('/guarded');

    expect(response.statusCode).toBe(status);
    expect(response.headers['www-authenticate']).toBe(challenge);
    expect(response.json()).toEqual({
      errors: [{ message: 'No.', extensions: { code, retryable: status === 503 } }],
    });
    expect((await app.inject('/open')).body).toBe('open');
  });
});
