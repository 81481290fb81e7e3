/** The README's table of sources, against the adapters that there are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { ADAPTERS } from './source-adapters.ts';

const README = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

it('names every section of billing and its adapters', () => {
  const rows = [...README.matchAll(/^\| `(\w+)` \| `\w+` \| (.+?) \| .+ \|$/gm)].map(
    ([, section, adapters = '']) => [section, [...adapters.matchAll(/`(\w+)`/g)].map(([, name]) => name)],
  );
  const { passwords, ...billing } = Object.fromEntries(rows);
  expect(passwords).toEqual(['boss']);
  expect(billing).toEqual(
    Object.fromEntries(Object.entries(ADAPTERS).map(([section, made]) => [section, Object.keys(made)])),
  );
});
