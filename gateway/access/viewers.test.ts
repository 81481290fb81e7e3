import { describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type CustomerAuthentication, ROLES } from '#kit/viewer';
import { createAccess } from './access.ts';
import { ROLES_RIGHTS } from './testing/access.ts';
import { createToViewers, type RequestFacts } from './viewers.ts';

const PLAIN: RequestFacts = { isOnRecord: true, purpose: null, authenticated: null };

const viewerOf = (claims: object, facts: Partial<RequestFacts> = {}, roleClaim?: string) =>
  createToViewers({ roles: ROLES_RIGHTS, roleClaim })({
    sub: 'A000001',
    iat: 1_000,
    exp: 1_300,
    ...claims,
  })({ ...PLAIN, ...facts });

describe('a viewer', () => {
  it.each(ROLES)('of the role %s has its scopes and channel, and no right to ask ad hoc', (role) => {
    const { scopes, channel } = ROLES_RIGHTS[role];

    expect(viewerOf({ role })).toMatchObject({ subject: 'A000001', role, channel, scopes, epoch: 1_000 });
  });

  it.each([
    ['text', { role: 'SUPERVISOR' }, undefined],
    ['list', { roles: ['offline_access', 'SUPERVISOR'] }, undefined],
    ['groups', { groups: ['/staff', 'SUPERVISOR'] }, undefined],
    ['claim of another name', { job: 'SUPERVISOR' }, 'job'],
    [
      'claim whose name is an address',
      { 'https://operator.example/role': 'SUPERVISOR' },
      'https://operator.example/role',
    ],
    ['path', { realm_access: { roles: ['x', 'SUPERVISOR'] } }, 'realm_access.roles'],
  ])('has the role that a %s names', (_, claims, roleClaim) => {
    expect(viewerOf(claims, {}, roleClaim).role).toBe('SUPERVISOR');
  });

  it.each([
    [{}, undefined, 'its claim "role" or "roles" or "groups" must name'],
    [{ role: 'ADMIN' }, undefined, 'must name one of the roles HOTLINE_AGENT, '],
    [{ role: 'supervisor' }, undefined, 'must name'],
    [{ role: 'SUPERVISOR' }, 'job', 'its claim "job" must name'],
    [{ role: { SUPERVISOR: true } }, undefined, 'must name'],
  ])('is nobody where the token says %j', (claims, roleClaim, message) => {
    expect(() => viewerOf(claims, {}, roleClaim)).toThrow(message);
  });

  it.each([
    ['HOTLINE_AGENT', { regions: ['51', '5001'] }, { kind: 'REGIONS', regions: ['51', '5001'] }],
    ['HOTLINE_AGENT', { regions: '51 50' }, { kind: 'REGIONS', regions: ['51', '50'] }],
    ['HOTLINE_AGENT', { regions: ['*'] }, { kind: 'REGIONS', regions: [''] }],
    ['HOTLINE_AGENT', {}, { kind: 'NOBODY' }],
    ['HOTLINE_AGENT', { regions: [] }, { kind: 'NOBODY' }],
    ['HOTLINE_AGENT', { regions: [''] }, { kind: 'NOBODY' }],
    ['HOTLINE_AGENT', { regions: '' }, { kind: 'NOBODY' }],
    ['HOTLINE_AGENT', { regions: ['%', '_', '5', "51' OR 1"] }, { kind: 'NOBODY' }],
    ['VIP_MANAGER', { sub: 'V000001' }, { kind: 'PORTFOLIO', staffId: 'V000001' }],
    ['GROUP_MANAGER', { sub: 'G000001', regions: ['51'] }, { kind: 'GROUPS', staffId: 'G000001' }],
    ['WEB_HALL', { customer_id: '100000001' }, { kind: 'SELF', customerId: '100000001' }],
    ['IVR', { customer_id: 100000001 }, { kind: 'SELF', customerId: '100000001' }],
    ['IVR', {}, { kind: 'NOBODY' }],
    ['IVR', { customer_id: '*' }, { kind: 'NOBODY' }],
    ['AUDITOR', { regions: ['51'], customer_id: '100000001' }, { kind: 'NOBODY' }],
  ])('of the role %s with %j reaches %j', (role, claims, reach) => {
    expect(viewerOf({ role, ...claims }).reach).toEqual(reach);
  });

  it.each([
    ['customer:read billing:read', ['customer:read', 'billing:read']],
    ['openid customer:read', ['customer:read']],
    ['customer:read explore', ['customer:read', 'explore']],
    ['audit:read', []],
    [['customer:read'], ['customer:read']],
  ])('has fewer scopes where the token names %j', (scope, scopes) => {
    expect(viewerOf({ role: 'VIP_SEAT', scope }).scopes).toEqual(scopes);
  });

  it.each([
    ['explore', [...ROLES_RIGHTS.IVR.scopes, 'explore']],
    ['openid profile', ROLES_RIGHTS.IVR.scopes],
    ['', ROLES_RIGHTS.IVR.scopes],
  ])('has all of its role where the token names none of the graph, but %j', (scope, scopes) => {
    expect(viewerOf({ role: 'IVR', scope }).scopes).toEqual(scopes);
  });

  it('is granted a policy for each thing that holds for the request', () => {
    const authenticated = receipt();
    const viewer = viewerOf({ role: 'VIP_SEAT' }, { purpose: 'COMPLAINT', authenticated });

    expect(viewer).toMatchObject({ purpose: 'COMPLAINT', authenticated });
    expect(viewer.policies).toEqual(['on_record', 'purpose', 'customer_authenticated']);
    expect(viewerOf({ role: 'VIP_SEAT' }, { isOnRecord: false }).policies).toEqual([]);
  });
});

