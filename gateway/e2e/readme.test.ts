/** The README's facts are the code's: what a stranger pastes works, and its tables are whole. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLIENT_CODES } from '../error-codes.ts';
import { openPanorama, type TestPanorama } from '../testing/test-world.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

let panorama: TestPanorama;
beforeAll(async () => {
  panorama = await openPanorama();
}, 120_000);
afterAll(() => panorama.close());

/** Rows of the table below a heading, cells trimmed. */
function tableUnder(heading: string): string[][] {
  const section = README.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

describe('the README', () => {
  it('answers its query as it says', async () => {
    const [, operation = '', variables = '{}'] =
      /operations\/(\S+) [^']*'[^']*' -d '(.+)'/.exec(README) ?? [];
    const [, answer = ''] = /```json\n([\s\S]+?)```/.exec(README) ?? [];

    expect(await panorama.run(operation, JSON.parse(variables))).toEqual(JSON.parse(answer));
  });

  it('lists the named cases', () => {
    expect(tableUnder('Named cases')).toEqual(
      panorama.world.world.namedCases.map(({ serviceNumber, zh, en }) => [serviceNumber, zh, en]),
    );
  });

  it('lists the trusted documents with their variables', () => {
    const listed = tableUnder('Trusted documents').map(([name, variables]) => [name, variables]);
    expect(listed).toEqual(
      panorama.world.operations.map(({ name, variables }) => [
        `\`${name}\``,
        Object.entries(variables)
          .map(([variable, type]) => `\`${variable}: ${type}\``)
          .join(', '),
      ]),
    );
  });

  it('lists every error code', () => {
    expect(tableUnder('Errors')).toEqual(
      Object.entries(CLIENT_CODES).map(([code, { retryable, meaning }]) => [
        `\`${code}\``,
        retryable ? 'yes' : 'no',
        meaning,
      ]),
    );
  });
});
