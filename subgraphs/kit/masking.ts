/**
 * A phone number as it may leave its system: `138****8000`. The number of stars
 * is fixed, so that it says nothing about what they hide; what is too short to
 * hide anything is hidden whole.
 */
export function maskPhone(number: string): string {
  return number.length < 10 ? '****' : `${number.slice(0, 3)}****${number.slice(-4)}`;
}
