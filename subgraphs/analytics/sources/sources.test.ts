import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '#kit/testing/database';
import { listText, testDialect } from '#kit/testing/mariadb';
import { readReasons } from '../rules/score-reasons.ts';
import { scored } from '../score-subjects.ts';
import { createAnalyticsDatabase } from '../testing/analytics.ts';
import {
  callReasonRow,
  featureMonth,
  featureRow,
  opportunityRow,
  scoreRow,
  treatmentRow,
} from '../testing/rows.ts';
import { createFeaturesSource } from './features-sql.ts';
import { createInsightsSource } from './insights-sql.ts';
import { createLinesSource } from './lines-sql.ts';
import { createOpportunitiesSource } from './opportunities-sql.ts';
import { createScoresSource } from './scores-sql.ts';
import { createSegmentsSource } from './segments-sql.ts';
import { createTreatmentsSource } from './treatments-sql.ts';

const RANGE = { from: '2026-09', to: '2026-11' };

let test: TestDatabase;

beforeAll(async () => {
  const ref = { status: 'ACTIVE', contract_ends_on: null };
  const months = ['2026-08', '2026-09', '2026-10', '2026-11'];
  test = await createAnalyticsDatabase({
    subscriber_ref: [
      { ...ref, customer_id: 1, subscriber_id: 10, contract_ends_on: '2026-12-31' },
      { ...ref, customer_id: 1, subscriber_id: 11, status: 'SUSPENDED' },
      { ...ref, customer_id: 2, subscriber_id: 20 },
    ],
    feature_month: [
      ...months.map((month) => featureRow(10, featureMonth(month, { chargeFen: 100 }))),
      ...months.map((month) => featureRow(20, featureMonth(month))),
    ],
    treatment: [
      treatmentRow(5, 1, { treated_at: 1_000 }),
      treatmentRow(6, 1, { treated_at: 3_000, offer_id: null, product_type: null }),
      treatmentRow(7, 1, { treated_at: 2_000 }),
      treatmentRow(8, 2, { treated_at: 2_000 }),
    ],
    opportunity: [
      opportunityRow(101, 1, { rank_no: 3 }),
      opportunityRow(102, 1, { rank_no: 1 }),
      opportunityRow(103, 1, { rank_no: 2 }),
      opportunityRow(104, 1, { rank_no: 4, kind: 'RETENTION' }),
      opportunityRow(201, 2),
      opportunityRow(301, 3, { numbers: '{"name":' }),
    ],
    score: [scoreRow('CUSTOMER', 1), scoreRow('SUBSCRIBER', 1, { kind: 'CHURN' })],
    call_reason: [
      callReasonRow(1, 2, { code: 'USUAL' }),
      callReasonRow(1, 1),
      callReasonRow(1, 3, { code: 'MASS_SMS' }),
      callReasonRow(1, 4, { code: 'TICKET_OPEN' }),
      callReasonRow(2, 1),
      callReasonRow(3, 1, { numbers: '[' }),
    ],
    customer_figure: [
      { customer_id: 1, expected_loss_fen: 3_000_000_000, as_of: '2026-11-20' },
      { customer_id: 2, expected_loss_fen: null, as_of: '2026-11-20' },
      { customer_id: 3, expected_loss_fen: 1, as_of: '2026-11-20' },
    ],
    segment_membership: [
      { customer_id: 1, code: 'B', name: '老客户', since: '2021-05-01' },
      { customer_id: 1, code: 'A', name: '高价值', since: '2026-01-01' },
    ],
  });
});

afterAll(() => test.remove());

describe('features', () => {
  it('reads the months of several lines in one statement, oldest first', async () => {
    test.statements.length = 0;
    const found = await createFeaturesSource(test.db).bySubscribers(['20', '10', '404', 'x'], RANGE);

    expect([...found.keys()].toSorted()).toEqual(['10', '20']);
    expect(found.get('10')?.map(({ month, chargeFen }) => [month, chargeFen])).toEqual([
      ['2026-09', 100],
      ['2026-10', 100],
      ['2026-11', 100],
    ]);
    expect(test.statements).toHaveLength(1);
  });

  it('maps every column to the figure of its name', async () => {
    const found = await createFeaturesSource(test.db).bySubscribers(['20'], {
      from: '2026-10',
      to: '2026-10',
    });
    expect(found.get('20')).toEqual([featureMonth('2026-10')]);
  });
});

