import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { ROLES } from '#kit/viewer';
import { loadRoles } from './roles.ts';

const OURS = join(import.meta.dirname, '../..');

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'roles-'));
  mkdirSync(join(root, 'schema'));
  cpSync(join(OURS, 'rover.yaml'), join(root, 'rover.yaml'));
  for (const { file } of sdlFiles()) cpSync(join(OURS, file), join(root, file));
});
afterEach(() => rmSync(root, { recursive: true }));

function sdlFiles(): { file: string }[] {
  const { subgraphs } = parse(readFileSync(join(OURS, 'rover.yaml'), 'utf8')) as {
    subgraphs: Record<string, { schema: { file: string } }>;
  };
  return Object.values(subgraphs).map(({ schema }) => schema);
}

type File = Record<string, Record<string, unknown> & { scopes: string[] }>;

/** The faults of our own file after a change. */
function faultsAfter(change: (roles: File) => void): string[] {
  // Written out, for roles share lists by an anchor.
  const roles = JSON.parse(
    JSON.stringify(parse(readFileSync(join(OURS, 'schema/roles.yaml'), 'utf8'))),
  ) as File;
  change(roles);
  writeFileSync(join(root, 'schema/roles.yaml'), stringify(roles));
  try {
    loadRoles(root);
  } catch (error) {
    return String(error).split('\n').slice(1);
  }
  return [];
}

it('reads the rights of every role', () => {
  const roles = loadRoles(OURS);

  expect(Object.keys(roles).sort()).toEqual([...ROLES].sort());
  expect(roles.AUDITOR).toMatchObject({ reach: 'nobody', distinctCustomersAnHour: null });
  expect(roles.RETAIL_CLERK).toMatchObject({ channel: 'RETAIL', distinctCustomersAnHour: 60 });
});

it('finds nothing wrong with a file that is right', () => {
  expect(faultsAfter(() => undefined)).toEqual([]);
});

it.each<[string, (roles: File) => void, RegExp]>([
  ['a role too few', (roles) => void delete roles['SMS'], /SMS: /],
  ['a role that nobody knows', (roles) => void Object.assign(roles, { BOSS: roles['SMS'] }), /BOSS/],
  [
    'a scope that opens nothing',
    (roles) => void roles['SMS']?.scopes.push('billing:reed'),
    /SMS\.scopes\.\d+: no rule in the SDL demands billing:reed/,
  ],
  ['a reach that is none', (roles) => void Object.assign(roles['SMS'] ?? {}, { reach: 'all' }), /SMS\.reach/],
  ['a word too many', (roles) => void Object.assign(roles['SMS'] ?? {}, { region: '51' }), /SMS: .*region/],
  [
    'a scope that the SDL demands and no role has',
    (roles) => {
      for (const role of Object.values(roles))
        role.scopes = role.scopes.filter((each) => each !== 'audit:own');
    },
    /no role has audit:own/,
  ],
])('refuses %s', (_, change, fault) => {
  expect(faultsAfter(change)).toEqual([expect.stringMatching(fault)]);
});

it('names all faults at once', () => {
  const faults = faultsAfter((roles) => {
    roles['SMS']?.scopes.push('one');
    roles['IVR']?.scopes.push('two');
    delete roles['WEB_HALL'];
  });

  expect(new Set(faults.map((fault) => /one|two|WEB_HALL/.exec(fault)?.[0]))).toEqual(
    new Set(['one', 'two', 'WEB_HALL']),
  );
});
