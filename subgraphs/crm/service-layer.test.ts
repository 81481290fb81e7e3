import { describe, expect, it } from '@jest/globals';
import type { Membership, NetClass, ServiceLayer, Subscriber, VipGrade } from './model.ts';
import { bestUserClass, identities, type Line, userClass, validPoints, vipGrade } from './service-layer.ts';

const TODAY = '2026-11-20';
const nobody = { memberships: [], inGroup: false };

const card = (level: VipGrade, validUntil = '2026-12-31'): Membership =>
  ({ level, validFrom: '2026-01-01', validUntil, points: 100 }) as Membership;

const subscriber = (netClass: NetClass, status: Subscriber['status'] = 'ACTIVE'): Subscriber =>
  ({ netClass, status }) as Subscriber;

const line = (brandLayer: ServiceLayer | null, originRegionCode: string | null = '510100'): Line => ({
  subscriber: subscriber('G4'),
  brandLayer,
  originRegionCode,
});

const layers = (claims: readonly { layer: string; source: string }[]) =>
  claims.map(({ layer, source }) => `${layer} by ${source}`);

describe('a membership', () => {
  it('counts on its first and its last day, and on no other', () => {
    expect(vipGrade([card('GOLD', TODAY)], TODAY)).toBe('GOLD');
    expect(vipGrade([card('GOLD', '2026-11-19')], TODAY)).toBeNull();
    expect(vipGrade([card('GOLD')], '2025-12-31')).toBeNull();
    expect(vipGrade([card('GOLD')], '2026-01-01')).toBe('GOLD');
  });

  it('gives the highest grade of those valid, and the sum of their points', () => {
    const cards = [card('SILVER'), card('DIAMOND'), card('SUPREME', '2026-06-30')];

    expect(vipGrade(cards, TODAY)).toBe('DIAMOND');
    expect(validPoints(cards, TODAY)).toBe(200);
  });
});

describe('the service layer', () => {
  it('is the highest of all identities (R04)', () => {
    const claims = identities(
      { memberships: [card('DIAMOND')], inGroup: true },
      [line('EASYOWN'), line('GOTONE_CONTRACT', '110000')],
      TODAY,
    );

    expect(layers(claims)).toEqual([
      'GOTONE_VIP by MEMBERSHIP',
      'GROUP by GROUP_MEMBERSHIP',
      'ROAM_IN by ORIGIN',
      'GOTONE_CONTRACT by BRAND',
      'EASYOWN by BRAND',
    ]);
    expect(claims.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 6]);
  });

  it('is the first only for VIPs with a line of 全球通', () => {
    const vip = { memberships: [card('DIAMOND')], inGroup: false };
    const former = { ...line('GOTONE_CONTRACT'), subscriber: subscriber('G4', 'CLOSED') };

    expect(layers(identities(vip, [line('LOCAL_BRAND'), former], TODAY))).toEqual(['LOCAL_BRAND by BRAND']);
  });

  it.each([
    ['510700', false],
    ['500000', false],
    ['110000', true],
    [null, false],
  ])('takes a number issued in %s for one from elsewhere: %s', (origin, elsewhere) => {
    const [highest] = identities(nobody, [line('LOCAL_BRAND', origin)], TODAY);

    expect(highest?.layer).toBe(elsewhere ? 'ROAM_IN' : 'LOCAL_BRAND');
  });

  it('is claimed by suspended lines, and not by closed ones', () => {
    const suspended = { ...line('EASYOWN'), subscriber: subscriber('G4', 'SUSPENDED') };
    const closed = { ...line('GOTONE_CONTRACT'), subscriber: subscriber('G4', 'CLOSED') };

    expect(layers(identities(nobody, [suspended, closed], TODAY))).toEqual(['EASYOWN by BRAND']);
  });

  it('is none for a prospect', () => {
    expect(identities(nobody, [], TODAY)).toEqual([]);
  });
});

describe('the user class', () => {
  it('is VIP before group before ordinary', () => {
    expect(userClass('G3', { memberships: [card('SILVER')], inGroup: true }, TODAY)).toBe('G3_VIP');
    expect(userClass('G3', { ...nobody, inGroup: true }, TODAY)).toBe('GROUP');
    expect(userClass('FIXED', nobody, TODAY)).toBe('FIXED_ORDINARY');
  });

  it('is that of the best line in use', () => {
    const lines = [subscriber('FIXED'), subscriber('G2'), subscriber('G5', 'CLOSED')];

    expect(bestUserClass(nobody, lines, TODAY)).toBe('G2_ORDINARY');
  });

  it('is none without a line, except for a group', () => {
    expect(bestUserClass(nobody, [], TODAY)).toBeNull();
    expect(bestUserClass({ ...nobody, inGroup: true }, [], TODAY)).toBe('GROUP');
  });
});
