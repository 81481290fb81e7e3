/**
 * Judges an answer of the graph, given while BOSS misbehaves, by the right one:
 * what BOSS feeds is right, or null with an error that says so; all else is as ever.
 */

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly AnswerError[];
}

interface AnswerError {
  readonly path?: Path;
  readonly extensions?: { readonly code?: unknown; readonly source?: unknown };
}

type Path = readonly (string | number)[];

/** Paths, as texts, of what is amiss; an answer without any is right. */
export interface Verdict {
  /** Null where BOSS would have told something, with an error that names it: this is how it shall be. */
  readonly holes: readonly string[];
  /** What BOSS feeds, and is another value than the right one. */
  readonly wrong: readonly string[];
  /** What BOSS does not feed, and is not as ever. */
  readonly touched: readonly string[];
  /** A null that no error explains, and an error that is not one of BOSS. */
  readonly untyped: readonly string[];
}

/** Fields of `customer-view` and `screen-pop` that billing asks BOSS for, wherever they are. */
const FED_BY_BOSS = new Set([
  'registeredLayer',
  'arrearsFen',
  'balanceFen',
  'halfYearConsumption',
  'consumptionCurve',
  'accounts',
  'averageRevenueFen',
  'usageMonths',
  'allowances',
]);
/** Of the account that pays for a line BOSS tells all but the id, which crm has. */
const PAYER = 'payerAccount';
const PAYER_KEY = 'accountId';

const BOSS_CODE = /^SOURCE_(UNAVAILABLE|TIMEOUT|MALFORMED|TOO_LARGE)$/;

export function judge(answer: Answer, right: Answer): Verdict {
  const [holes, wrong, touched, untyped]: [string[], string[], string[], string[]] = [[], [], [], []];
  const errors = answer.errors ?? [];
  const asEver = new Set((right.errors ?? []).map((error) => JSON.stringify(error)));
  const ofBoss = errors.filter(isOfBoss).map(({ path = [] }) => path);

  for (const error of errors) {
    if (!isOfBoss(error) && !asEver.has(JSON.stringify(error))) untyped.push(toText(error.path ?? []));
  }

  function compare(got: unknown, expected: unknown, path: Path): void {
    if (got === null && expected !== null && isFed(path)) {
      const isExplained = ofBoss.some((at) => beginsWith(at, path) || beginsWith(path, at));
      (isExplained ? holes : untyped).push(toText(path));
    } else if (isObject(got) && isObject(expected) && Array.isArray(got) === Array.isArray(expected)) {
      for (const key of new Set([...Object.keys(got), ...Object.keys(expected)])) {
        compare(got[key], expected[key], [...path, Array.isArray(got) ? Number(key) : key]);
      }
    } else if (got !== expected) {
      (isFed(path) ? wrong : touched).push(toText(path));
    }
  }

  compare(answer.data, right.data, []);
  return { holes, wrong, touched, untyped };
}

/** An error about what BOSS feeds, as the contract of errors has it. */
function isOfBoss({ path = [], extensions }: AnswerError): boolean {
  const isTyped = extensions?.source === 'boss' && BOSS_CODE.test(String(extensions.code));
  // An account that cannot be read is one error, at the account.
  return isTyped && (isFed(path) || path.at(-1) === PAYER);
}

function isFed(path: Path): boolean {
  return path.some((name, at) => {
    if (FED_BY_BOSS.has(String(name))) return true;
    return path[at - 1] === PAYER && name !== PAYER_KEY;
  });
}

function beginsWith(path: Path, start: Path): boolean {
  return start.every((name, at) => path[at] === name);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function toText(path: Path): string {
  return path.join('.');
}
