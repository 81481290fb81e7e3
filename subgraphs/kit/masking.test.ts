import { expect, it } from '@jest/globals';
import { maskPhone } from './masking.ts';

it.each([
  ['13800138000', '138****8000'],
  ['02855551234', '028****1234'],
  ['55551234', '****'],
])('hides the middle of a phone number', (number, masked) => {
  expect(maskPhone(number)).toBe(masked);
});
