import { describe, expect, it } from '@jest/globals';
import { readApproval, readReceipt, signApproval, signReceipt } from './receipt.ts';

const KEY = new Uint8Array(32).fill(1);
const until = Date.now() + 60_000;
const AUTHENTICATION = { authenticationId: '1', customerId: '7', subject: 'A000001', until };
const APPROVAL = {
  subscriberId: '9',
  month: '2026-10',
  requestedBy: 'R000001',
  approvedBy: 'S000001',
  until,
};

describe('a receipt', () => {
  it('is read as it was signed', () => {
    expect(readReceipt(KEY, signReceipt(KEY, AUTHENTICATION))).toEqual(AUTHENTICATION);
    expect(readApproval(KEY, signApproval(KEY, APPROVAL))).toEqual(APPROVAL);
  });

  it('of one kind is none of the other', () => {
    expect(readApproval(KEY, signReceipt(KEY, AUTHENTICATION))).toBeNull();
    expect(readReceipt(KEY, signApproval(KEY, APPROVAL))).toBeNull();
  });

  it('is worth nothing once it has run out', () => {
    const late = Date.now() - 1;
    expect(readReceipt(KEY, signReceipt(KEY, { ...AUTHENTICATION, until: late }))).toBeNull();
    expect(readApproval(KEY, signApproval(KEY, { ...APPROVAL, until: late }))).toBeNull();
  });

  it('of another key, with any character changed, cut off or added, is none', () => {
    const text = signReceipt(KEY, AUTHENTICATION);
    const changed = Array.from(text).map(
      (char, at) => text.slice(0, at) + (char === 'A' ? 'B' : 'A') + text.slice(at + 1),
    );
    const cut = Array.from(text).map((_, at) => text.slice(0, at));

    expect(readReceipt(new Uint8Array(32), text)).toBeNull();
    // The last character of base64 has bits that mean nothing.
    for (const forged of [...changed.slice(0, -1), ...cut, `${text}.`, `${text}.x`, `x${text}`]) {
      expect(readReceipt(KEY, forged)).toBeNull();
    }
  });
});
