import { expect, it } from '@jest/globals';
import { maskCard, maskName, maskPhone } from './masking.ts';

it.each([
  ['13800138000', '138****8000'],
  ['02855551234', '028****1234'],
  ['kd02888000025', 'kd0****0025'],
  ['55551234', '****'],
])('hides the middle of a number', (number, masked) => {
  expect(maskPhone(number)).toBe(masked);
});

it.each([
  ['8800000017', '****0017'],
  ['VIP42', '****'],
])('shows the end of a card', (number, masked) => {
  expect(maskCard(number)).toBe(masked);
});

it.each([
  ['黄明', '黄**'],
  ['黄小明', '黄**'],
  ['欧阳修', '欧阳**'],
  ['諸葛孔明', '諸葛**'],
  // Not everybody whose name begins so has that surname: of two characters the second is given.
  ['欧阳', '欧**'],
  ['阿卜杜拉·买买提', '阿**'],
  ['𠮷野家', '𠮷**'],
  [' 黄小明 ', '黄**'],
  ['Miles Bramley', 'M**'],
  ['', '**'],
])('shows of a name no more than the surname, or the first letter', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});
