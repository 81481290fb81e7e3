import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Billing, createBilling } from './testing/billing.ts';
import { EXAMPLE } from './testing/example.ts';

let billing: Billing;

beforeAll(async () => {
  billing = await createBilling(EXAMPLE);
});

afterAll(() => billing.remove());

describe('itemised records', () => {
  const RECORDS = `
    totalCount pageInfo { hasNextPage endCursor }
    nodes { usageId kind startedAt peerMasked seconds kilobytes chargeFen }`;

  it('show the newest first, the other party masked', async () => {
    expect(await billing.askLine('100', `usageRecords { ${RECORDS} }`)).toEqual({
      data: {
        _entities: [
          {
            usageRecords: {
              totalCount: 4,
              pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
              nodes: [
                {
                  usageId: '100-202611-3',
                  kind: 'SMS',
                  startedAt: '2026-11-02T03:46:40+08:00',
                  peerMasked: '10****',
                  seconds: null,
                  kilobytes: null,
                  chargeFen: 0,
                },
                {
                  usageId: '100-202611-2',
                  kind: 'VOICE',
                  startedAt: '2026-11-02T01:01:01+08:00',
                  peerMasked: '164****1234',
                  seconds: 61,
                  kilobytes: null,
                  chargeFen: 30,
                },
                {
                  usageId: '100-202611-1',
                  kind: 'SMS',
                  startedAt: '2026-11-01T02:00:00+08:00',
                  peerMasked: '154****5678',
                  seconds: null,
                  kilobytes: null,
                  chargeFen: 10,
                },
                {
                  usageId: '100-202611-0',
                  kind: 'DATA',
                  startedAt: '2026-11-01T01:00:00+08:00',
                  peerMasked: null,
                  seconds: 900,
                  kilobytes: 2_048,
                  chargeFen: 0,
                },
              ],
            },
          },
        ],
      },
    });
  });

  it('come page by page to the end, each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 10; page++) {
      const cursor: string = after === null ? 'null' : `"${after}"`;
      const result = await billing.askLine(
        '100',
        `usageRecords(kind: SMS, first: 1, after: ${cursor}) { ${RECORDS} }`,
      );
      const { nodes, pageInfo, totalCount } = result.data._entities[0].usageRecords;
      expect(totalCount).toBe(2);
      seen.push(...nodes.map(({ usageId }: { usageId: string }) => usageId));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(['100-202611-3', '100-202611-1']);
  });

  it('take no cursor of another month', async () => {
    const november = await billing.askLine('100', 'usageRecords(first: 1) { pageInfo { endCursor } }');
    const { endCursor } = november.data._entities[0].usageRecords.pageInfo;
    expect(
      await billing.askLine('100', `usageRecords(month: "2026-10", after: "${endCursor}") { totalCount }`),
    ).toMatchObject({
      data: { _entities: [{ usageRecords: null }] },
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  it('are none where a month had none, and unknown where they are not kept', async () => {
    const fields =
      'none: usageRecords(month: "2026-10") { totalCount nodes { usageId } pageInfo { endCursor } } unknown: usageRecords(month: "2026-09") { totalCount }';
    expect(await billing.askLine('100', fields)).toEqual({
      data: {
        _entities: [{ none: { totalCount: 0, nodes: [], pageInfo: { endCursor: null } }, unknown: null }],
      },
    });
  });
});
