import { describe, expect, it } from '@jest/globals';
import { readCallReasonPolicy } from '../call-reason-policy.ts';
import {
  contactOf,
  factsOf,
  lateBillOf,
  lineOf,
  momentOf,
  monthsTo,
  smsOf,
  ticketOf,
} from '../testing/facts.ts';
import { callReasons } from './call-reasons.ts';
import type { CustomerFacts, LineFacts } from './facts.ts';

const policy = readCallReasonPolicy();
const AT = '2026-11-20T00:00';

/** Of a customer with one line, on which nothing is the matter but what is said. */
const reasonsOf = (own: Partial<CustomerFacts>, at = AT) => callReasons(factsOf(own), momentOf(at), policy);
const ofLine = (own: Partial<LineFacts>, at = AT) => reasonsOf({ lines: [lineOf(own)] }, at);
const codes = (reasons: ReturnType<typeof callReasons>) => reasons.map(({ code }) => code);

it('is nothing where nothing is the matter', () => {
  expect(reasonsOf({})).toEqual([]);
  expect(ofLine({ months: monthsTo('2026-11', 25) })).toEqual([]);
});

describe('a bill that has just come', () => {
  const months = monthsTo('2026-11', 12);

  it.each([
    ['2026-10-31T23:59', []],
    ['2026-11-01T00:00', ['BILL_ISSUED']],
    ['2026-11-05T23:59', ['BILL_ISSUED']],
    ['2026-11-06T00:00', []],
  ])('is a reason for five days: %s', (at, expected) => {
    expect(codes(ofLine({ months }, at))).toEqual(expected);
  });

  it('says how many days ago, and what it makes likely', () => {
    expect(ofLine({ months }, '2026-11-03T09:00')).toEqual([
      {
        code: 'BILL_ISSUED',
        rank: 1,
        textZh: '2026-10账单2天前出账',
        textEn: 'The bill of 2026-10 was issued 2 days ago',
        numbers: [{ name: 'daysSinceBill', value: 2, unit: 'day' }],
        topics: ['BILL', 'BALANCE', 'CDR', 'COMPLAINT_BILL'],
      },
    ]);
    expect(ofLine({ months }, '2026-11-01T09:00')[0]).toMatchObject({
      textZh: '2026-10账单今天出账',
      textEn: 'The bill of 2026-10 was issued today',
    });
  });

  it('came on the day of the policy, be it of the month before', () => {
    const late = { ...policy, billIssueDay: 28 };
    const facts = factsOf({ lines: [lineOf({ months })] });
    expect(callReasons(facts, momentOf('2026-11-01T09:00'), late)[0]?.textZh).toBe('2026-09账单4天前出账');
    expect(callReasons(facts, momentOf('2026-11-02T09:00'), late)).toEqual([]);
  });

  it('is none of somebody who had no line in that month', () => {
    expect(ofLine({ months: monthsTo('2026-11', 1) }, '2026-11-03T09:00')).toEqual([]);
  });
});

it.each([
  ['SUSPENDED', '2个号码停机', '2 lines suspended'],
  ['SUSPENDED_ONE_WAY', '2个号码单向停机', '2 lines suspended one way'],
])('says which way lines are suspended: %s', (status, textZh, textEn) => {
  const lines = [
    lineOf({ status }),
    lineOf({ status: 'SUSPENDED_ONE_WAY' }),
    lineOf(),
    lineOf({ status, closedOn: '2026-11-01' }),
  ];
  expect(reasonsOf({ lines })).toMatchObject([{ code: 'SUSPENDED', textZh, textEn }]);
});

it.each([
  [89.9, 100, '2026-11', []],
  [90, 100, '2026-11', ['ALLOWANCE_SPENT']],
  [250, 100, '2026-11', ['ALLOWANCE_SPENT']],
  [250, 0, '2026-11', []],
  [250, 100, '2026-10', []],
])('is that %d of %d of data are spent in %s: %j', (used, allowance, month, expected) => {
  const months = monthsTo(month, 1, {
    dataKilobytes: used * 1_000,
    dataAllowanceKilobytes: allowance * 1_000,
  });
  const reasons = ofLine({ months });
  expect(codes(reasons)).toEqual(expected);
  expect(reasons.map(({ textZh }) => textZh)).toEqual(expected.map(() => `本月流量已用${used}%`));
});

describe('a bill not paid in time', () => {
  it.each([
    ['unpaid for long', lateBillOf('2026-06', null), '2026-06账单逾期128天未缴'],
    ['paid on the very day', lateBillOf('2026-10', '2026-11-20'), '2026-10账单逾期5天未缴'],
    ['just paid', lateBillOf('2026-10', '2026-11-18'), '2026-10账单逾期3天后缴清'],
    [
      'late ten days ago',
      { month: '2026-10', dueOn: '2026-11-10', paidOn: '2026-11-11' },
      '2026-10账单逾期1天后缴清',
    ],
  ])('is a reason: %s', (_, bill, textZh) => {
    expect(ofLine({ lateBills: [bill] })).toMatchObject([{ code: 'PAYMENT_FAILED', textZh }]);
  });

  it.each([
    ['due eleven days ago and paid', { month: '2026-10', dueOn: '2026-11-09', paidOn: '2026-11-18' }],
    ['due today', { month: '2026-10', dueOn: '2026-11-20', paidOn: null }],
  ])('is none: %s', (_, bill) => {
    expect(ofLine({ lateBills: [bill] })).toEqual([]);
  });

  it('is the one that is unpaid, not the one that came last', () => {
    const lateBills = [lateBillOf('2026-08', null), lateBillOf('2026-10', '2026-11-17')];
    expect(ofLine({ lateBills })[0]?.numbers).toEqual([{ name: 'daysLate', value: 66, unit: 'day' }]);
  });
});