describe('lines', () => {
  it('reads customers, their lines and the months of those in one statement', async () => {
    test.statements.length = 0;
    const found = await createLinesSource(test.db).byCustomers(['1', '2', '404'], RANGE);

    expect(found.get('1')).toMatchObject([
      {
        subscriberId: '10',
        status: 'ACTIVE',
        contractEndsOn: '2026-12-31',
        months: [{ month: '2026-09' }, {}, {}],
      },
      { subscriberId: '11', status: 'SUSPENDED', contractEndsOn: null, months: [] },
    ]);
    expect(found.get('2')).toMatchObject([{ subscriberId: '20' }]);
    expect(found.has('404')).toBe(false);
    expect(test.statements).toHaveLength(1);
  });
});

describe('treatments', () => {
  it('come newest first for each customer, not older than asked', async () => {
    const found = await createTreatmentsSource(test.db).byCustomers(['1', '2'], 1_500);
    expect(found.get('1')?.map(({ treatmentId }) => treatmentId)).toEqual(['6', '7']);
    expect(found.get('2')?.map(({ treatmentId }) => treatmentId)).toEqual(['8']);
  });

  it('are found by id', async () => {
    const found = await createTreatmentsSource(test.db).byIds(['6', '404', 'abc']);
    expect([...found]).toEqual([
      [
        '6',
        {
          treatmentId: '6',
          campaignKind: 'PLAN_ADJUST',
          campaignName: '套餐升级',
          channel: 'OUTBOUND',
          treatedAt: 3_000,
          offerId: null,
          productType: null,
          reason: null,
        },
      ],
    ]);
  });
});

describe('opportunities', () => {
  it('come best first, so many of each kind', async () => {
    const found = await createOpportunitiesSource(test.db, 2).byCustomers(['1', '2']);
    expect(found.get('1')?.map(({ opportunityId }) => opportunityId)).toEqual(['102', '103', '104']);
    expect(found.get('2')).toMatchObject([
      { subscriberId: '20', offerId: '7', reason: { numbers: [{ value: 93.5, unit: 'percent' }] } },
    ]);
  });

  it('fail as malformed, without the text, when the numbers are cut off', async () => {
    await expect(createOpportunitiesSource(test.db).byIds(['301'])).rejects.toMatchObject({
      message: 'The analytics system sent a record that cannot be read.',
      extensions: { code: 'SOURCE_MALFORMED', source: 'analytics', retryable: false },
    });
  });
});

describe('scores', () => {
  it('tell a customer from a line of the same id, in one statement', async () => {
    const [customer, line] = [scored('CUSTOMER', '1'), scored('SUBSCRIBER', '1')];
    test.statements.length = 0;
    const found = await createScoresSource(test.db).bySubjects([customer, line, scored('CUSTOMER', 'x')]);

    expect(test.statements).toHaveLength(1);
    expect([...found.keys()]).toEqual([customer, line]);
    expect(found.get(customer)).toEqual([
      {
        kind: 'FEE_SENSITIVITY',
        state: 'COMPUTED',
        value: 81.5,
        band: 'HIGH',
        reasonsText:
          '[{"code":"BILL_QUERIES","textZh":"查询话费6次","textEn":"6 bill queries","contribution":1.5}]',
        modelVersion: 'fee-1',
        asOf: '2026-11-19',
      },
    ]);
    expect(found.get(line)).toMatchObject([{ kind: 'CHURN' }]);
  });

  it('fail as malformed when a reason is none', () => {
    expect(() => readReasons('[{}]')).toThrow('The analytics system sent a record that cannot be read.');
  });
});

describe('reasons to call', () => {
  it('come best first, three of a customer, in one statement for all', async () => {
    test.statements.length = 0;
    const found = await createInsightsSource(test.db).byCustomers(['2', '1', '404', 'x']);

    expect(test.statements).toHaveLength(1);
    expect([...found.keys()].toSorted()).toEqual(['1', '2']);
    expect(found.get('1')?.callReasons.map(({ code }) => code)).toEqual(['BILL_ISSUED', 'USUAL', 'MASS_SMS']);
    expect(found.get('2')?.callReasons).toEqual([
      {
        rank: 1,
        code: 'BILL_ISSUED',
        evidence: {
          code: 'BILL_ISSUED',
          textZh: '账单3天前出账',
          textEn: 'Billed 3 days ago',
          numbers: [{ name: 'daysSinceBill', value: 3, unit: 'day' }],
        },
        asOf: '2026-11-20',
      },
    ]);
  });

  it('fail as malformed when the numbers are cut off', async () => {
    await expect(createInsightsSource(test.db).byCustomers(['3'])).rejects.toMatchObject({
      extensions: { code: 'SOURCE_MALFORMED' },
    });
  });
});

