import { describe, expect, it } from '@jest/globals';
import { type NamedBy, toLookupValue } from './lookup-value.ts';

describe('a telephone number', () => {
  it.each([
    ['as it is', '13808002001', '13808002001'],
    ['with spaces and dashes', ' 138-0800 2001 ', '13808002001'],
    ['with +86', '+86 13808002001', '13808002001'],
    ['with 0086', '008613808002001', '13808002001'],
    ['with 86', '8613808002001', '13808002001'],
    ['with a trunk zero', '013808002001', '13808002001'],
    ['in full-width digits', '１３８０８００２００１', '13808002001'],
    ['fixed, with brackets', '(028) 5555-1234', '02855551234'],
    ['fixed, whose zero fell to +86', '+86 28 5555 1234', '02855551234'],
    ['fixed in Beijing, whose zero fell to +86', '+861055551234', '01055551234'],
    ['fixed in Beijing', '010-55551234', '01055551234'],
    ['local, beginning with 86', '86123456', '86123456'],
    ['of a hotline', '10086', '10086'],
    ['of another country', '+1 380 800 2001', '+13808002001'],
  ])('%s is the number that subscribers know', (_form, dialled, known) => {
    expect(toLookupValue('SERVICE_NUMBER', dialled)).toBe(known);
    expect(toLookupValue('CONTACT_PHONE', dialled)).toBe(known);
  });

  it.each(['1380800200a', '138+08002001', '12', '1'.repeat(21), '一三八'])(
    'is refused with a word on its form, and without the value',
    (value) => {
      expect(() => toLookupValue('SERVICE_NUMBER', value)).toThrow(
        'value must be a telephone number of 3 to 20 digits; spaces, dashes and +86 are allowed.',
      );
    },
  );
});

it.each<[NamedBy, string, string]>([
  ['ID_DOCUMENT', ' 5101 9919 9001 0100 2x', '51019919900101002X'],
  ['ACCOUNT', '300 000 001', '300000001'],
  ['BROADBAND_ACCOUNT', 'CD2855551234 ', 'cd2855551234'],
  ['MEMBER_CARD', 'vip 0042', 'VIP0042'],
  ['EMAIL', 'A.Wang@Example.com', 'a.wang@example.com'],
])('%s is compared in one form', (by, typed, stored) => {
  expect(toLookupValue(by, typed)).toBe(stored);
});

it.each(['', '   ', '\u3000', 'x'.repeat(65)])('refuses what is empty or too long', (value) => {
  expect(() => toLookupValue('EMAIL', value)).toThrow(
    'value must be 1 to 64 characters, spaces around it aside.',
  );
});
