import { describe, expect, it } from '@jest/globals';
import { type Answer, judge } from './boss-verdict.ts';

const EXTENSIONS = { code: 'SOURCE_TIMEOUT', source: 'boss', retryable: true };
const RIGHT = {
  customer: {
    name: '王',
    balanceFen: 500,
    accounts: [{ accountId: '1', bills: [{ items: [{ amountFen: 3 }] }] }],
    tickets: [],
    subscribers: [{ payerAccount: { accountId: '1', status: 'ACTIVE' } }],
  },
};

/** The right answer with another value at a path, and errors. */
function spoilt(at: string, value: unknown, errors: Answer['errors'] = []): Answer {
  const data = structuredClone(RIGHT) as Record<string, unknown>;
  const names = at.split('.');
  const last = names.pop() ?? '';
  const holder = names.reduce((inside, name) => inside[name] as Record<string, unknown>, data);
  holder[last] = value;
  return { data, errors };
}

const nothing = { holes: [], wrong: [], touched: [], untyped: [] };
const verdict = (answer: Answer) => judge(answer, { data: RIGHT });

it('finds nothing amiss with the right answer, whatever errors it always has', () => {
  const refused = { path: ['customer', 'profile'], extensions: { code: 'NEEDS_PURPOSE' } };
  expect(judge({ data: RIGHT, errors: [refused] }, { data: RIGHT, errors: [refused] })).toEqual(nothing);
});

describe('what BOSS feeds', () => {
  it.each([
    ['customer.balanceFen', ['customer', 'balanceFen']],
    // A null goes up from what may not be null.
    ['customer.accounts', ['customer', 'accounts', 0, 'bills', 0, 'items']],
    // An account that cannot be read is one error.
    ['customer.subscribers.0.payerAccount.status', ['customer', 'subscribers', 0, 'payerAccount']],
  ])('may be null with an error: %s', (at, path) => {
    expect(verdict(spoilt(at, null, [{ path, extensions: EXTENSIONS }]))).toEqual({
      ...nothing,
      holes: [at],
    });
  });

  it.each([
    ['without an error', []],
    ['with the error of another field', [{ path: ['customer', 'arrearsFen'], extensions: EXTENSIONS }]],
  ])('may not be null %s', (_, errors) => {
    expect(verdict(spoilt('customer.balanceFen', null, errors)).untyped).toEqual(['customer.balanceFen']);
  });

  it.each([
    ['customer.balanceFen', 0],
    ['customer.accounts', []],
    ['customer.accounts.0.bills', {}],
    ['customer.subscribers.0.payerAccount.status', 'CLOSED'],
  ])('may not be another value: %s', (at, value) => {
    expect(verdict(spoilt(at, value)).wrong[0]).toMatch(new RegExp(`^${at}`));
  });
});

it.each([
  ['customer.name', null],
  ['customer.tickets', [{}]],
  ['customer.subscribers.0.payerAccount.accountId', null],
  ['customer', null],
])('finds touched what BOSS does not feed: %s', (at, value) => {
  const errors = [{ path: at.split('.'), extensions: EXTENSIONS }];
  expect(verdict(spoilt(at, value, errors)).touched[0]).toMatch(new RegExp(`^${at}`));
});

it.each([
  ['of no code', { source: 'boss' }],
  ['of a fault of ours', { code: 'INTERNAL_SERVER_ERROR' }],
  ['of another system', { ...EXTENSIONS, source: 'billing' }],
])('finds an error %s', (_, extensions) => {
  const path = ['customer', 'balanceFen'];
  expect(verdict(spoilt('customer.balanceFen', null, [{ path, extensions }])).untyped).toContain(
    'customer.balanceFen',
  );
});
