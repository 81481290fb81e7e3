import { describe, expect, it } from '@jest/globals';
import type { NetClass, VipGrade } from '#kit/customer-class';
import type { Membership, ServiceLayer, Subscriber } from './model.ts';
import { identities, type Line, validPoints } from './service-layer.ts';

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

it('sums the points of memberships that are valid', () => {
  expect(validPoints([card('SILVER'), card('DIAMOND'), card('SUPREME', '2026-06-30')], TODAY)).toBe(200);
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
