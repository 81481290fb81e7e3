import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

function faultsOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It was accepted.');
}

describe('the environment of the gateway', () => {
  it('may be empty: then it is a demonstration', () => {
    expect(readConfig({})).toMatchObject({
      PORT: 4_000,
      OIDC_AUDIENCE: 'panorama',
      OIDC_ALGORITHMS: ['ES256', 'RS256'],
      isProduction: false,
    });
  });

  it('must name a provider and keys in production, and is told all at once', () => {
    expect(faultsOf({ NODE_ENV: 'production', PORT: 'x' })).toBe(
      [
        'Bad configuration:',
        '  PORT: must be a port number, 0 to 65535',
        '  PANORAMA_KEYS: must be set in production: a file made by `npm run keys -- FILE`',
        '  OIDC_ISSUER: must be set in production: the issuer of your OpenID Connect provider',
      ].join('\n'),
    );
  });

  it.each([
    [{ OIDC_ISSUER: 'http://idp.example' }, 'OIDC_ISSUER: must be an address that begins with https://'],
    [{ OIDC_ISSUER: 'idp' }, 'OIDC_ISSUER: must be an address'],
    [{ OIDC_JWKS_URL: 'http://idp.example/keys' }, 'OIDC_JWKS_URL: must be an address'],
    [{ OIDC_ALGORITHMS: 'ES256,none' }, 'OIDC_ALGORITHMS.1: must be some of ES256, RS256, PS256, EdDSA'],
    [{ OIDC_ALGORITHMS: 'HS256' }, 'OIDC_ALGORITHMS.0'],
    [{ OIDC_ALGORITHMS: '' }, 'OIDC_ALGORITHMS'],
    [{ TLS_CERT: 'cert.pem' }, 'TLS_KEY: must be set where TLS_CERT or TLS_KEY is'],
    [{ EXPLORER: 'yes' }, 'EXPLORER: must be on or off'],
    [{ PANORAMA_SUBGRAPHS: 'away' }, 'PANORAMA_SUBGRAPHS: must be embedded or remote'],
  ])('is refused with %j', (env, fault) => {
    expect(faultsOf(env as Record<string, string>)).toContain(fault);
  });

  it('may name a provider on this machine without TLS', () => {
    expect(readConfig({ OIDC_ISSUER: 'http://127.0.0.1:9000' }).OIDC_ISSUER).toBe('http://127.0.0.1:9000');
  });

  it.each(['0.0.0.0', '::', '10.0.0.7'])('keeps the demonstration to this machine, not to %s', (HOST) => {
    expect(faultsOf({ HOST })).toContain('  HOST: the demonstration');
    expect(readConfig({ HOST, OIDC_ISSUER: 'https://idp.example' }).HOST).toBe(HOST);
  });

  it('may list algorithms', () => {
    expect(readConfig({ OIDC_ALGORITHMS: 'PS256, EdDSA' }).OIDC_ALGORITHMS).toEqual(['PS256', 'EdDSA']);
  });
});
