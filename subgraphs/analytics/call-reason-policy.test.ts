import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { TOPICS } from '../../mocks/world/topics.ts';
import { readCallReasonPolicy } from './call-reason-policy.ts';

const folder = mkdtempSync(join(tmpdir(), 'call-reasons-'));
afterAll(() => rmSync(folder, { recursive: true }));

const OURS = readFileSync(join(import.meta.dirname, 'call-reasons.yaml'), 'utf8');

function policyOf(text: string) {
  const path = join(folder, 'call-reasons.yaml');
  writeFileSync(path, text);
  return readCallReasonPolicy(path);
}

it('names every topic of contact history as that does', () => {
  const { topics } = readCallReasonPolicy();
  expect(Object.entries(topics).map(([code, { zh }]) => ({ code, name: zh }))).toEqual(TOPICS);
});

it.each([
  ['a reason that is missing', OURS.replace('  USUAL:', '  UNUSUAL:'), 'reasons.USUAL'],
  [
    'a topic that has no name',
    OURS.replace('[BILL, BALANCE, CDR', '[BILLS, BALANCE, CDR'),
    'BILLS is none of',
  ],
  ['a share above one', OURS.replace('given: 0.650', 'given: 65'), 'reasons.BILL_ISSUED.given'],
  ['a day that some months lack', OURS.replace('billIssueDay: 1', 'billIssueDay: 29'), 'billIssueDay'],
  ['a word too many', `${OURS}\nextra: 1\n`, 'extra'],
])('refuses %s, and says where', (_, text, said) => {
  expect(() => policyOf(text)).toThrow(said);
});
