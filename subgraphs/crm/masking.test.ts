import { expect, it } from '@jest/globals';
import { maskAddress, maskDocument, maskEmail } from './masking.ts';

it.each([
  ['51019919900101001X', '5****************X'],
  ['E12345678', 'E****************8'],
])('shows the ends of a document and hides its length', (number, masked) => {
  expect(maskDocument(number)).toBe(masked);
});

it.each([
  ['a.wang@example.com', 'a***@example.com'],
  ['@example.com', '***'],
  ['nonsense', '***'],
])('hides the person of an e-mail address', (address, masked) => {
  expect(maskEmail(address)).toBe(masked);
});

it.each([
  ['四川省成都市武侯区人民南路四段1号', '四川省成都市武侯区****'],
  ['重庆市渝中区中山路2号', '重庆市渝中区****'],
  ['四川省凉山彝族自治州西昌市航天路3号', '四川省凉山彝族自治州西昌市****'],
  ['四川省达州市开江县新宁镇4号', '四川省达州市开江县****'],
  ['四川省成都市幸福小区5栋6号', '四川省成都市****'],
  ['武侯区人民南路', '武侯区****'],
  ['人民南路7号', '****'],
])('cuts an address at the district', (address, masked) => {
  expect(maskAddress(address)).toBe(masked);
});
