/** Complaints of a customer 投诉信息 (V10, V21, P07, P08), from one count per class. */
import type { ComplaintClass, ComplaintClassCount } from '#schema/contacts';
import type { ComplaintCount } from './model.ts';

/** The three classes, in the order in which the regulator lists them. */
const COMPLAINT_CLASSES: readonly ComplaintClass[] = ['SERVICE', 'NETWORK', 'CHARGES'];

export function threeMonthCount(counts: readonly ComplaintCount[]): number {
  return counts.reduce((sum, count) => sum + count.threeMonthCount, 0);
}

/** 超过x次可红色提醒: strictly more than x. */
export function isRed(count: number, redAbove: number): boolean {
  return count > redAbove;
}

/** Always all three classes: a class without complaints has count 0. */
export function byClass(counts: readonly ComplaintCount[]): ComplaintClassCount[] {
  return COMPLAINT_CLASSES.map((complaintClass) => {
    const found = counts.find((count) => count.complaintClass === complaintClass);
    return { complaintClass, count: found?.count ?? 0, lastOn: found?.lastAt.slice(0, 10) ?? null };
  });
}
