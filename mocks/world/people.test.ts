import { expect, test } from '@jest/globals';
import { businessLicence, checkDigit, personName, residentId } from './people.ts';
import { createRandom } from './rng.ts';

const TODAY = 20_777;

test.each(['11010519491231002X', '440524188001010014', '510199199001010023'])(
  'the last character of %s is its check digit',
  (number) => {
    expect(checkDigit(number.slice(0, 17))).toBe(number[17]);
  },
);

test('a resident id is well formed, says the sex, and names a county that does not exist', () => {
  for (let index = 0; index < 2_000; index++) {
    const number = residentId(index, '510700', index % 2 === 0, TODAY);

    expect(number).toMatch(/^510799(19|20)\d\d(0[1-9]|1[0-2])\d\d\d{3}[\dX]$/);
    expect(checkDigit(number)).toBe(number[17]);
    expect(Number(number[16]) % 2).toBe(index % 2 === 0 ? 0 : 1);
  }
});

test('a licence of 18 characters has the county 99, too', () => {
  expect(businessLicence(15, '510100')).toMatch(/^9151019900000001[\dA-Z]{2}$/);
});

test('李 leads the surnames, and most given names have two characters', () => {
  const random = createRandom(1, 'names', 0);
  const names = Array.from({ length: 20_000 }, () => personName(random, random.chance(0.5)));

  const share = (matches: (name: string) => boolean): number => names.filter(matches).length / names.length;
  expect(share((name) => name.startsWith('李'))).toBeCloseTo(0.082, 1);
  expect(share((name) => name.startsWith('王'))).toBeLessThan(share((name) => name.startsWith('李')));
  expect(share((name) => name.length === 3)).toBeGreaterThan(0.82);
  expect(share((name) => name.length === 3)).toBeLessThan(0.88);
});
