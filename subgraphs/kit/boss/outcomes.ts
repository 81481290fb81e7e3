import { appError, type ErrorCode } from '../errors.ts';

/** How a call of BOSS may fail, in the order in which an answer is looked at; and what is said of it. */
const FAULTS = {
  BUSY: ['SOURCE_UNAVAILABLE', 'is busy'],
  RESTING: ['SOURCE_UNAVAILABLE', 'has failed too often and is left alone for a moment'],
  TIMEOUT: ['SOURCE_TIMEOUT', 'did not answer in time'],
  UNREACHABLE: ['SOURCE_UNAVAILABLE', 'is not reachable'],
  HTTP_STATUS: ['SOURCE_UNAVAILABLE', 'did not accept the request'],
  TOO_LARGE: ['SOURCE_TOO_LARGE', 'sent more than we accept'],
  UNREADABLE: ['SOURCE_MALFORMED', 'sent an answer that cannot be read'],
  OTHER_TRANSACTION: ['SOURCE_MALFORMED', 'sent the answer to another question'],
  OTHER_MODE: ['SOURCE_MALFORMED', 'mixed up tests and real requests'],
  HUB: ['SOURCE_UNAVAILABLE', 'was not reached by its hub'],
  REFUSED: ['SOURCE_UNAVAILABLE', 'refused the request'],
} as const satisfies Readonly<Record<string, readonly [ErrorCode, string]>>;

export type Fault = keyof typeof FAULTS;

/** FOUND: there is content. ABSENT: no such id. REPEATED: that write was done before; the content is of then. */
export type Outcome = 'FOUND' | 'ABSENT' | 'REPEATED' | Fault;

/** Of BOSS or the way there. The others say nothing of whether it works. */
const FAILURES: ReadonlySet<Outcome> = new Set<Outcome>([
  'TIMEOUT',
  'UNREACHABLE',
  'HTTP_STATUS',
  'UNREADABLE',
  'OTHER_TRANSACTION',
  'OTHER_MODE',
  'HUB',
]);

export function isFailure(outcome: Outcome): boolean {
  return FAILURES.has(outcome);
}

export function faultError(fault: Fault, cause?: unknown): Error {
  const [code, what] = FAULTS[fault];
  return appError(code, `The boss system ${what}.`, { source: 'boss', cause });
}
