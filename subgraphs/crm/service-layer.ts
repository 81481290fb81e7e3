/**
 * 分层服务: which layer, class and grade a customer has (R01, R02, R04, I18).
 * The highest identity counts 最高身份优先.
 */
import type {
  IdentitySource,
  Membership,
  NetClass,
  ServiceIdentity,
  ServiceLayer,
  Subscriber,
  UserClass,
  VipGrade,
} from './model.ts';
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
/** Lowest first (R02). */
const GRADES: readonly VipGrade[] = ['SILVER', 'GOLD', 'DIAMOND', 'SUPREME'];
/** Lowest first. */
const NET_CLASSES: readonly NetClass[] = ['FIXED', 'G2', 'G3', 'G4', 'G5'];

/** Where the operator is at home, by GB/T 2260: Chongqing and Sichuan. Numbers of other places are 异地. */
const HOME_PROVINCES: ReadonlySet<string> = new Set(['50', '51']);

/** Who somebody is, whatever lines they have. */
export interface Standing {
  readonly memberships: readonly Membership[];
  /** Is a group customer, or has a seat in one. */
  readonly inGroup: boolean;
}

/** A line with what its brand claims and where its number was issued. */
export interface Line {
  readonly subscriber: Subscriber;
  readonly brandLayer: ServiceLayer | null;
  readonly originRegionCode: string | null;
}

/** A membership counts from its first valid day to its last. */
export function isValid({ validFrom, validUntil }: Membership, today: string): boolean {
  return validFrom <= today && today <= validUntil;
}

/** Points of all valid memberships 客户积分. */
export function validPoints(memberships: readonly Membership[], today: string): number {
  return memberships.reduce(
    (sum, membership) => sum + (isValid(membership, today) ? membership.points : 0),
    0,
  );
}

/** Highest level of a valid membership; null for ordinary customers. */
export function vipGrade(memberships: readonly Membership[], today: string): VipGrade | null {
  const levels = memberships
    .filter((membership) => isValid(membership, today))
    .map(({ level }) => GRADES.indexOf(level));
  return GRADES[Math.max(...levels)] ?? null;
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

/** 用户类型与级别 of one line: VIP before group before ordinary, as in the layers. */
export function userClass(netClass: NetClass, { memberships, inGroup }: Standing, today: string): UserClass {
  if (vipGrade(memberships, today) !== null) return `${netClass}_VIP`;
  return inGroup ? 'GROUP' : `${netClass}_ORDINARY`;
}

/** That of the best line in use; a unit without lines is a group all the same. */
export function bestUserClass(
  standing: Standing,
  subscribers: readonly Subscriber[],
  today: string,
): UserClass | null {
  const classes = subscribers.filter(isInUse).map(({ netClass }) => NET_CLASSES.indexOf(netClass));
  const best = NET_CLASSES[Math.max(...classes)];
  if (best !== undefined) return userClass(best, standing, today);
  return standing.inGroup ? 'GROUP' : null;
}
