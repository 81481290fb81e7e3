/**
 * 分层服务: which layer a customer has, and by what (R01, R04). The highest
 * identity counts 最高身份优先. Class and grade are in the kit.
 */
import { isValid, type Standing, vipGrade } from '#kit/customer-class';
import type { IdentitySource, Membership, ServiceIdentity, ServiceLayer, Subscriber } from './model.ts';
import { isInUse } from './subscriber-figures.ts';

/** Highest first (R01). */
const LAYERS: readonly ServiceLayer[] = [
  'GOTONE_VIP',
  'GROUP',
  'ROAM_IN',
  'GOTONE_CONTRACT',
  'PREPAID_BRAND',
  'EASYOWN',
  'LOCAL_BRAND',
];

/** Where the operator is at home, by GB/T 2260: Chongqing and Sichuan. Numbers of other places are 异地. */
const HOME_PROVINCES: ReadonlySet<string> = new Set(['50', '51']);

/** A line with what its brand claims and where its number was issued. */
export interface Line {
  readonly subscriber: Subscriber;
  readonly brandLayer: ServiceLayer | null;
  readonly originRegionCode: string | null;
}

/** Points of all valid memberships 客户积分. */
export function validPoints(memberships: readonly Membership[], today: string): number {
  return memberships.reduce(
    (sum, membership) => sum + (isValid(membership, today) ? membership.points : 0),
    0,
  );
}

/** Every claim to a layer, highest first. Closed lines claim nothing. */
export function identities(
  { memberships, inGroup }: Standing,
  lines: readonly Line[],
  today: string,
): ServiceIdentity[] {
  const claims: ServiceIdentity[] = [];
  const claim = (layer: ServiceLayer, source: IdentitySource, subscriber: Subscriber | null = null): void => {
    claims.push({ layer, rank: LAYERS.indexOf(layer) + 1, source, subscriber });
  };

  const inUse = lines.filter(({ subscriber }) => isInUse(subscriber));
  const hasGotone = inUse.some(({ brandLayer }) => brandLayer === 'GOTONE_CONTRACT');
  // The first layer is for VIPs of 全球通: a card alone, with lines of other brands, does not give it.
  if (hasGotone && vipGrade(memberships, today) !== null) claim('GOTONE_VIP', 'MEMBERSHIP');
  if (inGroup) claim('GROUP', 'GROUP_MEMBERSHIP');
  for (const { subscriber, brandLayer, originRegionCode } of inUse) {
    if (originRegionCode !== null && !HOME_PROVINCES.has(originRegionCode.slice(0, 2))) {
      claim('ROAM_IN', 'ORIGIN', subscriber);
    }
    if (brandLayer !== null) claim(brandLayer, 'BRAND', subscriber);
  }
  return claims.sort((a, b) => a.rank - b.rank);
}
