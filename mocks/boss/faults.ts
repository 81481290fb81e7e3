/**
 * Every way in which this BOSS can be told to misbehave, and how it is said.
 *
 * `http-500`, `html-page`, `rsptype-1` and `2998-2009` come instead of the
 * operation. With all others it is performed and the answer goes wrong: a write
 * may be done and never told.
 */

/** `number` and `name` must follow `=`, what ends in `?` may. */
interface FaultKind {
  readonly param: 'none' | 'number' | 'number?' | 'name' | 'name?';
  readonly means: string;
}

export const FAULTS = {
  delay: { param: 'number', means: 'answers so many milliseconds later' },
  hang: { param: 'none', means: 'never answers, and keeps the connection' },
  drip: { param: 'none', means: 'sends a byte every 50 ms' },
  drop: { param: 'none', means: 'resets the connection instead of answering' },
  'drop-midway': { param: 'none', means: 'resets the connection after half of the body' },
  truncate: { param: 'number', means: 'a complete HTTP answer whose body ends after so many bytes' },
  'empty-answer': { param: 'none', means: 'HTTP 200 without a body' },
  'http-500': { param: 'none', means: 'HTTP 500' },
  'html-page': { param: 'none', means: 'HTTP 200 with a web page' },

  'gbk-bytes': { param: 'none', means: 'GB18030 bytes that are declared to be UTF-8' },
  'bad-utf8': { param: 'none', means: 'UTF-8 with a byte that cannot be in it' },
  'no-charset': {
    param: 'name?',
    means: 'HTTP does not say the charset; with `=bare` the XML declaration does not either',
  },

  'rsptype-1': { param: 'none', means: 'the hub fails' },
  'wrong-transido': { param: 'none', means: "another request's TransIDO" },
  testflag: { param: 'none', means: 'a test for a real request and the reverse' },
  'empty-body': { param: 'none', means: 'SvcCont is empty' },
  'truncated-cdata': { param: 'none', means: 'the content document ends midway, its envelope is whole' },
  'duplicate-answer': { param: 'none', means: 'the answer document twice' },
  doctype: { param: 'name?', means: 'a DOCTYPE in the content, with `=envelope` in the envelope' },
  'entity-bomb': {
    param: 'name?',
    means: 'entities that grow to 3 GB in the content, with `=envelope` in the envelope',
  },

  '2998-2009': { param: 'none', means: 'nobody of that id, whoever it is' },
  '3A34': { param: 'none', means: 'done before, with the result' },
  'wrong-operation': { param: 'none', means: 'content of another operation' },
  'empty-element': {
    param: 'name?',
    means:
      'every element of a name is empty; with a number that value element alone, counted from 0; else the first amount',
  },
  'missing-element': { param: 'name', means: 'no element of that name' },
  'not-a-number': { param: 'name?', means: 'as empty-element, but with a word in it' },
  'single-instead-of-list': {
    param: 'none',
    means: 'of each list only the first entry, and the count of all',
  },
  'wrong-count': { param: 'number?', means: 'the first count is that number, or one too many' },
  deep: { param: 'number', means: 'elements nested so many deep' },
  huge: { param: 'number', means: 'so many bytes of content more' },
} as const satisfies Readonly<Record<string, FaultKind>>;

export type FaultName = keyof typeof FAULTS;

export interface Fault {
  readonly name: FaultName;
  /** What followed `=`; empty where nothing did. */
  readonly param: string;
}

/** Largest number in a param: what is asked for is held in memory. */
const MAX_NUMBER = 100_000_000;

/** @returns What is wrong with it, as a text, where it is no fault. */
export function toFault(name: string, param: string): Fault | string {
  if (!isFaultName(name)) return `There is no fault ${name}.`;
  const kind: FaultKind = FAULTS[name];
  if (kind.param === 'none' && param !== '') return `${name} takes no parameter.`;
  if (param === '' && !kind.param.endsWith('?') && kind.param !== 'none')
    return `${name} needs a ${kind.param}.`;
  if (param !== '' && kind.param.startsWith('number') && !isNumber(param))
    return `${name} needs a number up to ${MAX_NUMBER}.`;
  return { name, param };
}

/** @param header `NAME[=PARAM]`, several with commas between them. */
export function parseFaults(header: string | string[] | undefined): Fault[] | string {
  const faults: Fault[] = [];
  for (const each of header === undefined ? [] : String(header).split(',')) {
    const [name = '', param = ''] = each.trim().split('=', 2);
    const fault = toFault(name, param);
    if (typeof fault === 'string') return fault;
    faults.push(fault);
  }
  return faults;
}

export function findFault(faults: readonly Fault[], name: FaultName): Fault | undefined {
  return faults.find((fault) => fault.name === name);
}

function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(FAULTS, name);
}

function isNumber(param: string): boolean {
  return /^\d{1,9}$/.test(param) && Number(param) <= MAX_NUMBER;
}