describe('headers of a request', () => {
  const NOW = Date.now();
  const identifyWith = async (
    headers: object,
    read: CustomerAuthentication | null = null,
    isOnRecord = true,
  ) => {
    const { access, authorization } = await accessOf(read, isOnRecord);
    return access.identify({ headers: { authorization, ...headers } });
  };

  it('may say the purpose', async () => {
    expect(await identifyWith({ 'panorama-purpose': 'BILL_ENQUIRY' })).toMatchObject({
      purpose: 'BILL_ENQUIRY',
      policies: ['on_record', 'purpose'],
    });
  });

  it.each(['CURIOSITY', '', 'bill_enquiry', 'BILL_ENQUIRY, COMPLAINT'])(
    'may not say the purpose %j',
    async (purpose) => {
      await expect(identifyWith({ 'panorama-purpose': purpose })).rejects.toMatchObject({
        message: expect.stringContaining('must be one of: SERVICE_REQUEST, BILL_ENQUIRY'),
        extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
      });
    },
  );

  it('may show that the customer was authenticated by the same person', async () => {
    const shown = receipt();

    expect(await identifyWith({ 'panorama-authentication': 'text' }, shown)).toMatchObject({
      authenticated: shown,
      policies: ['on_record', 'customer_authenticated'],
    });
  });

  it.each([
    ['forged', null],
    ['of somebody else', receipt({ subject: 'A000002' })],
    ['expired', receipt({ until: NOW - 1 })],
  ])('show nothing by a receipt that is %s', async (_, read) => {
    expect(await identifyWith({ 'panorama-authentication': 'text' }, read)).toMatchObject({
      authenticated: null,
      policies: ['on_record'],
    });
  });

  it('of ours with the subgraphs count for nothing from a client', async () => {
    const viewer = await identifyWith({
      'panorama-context': Buffer.from('{"viewer":{"role":"AUDITOR"}}').toString('base64url'),
      signature: 'panorama=:AAAA:',
    });

    expect(viewer).toMatchObject({ role: 'VIP_SEAT' });
  });

  it('do not open what cannot be recorded', async () => {
    expect((await identifyWith({}, null, false)).policies).toEqual([]);
  });
});

function receipt(of: Partial<CustomerAuthentication> = {}): CustomerAuthentication {
  return {
    authenticationId: 'a1',
    customerId: '100000001',
    subject: 'A000001',
    until: Date.now() + 60_000,
    ...of,
  };
}

/** Over a key of this test's own. */
async function accessOf(read: CustomerAuthentication | null, isOnRecord: boolean) {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const find = createLocalJWKSet({ keys: [await exportJWK(publicKey)] });
  const access = createAccess({
    issuer: 'https://idp.example',
    audience: 'panorama',
    roles: ROLES_RIGHTS,
    keys: { find, version: 1, close() {} },
    epochs: { notBefore: () => Number.NEGATIVE_INFINITY },
    isOnRecord: () => isOnRecord,
    readReceipt: () => read,
  });
  const token = await new SignJWT({ role: 'VIP_SEAT', regions: ['51'] })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
    .setIssuer('https://idp.example')
    .setAudience('panorama')
    .setSubject('A000001')
    .setIssuedAt()
    .setExpirationTime('5 min')
    .sign(privateKey);
  return { access, authorization: `Bearer ${token}` };
}
