import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EMBEDDED, MADE_UP, readSourceConfig, requireOwnSystems } from './source-config.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sources-'));
  file = join(folder, 'sources.yaml');
});
afterEach(() => rmSync(folder, { recursive: true }));

function read(yaml: string) {
  writeFileSync(file, yaml);
  return readSourceConfig(file);
}

describe('a configuration of sources', () => {
  it('names where databases are, with passwords from files beside it', () => {
    writeFileSync(join(folder, 'secret'), 'p4ss\n');
    expect(
      read(`
databases:
  crm: { url: "mysql://reader@db1:3307/crm", passwordFile: secret, tls: { ca: ca.pem }, connections: 4 }
`).databases,
    ).toEqual({
      crm: {
        url: 'mysql://reader@db1:3307/crm',
        password: 'p4ss',
        tls: { ca: join(folder, 'ca.pem') },
        connections: 4,
      },
    });
  });

  it('names BOSS, and which section is whose; modules are found from its folder', () => {
    const { boss, sections } = read(`
boss: { url: "http://boss:8080", envelope: UniBSS, province: "510" }
sections: { billing: { accounts: boss, payments: ./own.ts }, identity: { passwords: boss } }
`);
    expect(boss).toEqual({ url: 'http://boss:8080', envelope: 'UniBSS', province: '510', testFlag: '0' });
    expect(sections).toEqual({
      billing: { accounts: 'boss', payments: join(folder, 'own.ts') },
      identity: { passwords: 'boss' },
    });
  });

  it('that says nothing leaves all embedded', () => {
    expect(read('')).toEqual(EMBEDDED);
  });

  it.each([
    ['no address', 'databases: { crm: { url: db1 } }', /databases\.crm\.url: must be mysql:\/\/user@host/],
    [
      'a password among what everybody may read',
      'databases: { crm: { url: "mysql://a:geheim@h/d" } }',
      /passwordFile/,
    ],
    [
      'TLS asked for where nobody looks',
      'databases: { crm: { url: "mysql://a@h/d?ssl=true" } }',
      /databases\.crm\.url: must end with the database: TLS is asked for as tls/,
    ],
    ['a user of no name', 'databases: { crm: { url: "mysql://a%zz@h/d" } }', /databases\.crm\.url: must be/],
    [
      'a password for BOSS that nobody would send',
      'boss: { url: "http://a:geheim@b", envelope: InterBOSS, province: "51" }',
      /boss\.url: must hold neither/,
    ],
    ['a system that there is not', 'databases: { boss: { url: "mysql://a@h/d" } }', /databases: .*boss/],
    [
      'a BOSS of no address',
      'boss: { url: boss, envelope: InterBOSS, province: "51" }',
      /boss\.url: must be http/,
    ],
    [
      'a number where digits are meant',
      'boss: { url: "http://b", envelope: InterBOSS, province: 51 }',
      /boss\.province/,
    ],
    ['sections of a subgraph that has none', 'sections: { crm: { names: boss } }', /sections: .*crm/],
    ['a mistyped key', 'database: {}', /all of it: .*database/],
    ['a day without a time', 'standsAt: "2026-11-20"', /standsAt/],
    ['something that is no YAML', 'databases: [', /cannot be read/],
  ])('with %s says what to change, and no password', (_, yaml, message) => {
    expect(() => read(yaml)).toThrow(message);
    expect(() => read(yaml)).not.toThrow(/geheim/);
  });

  it('for production names everything that could be made up', () => {
    const some = read(`
databases: { crm: { url: "mysql://a@h/crm" }, billing: { url: "mysql://a@h/billing" } }
sections: { identity: { passwords: boss } }
`);
    expect(() => requireOwnSystems(some, MADE_UP)).toThrow(
      /names databases\.analytics, databases\.contacts, or says madeUp/,
    );
    expect(() => requireOwnSystems(some, ['crm', 'billing', 'passwords'])).not.toThrow();
    expect(() => requireOwnSystems(EMBEDDED, ['passwords'])).toThrow(/sections\.identity\.passwords/);
    expect(() => requireOwnSystems(read('madeUp: true'), MADE_UP)).not.toThrow();
  });

  it('that is not there is said to be missing', () => {
    expect(() => readSourceConfig(join(folder, 'none.yaml'))).toThrow(/none\.yaml cannot be read/);
  });
});
