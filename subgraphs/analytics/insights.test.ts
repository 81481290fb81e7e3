/** What is decided when it is asked for, with what contacts says, and what the scoring job left beside scores. */
import { describe, expect, it } from '@jest/globals';
import { createAnalytics, customer } from './testing/analytics.ts';
import { callReasonRow, scoreRow } from './testing/rows.ts';

describe('a customer', () => {
  it('is offered nothing where nobody asked contacts, or what it said was lost', async () => {
    const rows = { score: [scoreRow('CUSTOMER', 1, { value: 40, band: 'LOW' })] };
    const lowSensitivity = await createAnalytics(1, rows);
    const fields = '... on Customer { opportunities { state stateReasons { code } } }';
    const free = { openComplaintCount: 0, doNotDisturb: false };
    const of = [
      free,
      {},
      { openComplaintCount: null, doNotDisturb: null },
      { ...free, doNotDisturb: undefined },
      { ...free, openComplaintCount: 1 },
    ];
    const states = [];
    for (const live of of) {
      const { data } = await lowSensitivity.askEntities(fields, [customer('1', live)]);
      states.push(data._entities[0].opportunities[0]);
    }
    const byId = await lowSensitivity.askEntities(
      '... on Opportunity { state stateReason stateReasons { code } }',
      [{ __typename: 'Opportunity', opportunityId: '100', ...free }],
    );
    await lowSensitivity.remove();

    const unknown = { state: 'UNCHECKED', stateReasons: [{ code: 'CONTACTS_UNKNOWN' }] };
    expect(states).toEqual([
      { state: 'OFFERABLE', stateReasons: [] },
      unknown,
      unknown,
      unknown,
      { state: 'WITHHELD', stateReasons: [{ code: 'OPEN_COMPLAINT' }] },
    ]);
    expect(byId.data._entities).toEqual([
      {
        state: 'UNCHECKED',
        stateReason: '未通过客户查询，投诉和免打扰未核对，请从客户处查询',
        stateReasons: [{ code: 'NOT_THROUGH_CUSTOMER' }],
      },
    ]);
  });

  it('has guidance of its scores, of its lines and of what contacts says', async () => {
    const own = await createAnalytics(1, {
      score: [
        scoreRow('CUSTOMER', 1, { value: 40, band: 'LOW' }),
        scoreRow('CUSTOMER', 1, { kind: 'COMPLAINT_SENSITIVITY', value: 77, band: 'HIGH' }),
        scoreRow('CUSTOMER', 1, { kind: 'CHURN', value: 30 }),
      ],
    });
    const fields = '... on Customer { guidance { code evidence { textZh numbers { name value } } } }';
    const guidanceOf = async (live?: object) =>
      (await own.askEntities(fields, [customer('1', live)])).data._entities[0].guidance;
    const free = await guidanceOf();
    const complaining = await guidanceOf({ openComplaintCount: 1, doNotDisturb: false });
    await own.remove();

    expect(free).toMatchObject([
      { code: 'COMPLAINT_CARE_MUCH' },
      {
        code: 'CHURN_HIGH',
        evidence: {
          textZh: expect.stringMatching(/30%.*合约.*维系产品/),
          numbers: expect.arrayContaining([
            { name: 'churn', value: 30 },
            { name: 'retentionRank', value: 1 },
          ]),
        },
      },
    ]);
    expect(complaining.map(({ code }: { code: string }) => code)).toEqual([
      'OPEN_COMPLAINT',
      'COMPLAINT_CARE_MUCH',
      'CHURN_HIGH',
    ]);
    expect(complaining[2].evidence.textZh).not.toContain('维系产品');
  });

  it('has reasons to call once the job has covered it, and none is another thing than not yet', async () => {
    const own = await createAnalytics(3, {
      call_reason: [callReasonRow(1, 1), callReasonRow(3, 1)],
      customer_figure: [
        { customer_id: 1, expected_loss_fen: 12_345, as_of: '2026-11-20' },
        { customer_id: 2, expected_loss_fen: null, as_of: '2026-11-20' },
      ],
    });
    const fields = '... on Customer { expectedLossFen callReasons { rank code asOf evidence { textZh } } }';
    const { data, errors } = await own.askEntities(
      fields,
      ['1', '2', '3'].map((id) => customer(id)),
    );
    await own.remove();

    expect(errors).toBeUndefined();
    expect(data._entities).toEqual([
      {
        expectedLossFen: 12_345,
        callReasons: [
          { rank: 1, code: 'BILL_ISSUED', asOf: '2026-11-20', evidence: { textZh: '账单3天前出账' } },
        ],
      },
      { expectedLossFen: null, callReasons: [] },
      { expectedLossFen: null, callReasons: null },
    ]);
  });
});