it('reads figures of those who were covered, more 分 than an Int holds, and null where it is not known', async () => {
  const found = await createInsightsSource(test.db).byCustomers(['1', '2', '4']);
  expect([...found].map(([id, { expectedLossFen }]) => [id, expectedLossFen])).toEqual([
    ['1', 3_000_000_000],
    ['2', null],
  ]);
});

it('reads segments oldest first', async () => {
  const found = await createSegmentsSource(test.db).byCustomers(['1', '2']);
  expect(found.get('1')?.map(({ code }) => code)).toEqual(['B', 'A']);
  expect(found.has('2')).toBe(false);
});

it('sends these texts', async () => {
  const { db, statements } = test;
  statements.length = 0;
  await createLinesSource(db).byCustomers(['1'], RANGE);
  await createTreatmentsSource(db).byCustomers(['1'], 0);
  await createOpportunitiesSource(db).byCustomers(['1']);
  await createScoresSource(db).bySubjects([scored('CUSTOMER', '1')]);

  expect(statements).toEqual([
    'select `r`.`customer_id` as `customerId`, `r`.`subscriber_id` as `subscriberId`, `r`.`status` as `status`, ' +
      '`r`.`contract_ends_on` as `contractEndsOn`, `f`.`month` as `month`, ' +
      '`f`.`voice_minutes` as `voiceMinutes`, `f`.`sms_count` as `smsCount`, `f`.`mms_count` as `mmsCount`, ' +
      '`f`.`data_kb` as `dataKilobytes`, `f`.`data_allowance_kb` as `dataAllowanceKilobytes`, ' +
      '`f`.`charge_fen` as `chargeFen` ' +
      'from `subscriber_ref` as `r` left join `feature_month` as `f` ' +
      'on `f`.`subscriber_id` = `r`.`subscriber_id` and `f`.`month` between ? and ? ' +
      `where \`r\`.\`customer_id\` in ${listText()} ` +
      'order by `r`.`customer_id` asc, `r`.`subscriber_id` asc, `f`.`month` asc',
    'select `treatment_id`, `customer_id`, `campaign_kind`, `campaign_name`, `channel`, `treated_at`, ' +
      '`offer_id`, `product_type`, `reason` from `treatment` ' +
      `where \`customer_id\` in ${listText()} and \`treated_at\` >= ? ` +
      'order by `treated_at` desc, `treatment_id` desc',
    'select `opportunity_id`, `customer_id`, `subscriber_id`, `kind`, `offer_id`, `rank_no`, `reason_code`, ' +
      '`reason_zh`, `reason_en`, `numbers`, ' +
      'exists (select 1 from subscriber_ref as own where own.customer_id = opportunity.customer_id ' +
      'and own.subscriber_id = opportunity.subscriber_id) as held from `opportunity` ' +
      `where \`customer_id\` in ${listText()} ` +
      'order by `customer_id` asc, `kind` asc, `rank_no` asc, `opportunity_id` asc limit ?',
    'select `subject`, `subject_id`, `kind`, `value`, `band`, `reasons`, `model_version`, `as_of` from `score` ' +
      `where subject = 'CUSTOMER' and \`subject_id\` in ${listText()} ` +
      'union all ' +
      'select `subject`, `subject_id`, `kind`, `value`, `band`, `reasons`, `model_version`, `as_of` from `score` ' +
      `where subject = 'SUBSCRIBER' and \`subject_id\` in ${listText()}`,
  ]);
});

// What SQLite does for a statement.
if (testDialect() === 'sqlite') {
  it('finds every row by an index: no statement scans a table', async () => {
    const { db, statements } = test;
    statements.length = 0;
    const treatments = createTreatmentsSource(db);
    const opportunities = createOpportunitiesSource(db);
    await createFeaturesSource(db).bySubscribers(['10'], RANGE);
    await createLinesSource(db).byCustomers(['1'], RANGE);
    await treatments.byCustomers(['1'], 0);
    await treatments.byIds(['5']);
    await opportunities.byCustomers(['1']);
    await opportunities.byIds(['101']);
    await createScoresSource(db).bySubjects([scored('CUSTOMER', '1')]);
    await createSegmentsSource(db).byCustomers(['1']);
    await createInsightsSource(db).byCustomers(['1']);

    expect(statements).toHaveLength(9);
    // The list of ids, and what was ranked, are small tables of the statement's own.
    const scans = statements
      .flatMap(test.explain)
      .filter((step) => /^SCAN (?!json_each|ranked|\(subquery)/.test(step));
    expect(scans).toEqual([]);
  });
}
