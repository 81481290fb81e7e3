/** Amounts and times as BOSS writes them: each field in the unit of its own time (厘, 分, 元), moments without offset. */
import { startOfDay, toDateTime } from '#kit/clock';

export function toLi(fen: number): string {
  return String(fen * 10);
}

/** Two decimals, exactly: 105 分 are `1.05`. */
export function toYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `2026-11-20` or `2026-11` without its dashes. */
export function toCompact(day: string): string {
  return day.replaceAll('-', '');
}

/** Epoch seconds to `YYYYMMDDHHMMSS`, Shanghai. */
export function toStamp(epochSeconds: number): string {
  return toDateTime(epochSeconds).slice(0, 19).replace(/\D/g, '');
}

/** Epoch seconds; undefined where it is no moment. */
export function fromStamp(stamp: string): number | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp) ?? [];
  const seconds = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`) / 1_000;
  // A 31st of February would be read as a day of March.
  return Number.isNaN(seconds) || toStamp(seconds) !== stamp ? undefined : seconds;
}

/** `202611` to `2026-11`; undefined where it is no month. */
export function fromMonth(month: string): string | undefined {
  return /^\d{4}(0[1-9]|1[0-2])$/.test(month) ? `${month.slice(0, 4)}-${month.slice(4)}` : undefined;
}

/** Epoch seconds of a second of a month, counted from its beginning. */
export function secondOfMonth(month: string, second: number): number {
  return startOfDay(`${month}-01`) + second;
}
