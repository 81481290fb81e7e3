import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPolicy } from './policy.ts';

const OWN = readFileSync(new URL('policy.yaml', import.meta.url), 'utf8');

describe('the policy of the project', () => {
  const policy = readPolicy();

  it('weighs complaints as scoring.md does', () => {
    const { classes, other, factors, halfLifeDays } = policy.complaints;
    expect(Object.entries(classes).map(([code, { weight }]) => [code, weight])).toEqual([
      ['UNREASONED_CHARGE', 1.2],
      ['UNKNOWN_ORDER', 1.2],
      ['TARIFF', 1],
      ['SERVICE_ATTITUDE', 1],
      ['NETWORK', 0.8],
    ]);
    expect([other.weight, halfLifeDays]).toEqual([0.6, 180]);
    expect(factors).toEqual({ escalated: 2, reopened: 1.5, settledSatisfied: 0.3 });
  });

  it('weighs what shows fee sensitivity as scoring.md does', () => {
    const { questions, billComplaint, downgrade, factors } = policy.fees;
    expect(Object.entries(questions).map(([code, { weight }]) => [code, weight])).toEqual([
      ['BILL_QUERY', 0.5],
      ['BALANCE_QUERY', 0.2],
      ['CDR_QUERY', 0.8],
      ['PLAN_PRICE_QUESTION', 0.6],
    ]);
    expect([billComplaint.weight, downgrade.weight, factors.afterBill]).toEqual([1.5, 1, 1.5]);
  });

  it('sets the bands', () => {
    expect(policy.bands).toEqual({ medium: 60, high: 75, highNeedsEvents: 2 });
  });
});

describe('a policy with faults', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'policy-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const fault = (text: string): (() => unknown) => {
    const path = join(folder, 'policy.yaml');
    writeFileSync(path, text);
    return () => readPolicy(path);
  };

  it.each([
    ['a weight below 0', OWN.replace('weight: 0.8', 'weight: -1'), 'complaints.classes.NETWORK.weight: '],
    ['a word it does not know', OWN.replace('halfLifeDays', 'halfLife'), 'Unrecognized key: "halfLife"'],
    [
      'a topic in two classes',
      OWN.replace('topics: [不知情订购]', 'topics: [不知情订购, 账单疑问]'),
      'complaints: 账单疑问 is in two classes, UNREASONED_CHARGE and UNKNOWN_ORDER',
    ],
    [
      'a class OTHER',
      OWN.replace('TARIFF:', 'OTHER:'),
      'complaints: OTHER is what no class names: set other',
    ],
    [
      'a question that is not there',
      OWN.replace('[BILL_QUERY, BALANCE_QUERY]', '[BILL]'),
      'fees.dunning.questions: there is no question BILL',
    ],
    ['bands upside down', OWN.replace('high: 75', 'high: 50'), 'bands: medium must be below high'],
    ['a day that is none', OWN.replace('2024-11-01', '2024-11-31'), 'complaints.recordedFrom: must be a day'],
    ['nothing in it', '', 'complaints: '],
  ])('is refused with the place: %s', (_, text, message) => {
    expect(fault(text)).toThrow(message);
  });

  it('is refused when it is no YAML, or not there', () => {
    expect(fault('complaints: [')).toThrow('policy.yaml cannot be read: ');
    expect(() => readPolicy(join(folder, 'none.yaml'))).toThrow('none.yaml cannot be read');
  });
});
