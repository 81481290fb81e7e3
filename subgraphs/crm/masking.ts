/**
 * What a viewer sees of names and numbers, decided here alone: clear with the
 * scopes `name:clear` and `number:clear`, else masked; in lists of persons (S25)
 * masked for everybody. Documents, addresses and contacts are masked always.
 */
import { maskCard, maskName, maskPhone } from '#kit/masking';
import type { Viewer } from '#kit/viewer';
import type { Customer, GroupCustomer, Listable, Membership } from './model.ts';

/** The same thing, in a list of persons. */
export function listed<T extends Listable>(thing: T): T {
  return { ...thing, isListed: true };
}

/** What is reached from somebody in a list is in that list. */
export function listedAs<T extends Listable>(from: Listable, thing: T): T {
  return from.isListed ? listed(thing) : thing;
}

export function allListedAs<T extends Listable>(from: Listable, things: readonly T[]): readonly T[] {
  return from.isListed ? things.map(listed) : things;
}

/** The name of a unit is nobody's secret. */
export function shownName(customer: Customer, viewer: Viewer): string {
  const { name, segment } = customer;
  return segment === 'ENTERPRISE' || isClear('name:clear', customer, viewer) ? name : maskName(name);
}

export function shownContactName(group: GroupCustomer, viewer: Viewer): string {
  return isClear('name:clear', group, viewer) ? group.contactName : maskName(group.contactName);
}

/** @param number Service number or broadband account, of a line. */
export function shownNumber(number: string, line: Listable, viewer: Viewer): string {
  return isClear('number:clear', line, viewer) ? number : maskPhone(number);
}

export function shownCard(membership: Membership, viewer: Viewer): string {
  const { cardNumber } = membership;
  return isClear('number:clear', membership, viewer) ? cardNumber : maskCard(cardNumber);
}

function isClear(scope: string, { isListed }: Listable, { grants }: Viewer): boolean {
  return !isListed && grants.scopes.has(scope);
}

/** `51010…18` becomes `5****************8`. */
export function maskDocument(number: string): string {
  return `${number.slice(0, 1)}${'*'.repeat(16)}${number.slice(-1)}`;
}

/** `anna@example.com` becomes `a***@example.com`. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '***' : `${address.slice(0, 1)}***${address.slice(at)}`;
}

/** Province, city, district; a housing estate 小区 or a business park 园区 is no district. */
const TO_DISTRICT =
  /^(?:\p{sc=Han}{2,8}?(?:省|自治区|市))?(?:\p{sc=Han}{2,10}?(?:市|自治州|地区|盟))?\p{sc=Han}{1,8}?(?:区|县|旗|市)(?<!小区|园区)/u;

/** `四川省成都市武侯区人民南路1号` becomes `四川省成都市武侯区****`. */
export function maskAddress(address: string): string {
  return `${TO_DISTRICT.exec(address)?.[0] ?? ''}****`;
}
