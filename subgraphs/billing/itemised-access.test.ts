import { afterEach, describe, expect, it } from '@jest/globals';
import { signApproval } from '#kit/receipt';
import { testClock } from '#kit/testing/ask';
import { memoryTrail } from '#kit/testing/trail';
import type { ViewerClaims } from '#kit/viewer';
import { createBillingSubgraph } from './subgraph.ts';
import {
  AUTHENTICATED,
  type Billing,
  billingViewer,
  createBilling,
  NOW,
  RECEIPT_KEY,
} from './testing/billing.ts';
import { EXAMPLE } from './testing/example.ts';

const MONTH = '2026-11';
const APPROVAL = {
  subscriberId: '100',
  month: MONTH,
  requestedBy: 'S000001',
  approvedBy: 'S000002',
  until: NOW + 1,
};

let billing: Billing | undefined;
afterEach(() => billing?.remove());

async function askLine(fields: string, claims: Partial<ViewerClaims> = {}, line = '100') {
  billing = await createBilling(EXAMPLE, () => billingViewer(claims));
  return billing.askLine(line, fields);
}

const exported = (approval: string, month = MONTH): string =>
  `usageRecordExport(month: "${month}", approval: "${approval}") { usageId peerMasked }`;

const FIELDS = [
  ['usageRecords', 'usageRecords { totalCount }'],
  ['usageRecordExport', exported(signApproval(RECEIPT_KEY, APPROVAL))],
] as const;

describe.each(FIELDS)('%s', (field, selection) => {
  it.each([
    ['nobody was authenticated', null],
    ['somebody else was', { ...AUTHENTICATED, customerId: '2' }],
    ['somebody else authenticated him', { ...AUTHENTICATED, subject: 'S000002' }],
    ['it was too long ago', { ...AUTHENTICATED, until: NOW }],
  ])('needs the customer authenticated: refused where %s', async (_, authenticated) => {
    expect(await askLine(selection, { authenticated })).toMatchObject({
      data: { _entities: [{ [field]: null }] },
      errors: [{ path: ['_entities', 0, field], extensions: { code: 'NEEDS_AUTHENTICATION' } }],
    });
  });

  it('needs a purpose', async () => {
    expect(await askLine(selection, { purpose: null })).toMatchObject({
      data: { _entities: [{ [field]: null }] },
      errors: [{ path: ['_entities', 0, field], extensions: { code: 'NEEDS_PURPOSE' } }],
    });
  });
});

describe('an export', () => {
  it('holds all records of the month, newest first, the other party masked whoever asks', async () => {
    const answer = await askLine(exported(signApproval(RECEIPT_KEY, APPROVAL)));
    expect(answer).toEqual({
      data: {
        _entities: [
          {
            usageRecordExport: [
              { usageId: '100-202611-3', peerMasked: '10****' },
              { usageId: '100-202611-2', peerMasked: '164****1234' },
              { usageId: '100-202611-1', peerMasked: '154****5678' },
              { usageId: '100-202611-0', peerMasked: null },
            ],
          },
        ],
      },
    });
  });

  it('is on record each time that it is taken, and five times an hour at most', async () => {
    const approval = signApproval(RECEIPT_KEY, APPROVAL);
    billing = await createBilling(EXAMPLE);
    for (let at = 0; at < 5; at++) {
      expect((await billing.askLine('100', exported(approval))).errors).toBeUndefined();
    }
    const { data, errors } = await billing.askLine('100', exported(approval));

    expect(data._entities).toEqual([{ usageRecordExport: null }]);
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_REACHED' } }]);
    expect(billing.trail.entries).toHaveLength(5);
    expect(billing.trail.entries[0]).toEqual({
      kind: 'EXPORT',
      subject: 'S000001',
      role: 'SUPERVISOR',
      channel: 'HOTLINE',
      customers: ['1'],
      operation: 'usageRecordExport',
      fields: ['Subscriber.usageRecordExport'],
      purpose: 'BILL_ENQUIRY',
      outcome: 'OK',
    });
  });

  it('is not taken where it cannot be put on record', async () => {
    billing = await createBilling(EXAMPLE);
    billing.trail.fail();
    const { data, errors } = await billing.askLine('100', exported(signApproval(RECEIPT_KEY, APPROVAL)));

    expect(data._entities).toEqual([{ usageRecordExport: null }]);
    expect(errors).toMatchObject([{ extensions: { code: 'AUDIT_UNAVAILABLE' } }]);
  });

  it('is no longer than 5,000 records', async () => {
    const records = JSON.stringify(Array.from({ length: 5_001 }, () => ['S', 7_200, 10, '15412345678']));
    const many = { ...EXAMPLE, usage_detail: [{ subscriber_id: 100, month: MONTH, records }] };
    billing = await createBilling(many);
    const { data } = await billing.askLine('100', exported(signApproval(RECEIPT_KEY, APPROVAL)));
    expect(data._entities[0].usageRecordExport).toHaveLength(5_000);
    expect(data._entities[0].usageRecordExport[0].usageId).toBe('100-202611-5000');
  });

  it.each([
    ['is missing', ''],
    ['is nonsense', 'x.y'],
    ['was signed by somebody else', signApproval(new Uint8Array(32), APPROVAL)],
    ['is of another line', signApproval(RECEIPT_KEY, { ...APPROVAL, subscriberId: '101' })],
    ['is of another month', signApproval(RECEIPT_KEY, { ...APPROVAL, month: '2026-10' })],
    ['was asked for by somebody else', signApproval(RECEIPT_KEY, { ...APPROVAL, requestedBy: 'S000003' })],
    ['is one’s own', signApproval(RECEIPT_KEY, { ...APPROVAL, approvedBy: 'S000001' })],
    ['has run out', signApproval(RECEIPT_KEY, { ...APPROVAL, until: NOW })],
  ])('is refused where the approval %s', async (_, approval) => {
    expect(await askLine(exported(approval))).toMatchObject({
      data: { _entities: [{ usageRecordExport: null }] },
      errors: [
        {
          message: 'A second person must approve this export first.',
          extensions: { code: 'FORBIDDEN', retryable: false },
        },
      ],
    });
  });

  it('says what months there are', async () => {
    const approval = signApproval(RECEIPT_KEY, { ...APPROVAL, month: '2026-12' });
    expect(await askLine(exported(approval, '2026-12'))).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  it('is not shown to who may not see the line, approved or not', async () => {
    const reach = { kind: 'NOBODY' } as const;
    expect(await askLine(exported(signApproval(RECEIPT_KEY, APPROVAL)), { reach })).toMatchObject({
      data: { _entities: [null] },
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });
});

describe('the rights that the SDL names', () => {
  it('are those of an export, of the person and of the request', async () => {
    billing = await createBilling();
    const { rules } = createBillingSubgraph(billing.db, testClock, {
      receiptKey: RECEIPT_KEY,
      trail: memoryTrail(),
    });
    expect(rules.ofField('Subscriber', 'usageRecordExport').demands).toEqual(
      expect.arrayContaining([
        { kind: 'scopes', anyOf: [['export:request']] },
        { kind: 'scopes', anyOf: [['usage-records:read']] },
        { kind: 'policies', anyOf: [['on_record']] },
        { kind: 'policies', anyOf: [['purpose']] },
        { kind: 'policies', anyOf: [['customer_authenticated']] },
      ]),
    );
  });
});
