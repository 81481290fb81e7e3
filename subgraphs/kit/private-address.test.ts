import { expect, it } from '@jest/globals';
import { isPrivateAddress, isSafeOrigin } from './private-address.ts';

it.each([
  '127.0.0.1',
  '127.8.8.8',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.7.7',
  '100.64.0.1',
  '::1',
  'fd00::7',
  '::ffff:10.0.0.7',
])('%s is private', (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

it.each(['8.8.8.8', '172.32.0.1', '192.169.0.1', '2001:db8::1', '::ffff:8.8.8.8', 'localhost', '', '10.0.0'])(
  '%s is not',
  (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  },
);

it.each([
  'https://gateway.example',
  'http://127.0.0.1:4000',
  'http://localhost:4000',
  'http://10.0.0.7',
  'http://[::1]:4000',
])('%s may be sent what is personal', (origin) => {
  expect(isSafeOrigin(origin)).toBe(true);
});

it.each([
  'http://gateway.example',
  'http://8.8.8.8',
  'https://gateway.example/path',
  'ftp://10.0.0.7',
  'gateway',
  '',
])('%s may not', (origin) => {
  expect(isSafeOrigin(origin)).toBe(false);
});
