import { describe, expect, it } from '@jest/globals';
import type { FeatureMonth, Line } from '../model.ts';
import { createPeriod } from '../period.ts';
import { featureMonth } from '../testing/rows.ts';
import { allowanceSpent } from './allowance-spent.ts';
import { billShock } from './bill-shock.ts';
import { contractEnding } from './contract-ending.ts';
import { silent } from './silent.ts';
import { suspended } from './suspended.ts';
import { usageDrop } from './usage-drop.ts';
import { warningsOf } from './warnings.ts';

const period = createPeriod(new Date('2026-11-20T10:00:00+08:00'));
const [april, , , , , , october] = period.fullMonths as [string, ...string[]] & { 6: string };

/** A line with eight ordinary months, April to November, and what a test says of some. */
function line(own: Readonly<Record<string, Partial<FeatureMonth>>> = {}, rest: Partial<Line> = {}): Line {
  const months = [...period.fullMonths, period.runningMonth].map((month) => featureMonth(month, own[month]));
  return { subscriberId: '11', status: 'ACTIVE', contractEndsOn: null, months, ...rest };
}

function withoutMonth(name: string, whole: Line): Line {
  return { ...whole, months: whole.months.filter(({ month }) => month !== name) };
}

function charges(...fen: number[]): Line {
  return line(Object.fromEntries(period.fullMonths.map((month, i) => [month, { chargeFen: fen[i] ?? 0 }])));
}

it('says nothing of a line that goes on as ever', () => {
  expect(warningsOf([line()], period)).toEqual([]);
});

describe('bill shock', () => {
  it('compares the last bill with the median of the six before', () => {
    // The median of 1000 2000 3000 5000 6000 9000 is 4000.
    expect(billShock(charges(9_000, 1_000, 6_000, 2_000, 5_000, 3_000, 7_000), period)).toMatchObject({
      kind: 'BILL_SHOCK',
      severity: 'MEDIUM',
      subscriberId: '11',
      month: '2026-10',
      evidence: {
        textZh: '上月费用70.00元，是此前6个月中位数40.00元的1.8倍',
        textEn: 'Last month cost 70.00 yuan, 1.8 times the median of the six months before, 40.00 yuan',
        numbers: [
          { name: 'lastCharge', value: 7_000, unit: 'fen' },
          { name: 'medianCharge', value: 4_000, unit: 'fen' },
          { name: 'ratio', value: 1.75, unit: 'times' },
        ],
      },
    });
  });

  it('begins above one and a half times and is severe from three times on', () => {
    const usual = [4_000, 4_000, 4_000, 4_000, 4_000, 4_000];
    expect(billShock(charges(...usual, 6_000), period)).toBeNull();
    expect(billShock(charges(...usual, 6_001), period)?.severity).toBe('MEDIUM');
    expect(billShock(charges(...usual, 12_000), period)?.severity).toBe('HIGH');
  });

  it('needs six bills before and a bill that is usually something', () => {
    const shocked = charges(4_000, 4_000, 4_000, 4_000, 4_000, 4_000, 9_000);
    expect(billShock(withoutMonth(april, shocked), period)).toBeNull();
    expect(billShock(charges(0, 0, 0, 0, 0, 0, 9_000), period)).toBeNull();
  });
});

describe('usage drop', () => {
  const recent = period.fullMonths.slice(-3);
  const dropTo = (own: Partial<FeatureMonth>): Line =>
    line(Object.fromEntries(recent.map((month) => [month, own])));

  it('is half of the three months before, or less', () => {
    expect(usageDrop(dropTo({ voiceMinutes: 51 }), period)).toBeNull();
    expect(usageDrop(dropTo({ voiceMinutes: 50 }), period)).toMatchObject({
      severity: 'MEDIUM',
      month: '2026-10',
      evidence: {
        textZh: '近3个月通话由300分钟降至150分钟（下降50%）',
        numbers: [
          { name: 'recentVoice', value: 150, unit: 'minute' },
          { name: 'previousVoice', value: 300, unit: 'minute' },
        ],
      },
    });
  });

  it('names data and voice when both fell, and is severe when one all but stopped', () => {
    const warning = usageDrop(dropTo({ voiceMinutes: 40, dataKilobytes: 104_857 }), period);
    expect(warning?.severity).toBe('HIGH');
    expect(warning?.evidence.textZh).toBe(
      '近3个月流量由3GB降至307.2MB（下降90%），通话由300分钟降至120分钟（下降60%）',
    );
    expect(warning?.evidence.textEn).toBe(
      'In three months data fell from 3GB to 307.2MB (by 90%), calls fell from 300 to 120 minutes (by 60%)',
    );
  });

  it('is no alarm for figures that were tiny before', () => {
    const tiny = period.fullMonths.map(
      (month) => [month, { voiceMinutes: 19, dataKilobytes: 51_199 }] as const,
    );
    const none = recent.map((month) => [month, { voiceMinutes: 0, dataKilobytes: 0 }] as const);
    expect(usageDrop(line(Object.fromEntries([...tiny, ...none])), period)).toBeNull();
  });

  it('is not asked of a suspended line, nor of one younger than six months', () => {
    const dropped = dropTo({ voiceMinutes: 0 });
    expect(usageDrop(dropped, period)).not.toBeNull();
    expect(usageDrop({ ...dropped, status: 'SUSPENDED' }, period)).toBeNull();
    expect(usageDrop(withoutMonth('2026-05', dropped), period)).toBeNull();
  });
});

