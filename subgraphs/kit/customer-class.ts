/** Type and grade of customers (R02, I18): crm shows them, and identity tells them to whoever authenticates. */

export type NetClass = 'G2' | 'G3' | 'G4' | 'G5' | 'FIXED';
export type VipGrade = 'SILVER' | 'GOLD' | 'DIAMOND' | 'SUPREME';
export type UserClass = `${NetClass}_${'VIP' | 'ORDINARY'}` | 'GROUP';

/** Lowest first (R02). */
const GRADES: readonly VipGrade[] = ['SILVER', 'GOLD', 'DIAMOND', 'SUPREME'];
/** Lowest first. */
const NET_CLASSES: readonly NetClass[] = ['FIXED', 'G2', 'G3', 'G4', 'G5'];

/** Days are `YYYY-MM-DD`. */
export interface GradedMembership {
  readonly level: VipGrade;
  readonly validFrom: string;
  readonly validUntil: string;
}

/** Who somebody is, whatever lines they have. */
export interface Standing<Card extends GradedMembership = GradedMembership> {
  readonly memberships: readonly Card[];
  /** Is a group customer, or has a seat in one. */
  readonly inGroup: boolean;
}

/** A membership counts from its first valid day to its last. */
export function isValid({ validFrom, validUntil }: Omit<GradedMembership, 'level'>, today: string): boolean {
  return validFrom <= today && today <= validUntil;
}

/** Highest level of a valid membership; null for ordinary customers. */
export function vipGrade(memberships: readonly GradedMembership[], today: string): VipGrade | null {
  const levels = memberships
    .filter((membership) => isValid(membership, today))
    .map(({ level }) => GRADES.indexOf(level));
  return GRADES[Math.max(...levels)] ?? null;
}

/** 用户类型与级别 of one line: VIP before group before ordinary, as in the layers. */
export function userClass(netClass: NetClass, { memberships, inGroup }: Standing, today: string): UserClass {
  if (vipGrade(memberships, today) !== null) return `${netClass}_VIP`;
  return inGroup ? 'GROUP' : `${netClass}_ORDINARY`;
}

/** That of the best line; a unit without lines is a group all the same. @param netClasses Of the lines in use. */
export function bestUserClass(
  standing: Standing,
  netClasses: readonly NetClass[],
  today: string,
): UserClass | null {
  const best = NET_CLASSES[Math.max(...netClasses.map((netClass) => NET_CLASSES.indexOf(netClass)))];
  if (best !== undefined) return userClass(best, standing, today);
  return standing.inGroup ? 'GROUP' : null;
}
