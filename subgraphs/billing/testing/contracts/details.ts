import { expect, it } from '@jest/globals';
import { startOfDay } from '#kit/clock';
import type { DetailsSource } from '../../sources/details-sql.ts';
import { MANY_RECORDS } from '../contract-rows.ts';
import { tells } from './tells.ts';

/** What any source of itemised records does with the contract's rows. */
export function detailsContract(source: () => DetailsSource): void {
  it('finds the records of a month, newest first, with the other party masked', async () => {
    const records = (await source().bySubscribers(['100'], '2026-11')).get('100');
    if (records === undefined || records instanceof Error)
      throw new Error('There are none.', { cause: records });
    expect(records.map(({ position }) => position)).toEqual(
      Array.from({ length: MANY_RECORDS }, (_, nth) => MANY_RECORDS - 1 - nth),
    );
    expect(records.at(0)).toMatchObject({ kind: 'MMS', chargeFen: MANY_RECORDS - 5 });
    expect(records.slice(-4)).toEqual([
      record(3, 100_000, { kind: 'SMS', peerMasked: '10****', chargeFen: 0 }),
      record(2, 90_061, { kind: 'VOICE', peerMasked: '164****1234', seconds: 61, chargeFen: 31 }),
      record(1, 7_200, { kind: 'SMS', peerMasked: '154****5678', chargeFen: 10 }),
      record(0, 0, { kind: 'DATA', seconds: 900, kilobytes: 2_048, chargeFen: 0 }),
    ]);
    expect(JSON.stringify(records)).not.toMatch(/15412345678|16400001234|10086/);
  });

  it('tells a month without records from one that is not kept', async () => {
    expect((await source().bySubscribers(['100', '101'], '2026-10')).get('100')).toEqual([]);
    const kept = await source().bySubscribers(['100', '101', '999', 'none'], '2026-09');
    expect(['100', '101', 'none'].filter((id) => kept.has(id))).toEqual([]);
    expect(tells(kept, '999')).toBe(false);
    expect(kept.get('100')).toBeUndefined();
  });
}

function record(position: number, second: number, own: object) {
  return {
    usageId: `100-202611-${position}`,
    position,
    startedAtSeconds: startOfDay('2026-11-01') + second,
    peerMasked: null,
    seconds: null,
    kilobytes: null,
    ...own,
  };
}
