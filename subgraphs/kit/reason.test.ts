import { expect, it } from '@jest/globals';
import { requireReason } from './reason.ts';

it('needs a reason', () => {
  expect(() => requireReason('')).toThrow('4 to 200 characters');
});

it.each(['客户来电核对', '  核对地址  ', '投诉 2026-11-20', '工单 12345', '理'.repeat(200)])(
  'takes %s',
  (reason) => {
    expect(requireReason(reason)).toBe(reason.trim());
  },
);

it.each([
  ['核对 ', '4 to 200 characters'],
  ['理'.repeat(201), '4 to 200 characters'],
  ['客户 13800138000 来电', 'say it in words'],
  ['客户１３８００１３８０００来电', 'say it in words'],
  ['证件 510199199001010010', 'say it in words'],
  ['核对١٢٣٤٥٦', 'say it in words'],
])('refuses %s without repeating it', (reason, message) => {
  expect(() => requireReason(reason)).toThrow(message);
  expect(() => requireReason(reason)).not.toThrow(reason);
});
