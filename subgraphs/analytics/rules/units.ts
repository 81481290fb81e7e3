/** Numbers as people say them. The same in Chinese and in English, units aside. */
const MEGABYTE = 1_024;
const GIGABYTE = 1_024 * MEGABYTE;

/** `12.5GB`, `350MB`, `12KB`. */
export function dataText(kilobytes: number): string {
  if (kilobytes >= GIGABYTE) return `${oneDecimal(kilobytes / GIGABYTE)}GB`;
  if (kilobytes >= MEGABYTE) return `${oneDecimal(kilobytes / MEGABYTE)}MB`;
  return `${kilobytes}KB`;
}

/** `0.915` is `91.5%`. */
export function percentText(ratio: number): string {
  return `${oneDecimal(ratio * 100)}%`;
}

/** 分 to yuan, `128.00`. */
export function yuanText(fen: number): string {
  return (fen / 100).toFixed(2);
}

export function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