describe('a ticket', () => {
  it('is open until its deadline, then overdue, and about what it was opened for', () => {
    const own = {
      contacts: [contactOf('2026-11-14T12:00', 'COMPLAINT_COVERAGE', { type: 'COMPLAINT' })],
      tickets: [ticketOf('2026-11-14T12:01')],
    };
    expect(reasonsOf(own, '2026-11-16T00:00')).toMatchObject([
      { code: 'TICKET_OPEN', textZh: '工单处理中，还有1天到期', topics: ['COMPLAINT_COVERAGE'] },
    ]);
    expect(reasonsOf(own, '2026-11-17T12:00')[0]?.textZh).toBe('工单处理中，不到1天到期');
    expect(reasonsOf(own, '2026-11-18T00:00')[0]?.textZh).toBe('工单超时不到1天未办结');
    expect(reasonsOf(own)).toMatchObject([
      {
        code: 'TICKET_OVERDUE',
        textZh: '工单超时2天未办结',
        textEn: 'A ticket is 2 days past its deadline',
        topics: ['COMPLAINT_COVERAGE', 'COMPLAINT_PROMISE', 'COMPLAINT_ATTITUDE'],
      },
    ]);
  });

  it.each(['02', '03', '04', '05'])('is no reason once it is settled: %s', (status) => {
    expect(reasonsOf({ tickets: [ticketOf('2026-11-14T12:00', { status })] })).toEqual([]);
  });

  it('was open before its answer, whatever it is now', () => {
    const repliedAt = momentOf('2026-11-16T10:00');
    const tickets = [ticketOf('2026-11-14T12:00', { status: '05', repliedAt })];
    expect(codes(reasonsOf({ tickets }, '2026-11-16T09:59'))).toEqual(['TICKET_OPEN']);
    expect(reasonsOf({ tickets }, '2026-11-16T10:00')).toEqual([]);
    expect(reasonsOf({ tickets }, '2026-11-14T11:59')).toEqual([]);
  });
});

it.each([
  ['2026-11-17T10:00', 'PLAN_ADJUST', ['3天前收到营销短信']],
  ['2026-11-16T10:00', 'PLAN_ADJUST', []],
  ['2026-11-19T10:00', 'DUNNING', []],
  ['2026-11-20T10:00', 'PLAN_ADJUST', []],
])('is an SMS that sold something, %s, %s: %j', (at, kind, expected) => {
  expect(reasonsOf({ treatments: [smsOf(at, kind)] }).map(({ textZh }) => textZh)).toEqual(expected);
});

describe('what the customer usually asks', () => {
  it('is what came most often within a year, at least twice', () => {
    const contacts = [
      ...['2025-10-01T10:00', '2025-10-02T10:00', '2025-11-19T10:00'].map((at) => contactOf(at, 'POINTS')),
      contactOf('2026-03-01T10:00', 'ROAMING'),
      contactOf('2026-04-01T10:00', 'PLAN'),
      contactOf('2026-05-01T10:00', null),
      contactOf('2026-06-01T10:00', 'PLAN', { type: 'HANDLE' }),
    ];
    expect(reasonsOf({ contacts })).toEqual([
      {
        code: 'USUAL',
        rank: 1,
        textZh: '近12个月来问最多：资费套餐（2次）',
        textEn: 'Asks most often about plans and prices: 2 times in 12 months',
        numbers: [{ name: 'contacts', value: 2, unit: 'count' }],
        topics: ['PLAN'],
      },
    ]);
    expect(reasonsOf({ contacts: contacts.slice(0, 5) })).toEqual([]);
  });

  it('is nothing that we asked, and nothing later', () => {
    const ours = [1, 2, 3].map((day) =>
      contactOf(`2026-10-0${day}T10:00`, 'PLAN', { direction: 'OUTBOUND', type: 'MARKET' }),
    );
    const later = [contactOf('2026-11-19T10:00', 'BILL'), contactOf('2026-11-20T10:00', 'BILL')];
    expect(reasonsOf({ contacts: [...ours, ...later] })).toEqual([]);
  });

  it('is the one asked last of two as frequent', () => {
    const contacts = ['BILL', 'CDR', 'BILL', 'CDR'].map((topic, nth) =>
      contactOf(`2026-10-0${nth + 1}T10:00`, topic),
    );
    expect(reasonsOf({ contacts })[0]?.topics).toEqual(['CDR']);
  });
});

it('shows the three that weigh most, best first', () => {
  const reasons = reasonsOf(
    {
      lines: [
        lineOf({
          status: 'SUSPENDED',
          months: monthsTo('2026-11', 3, { dataKilobytes: 9_999_999 }),
          lateBills: [lateBillOf('2026-09', null)],
        }),
      ],
      tickets: [ticketOf('2026-10-30T10:00')],
      treatments: [smsOf('2026-11-02T10:00')],
    },
    '2026-11-03T10:00',
  );
  expect(reasons.map(({ code, rank }) => [code, rank])).toEqual([
    ['TICKET_OVERDUE', 1],
    ['SUSPENDED', 2],
    ['ALLOWANCE_SPENT', 3],
  ]);
});