describe('allowance spent', () => {
  const spend = (dataKilobytes: number, dataAllowanceKilobytes = 1_048_576): Line =>
    line({ [period.runningMonth]: { dataKilobytes, dataAllowanceKilobytes } });

  it('begins at nine tenths of the running month and rises when all is gone', () => {
    expect(allowanceSpent(spend(943_717), period)).toBeNull();
    expect(allowanceSpent(spend(943_719), period)).toMatchObject({ severity: 'LOW', month: '2026-11' });
    expect(allowanceSpent(spend(1_572_864), period)).toMatchObject({
      severity: 'MEDIUM',
      evidence: {
        textZh: '本月流量已用1.5GB，占套餐1GB的150%',
        numbers: [{ value: 1_572_864, unit: 'KB' }, { value: 1_048_576, unit: 'KB' }, { value: 150 }],
      },
    });
  });

  it('cannot be spent without a data plan', () => {
    expect(allowanceSpent(spend(1_000, 0), period)).toBeNull();
  });
});

describe('silence', () => {
  const nothing = { voiceMinutes: 0, smsCount: 0, mmsCount: 0, dataKilobytes: 0 };

  it('is a full month without any use', () => {
    expect(silent(line({ [october]: nothing }), period)).toMatchObject({
      severity: 'HIGH',
      month: '2026-10',
    });
    expect(silent(line({ [october]: { ...nothing, smsCount: 1 } }), period)).toBeNull();
  });

  it('is not asked of a suspended line, nor of one in its first month', () => {
    const quiet = line({ [october]: nothing });
    expect(silent({ ...quiet, status: 'SUSPENDED_ONE_WAY' }, period)).toBeNull();
    expect(silent(withoutMonth('2026-09', quiet), period)).toBeNull();
  });
});

describe('suspension', () => {
  it.each([
    ['SUSPENDED', 'HIGH', '线路双向停机，呼出和呼入均已停止'],
    ['SUSPENDED_ONE_WAY', 'MEDIUM', '线路单向停机，呼出已停止'],
  ] as const)('%s is %s', (status, severity, textZh) => {
    expect(suspended(line({}, { status }), period)).toMatchObject({
      kind: 'SUSPENDED',
      severity,
      month: '2026-11',
      evidence: { code: status, textZh, numbers: [] },
    });
  });

  it.each(['ACTIVE', 'PRE_CLOSED', 'CLOSED'] as const)('is none of a line that is %s', (status) => {
    expect(suspended(line({}, { status }), period)).toBeNull();
  });
});

describe('contract ending', () => {
  it.each([
    ['2026-11-19', undefined],
    ['2026-11-20', 'HIGH'],
    ['2026-11-30', 'HIGH'],
    ['2026-12-01', 'MEDIUM'],
    ['2026-12-20', 'MEDIUM'],
    ['2026-12-21', 'LOW'],
    ['2027-01-19', 'LOW'],
    ['2027-01-20', undefined],
  ])('on %s is %s', (contractEndsOn, severity) => {
    expect(contractEnding(line({}, { contractEndsOn }), period)?.severity).toBe(severity);
  });

  it('carries the days left', () => {
    expect(contractEnding(line({}, { contractEndsOn: '2026-12-04' }), period)?.evidence).toEqual({
      code: 'CONTRACT_ENDING',
      textZh: '合约2026-12-04到期，还有14天',
      textEn: 'The contract ends on 2026-12-04, in 14 days',
      numbers: [{ name: 'daysLeft', value: 14, unit: 'day' }],
    });
  });
});

describe('all warnings of a customer', () => {
  it('come most severe first, over all lines', () => {
    const late = line({}, { subscriberId: '11', contractEndsOn: '2027-01-01' });
    const shocked = { ...charges(4_000, 4_000, 4_000, 4_000, 4_000, 4_000, 12_000), subscriberId: '12' };

    expect(warningsOf([late, shocked], period).map(({ kind, subscriberId }) => [kind, subscriberId])).toEqual(
      [
        ['BILL_SHOCK', '12'],
        ['CONTRACT_ENDING', '11'],
      ],
    );
  });

  it('leave closed lines out', () => {
    expect(warningsOf([line({}, { status: 'CLOSED', contractEndsOn: '2026-12-01' })], period)).toEqual([]);
  });

  it('are twenty at most, the least severe cut', () => {
    const lines = Array.from({ length: 30 }, (_, i) =>
      line({}, { contractEndsOn: i < 9 ? '2027-01-01' : '2026-12-01' }),
    );
    const warnings = warningsOf(lines, period);

    expect(warnings).toHaveLength(20);
    expect(new Set(warnings.map(({ severity }) => severity))).toEqual(new Set(['MEDIUM']));
  });
});
