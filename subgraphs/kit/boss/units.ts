/**
 * What one text of BOSS means, by its unit. Which unit an element has is said by
 * the operation, never by the text, so that each adapter names it. Undefined is a
 * text that is no such thing.
 */
export type ReadText<V> = (text: string) => V | undefined;

/** A whole number that is not negative: of things, minutes, seconds, KB. */
export function count(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** An amount that is in 分 on the wire too. */
export function fenOfFen(text: string): number | undefined {
  return /^-?\d{1,15}$/.test(text) ? Number(text) + 0 : undefined;
}

/** Ten 厘 are one 分. A part of a 分 is never rounded away: it says that the unit is another one. */
export function fenOfLi(text: string): number | undefined {
  const li = fenOfFen(text);
  return li !== undefined && li % 10 === 0 ? li / 10 + 0 : undefined;
}

/** 元 with at most two decimals, read digit by digit: a float would lose a 分. */
export function fenOfYuan(text: string): number | undefined {
  const [, sign, yuan, decimals = ''] = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  if (yuan === undefined) return undefined;
  const fen = Number(yuan) * 100 + Number(decimals.padEnd(2, '0'));
  return sign === '-' ? 0 - fen : fen;
}

/** `YYYYMM` as `YYYY-MM`. */
export function month(text: string): string | undefined {
  return dayOf(text, '01')?.slice(0, 7);
}

/** `YYYYMMDD`, a day of the calendar, as `YYYY-MM-DD`. */
export function day(text: string): string | undefined {
  return dayOf(text, '');
}

/** `YYYYMMDDHHMMSS` in Shanghai as epoch seconds. */
export function moment(text: string): number | undefined {
  const onDay = dayOf(text.slice(0, 8), '');
  const [, hour, minute, second] = /^([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/.exec(text.slice(8)) ?? [];
  if (onDay === undefined || hour === undefined) return undefined;
  return Date.parse(`${onDay}T${hour}:${minute}:${second}+08:00`) / 1_000;
}

/** One of some words, as what each stands for. */
export function oneOf<V>(meanings: Readonly<Record<string, V>>): ReadText<V> {
  const byText = new Map(Object.entries(meanings));
  return (text) => byText.get(text);
}

/** A decimal id without zeros in front, as the graph knows it. */
export function id(text: string): string | undefined {
  return /^[1-9]\d{0,14}$/.test(text) ? text : undefined;
}

/** A number that is a name, as of a telephone. */
export function digits(text: string): string | undefined {
  return /^\+?\d{1,24}$/.test(text) ? text : undefined;
}

export function words(text: string): string {
  return text;
}

/** How a request writes a month. */
export function toWireMonth(yearMonth: string): string {
  return yearMonth.replace('-', '');
}

/** How a request writes a moment. */
export function toWireTime(epochSeconds: number): string {
  return new Date((epochSeconds + 8 * 3_600) * 1_000).toISOString().replace(/\D/g, '').slice(0, 14);
}

/** Also where the text is right but no such day: 30 February would else become 2 March. */
function dayOf(text: string, missing: '' | '01'): string | undefined {
  const [, year, ofYear, ofMonth] = /^(\d{4})(\d\d)(\d\d)$/.exec(text + missing) ?? [];
  if (year === undefined) return undefined;
  const written = `${year}-${ofYear}-${ofMonth}`;
  const read = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written) ? written : undefined;
}
