/**
 * Personal values as they may leave crm. The number of stars is fixed, so that
 * it says nothing about what they hide.
 */

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
