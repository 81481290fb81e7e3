import { describe, expect, it } from '@jest/globals';
import { createContent } from './content.ts';
import { count, fenOfLi, words } from './units.ts';
import { parseXml } from './xml.ts';

const read = (inside: string) => createContent('KF1004', parseXml(`<a>${inside}</a>`, 'a'));
const MALFORMED = expect.objectContaining({
  message: 'The boss system sent an answer to KF1004 that cannot be read.',
  extensions: { code: 'SOURCE_MALFORMED', retryable: false, source: 'boss' },
});

describe('missing, empty and zero', () => {
  const content = read('<Zero>0</Zero><Empty/>');

  it('are three things where BOSS may not know', () => {
    expect(content.known('Zero', count)).toBe(0);
    expect(content.known('Empty', count)).toBeNull();
    expect(() => content.known('Missing', count)).toThrow(MALFORMED);
  });

  it('are three things where it may not apply', () => {
    expect(content.given('Zero', count)).toBe(0);
    expect(() => content.given('Empty', count)).toThrow(MALFORMED);
    expect(content.given('Missing', count)).toBeNull();
  });

  it('leave one where there must be a value', () => {
    expect(content.value('Zero', count)).toBe(0);
    expect(() => content.value('Empty', words)).toThrow(MALFORMED);
    expect(() => content.value('Missing', words)).toThrow(MALFORMED);
  });
});

describe('a list', () => {
  it.each([0, 1, 3])('of %d is a list', (length) => {
    const content = read(`<N>${length}</N>${'<E><V>1</V></E>'.repeat(length)}`);
    expect(content.list('N', 'E').map((entry) => entry.value('V', count))).toEqual(Array(length).fill(1));
  });

  it.each([
    '<E/>',
    '<N>2</N><E/>',
    '<N>0</N><E/>',
    '<N>1</N>',
    '<N/>',
    '<N>x</N><E/>',
    '<N>1</N><N>1</N><E/>',
  ])('is refused as %s', (inside) => {
    expect(() => read(inside).list('N', 'E')).toThrow(MALFORMED);
  });
});

it('reads a misspelt name as the right one, and not both', () => {
  expect(read('<CreditVale>10</CreditVale>').value('CreditValue', fenOfLi)).toBe(1);
  expect(read('<CreditValue>10</CreditValue>').value('CreditValue', fenOfLi)).toBe(1);
  expect(() =>
    read('<CreditVale>10</CreditVale><CreditValue>10</CreditValue>').value('CreditValue', fenOfLi),
  ).toThrow(MALFORMED);
});

it('takes neither two values for one nor elements for a text', () => {
  expect(() => read('<V>1</V><V>1</V>').value('V', count)).toThrow(MALFORMED);
  expect(() => read('<V><W>1</W></V>').value('V', count)).toThrow(MALFORMED);
  expect(() => read('<V><W>1</W></V>').known('V', count)).toThrow(MALFORMED);
});
