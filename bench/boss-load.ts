/** A closed loop of clients that judge what they get: each asks again when it was answered. */
import { Pool } from 'undici';
import type { NamedCase } from '../mocks/world/read-world.ts';
import { type Answer, judge, type Verdict } from './boss-verdict.ts';
import { quantile } from './statistics.ts';

/** Answers that are later than this would never come: no source has so much time. */
const HANGS_AFTER_MS = 20_000;

/** Of a phase, whatever its time. */
const MAX_REQUESTS = 5_000;

type Asked = 'customer-view' | 'screen-pop';

export interface Question {
  readonly operation: Asked;
  readonly variables: Readonly<Record<string, string>>;
}

/** What each question is answered while nothing fails. */
export type RightAnswers = ReadonlyMap<Question, Judged>;

interface Judged {
  readonly text: string;
  readonly answer: Answer;
}

export interface Target {
  readonly url: string;
  readonly token: string;
}

export interface Phase {
  readonly requests: number;
  readonly elapsedMs: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly slowestMs: Readonly<Record<Asked, number>>;
  /** Other statuses than 200, broken connections, answers that never came. */
  readonly failed: number;
  /** Answers with a null that BOSS would have filled, and its error. */
  readonly withHoles: number;
  readonly wrong: number;
  readonly touched: number;
  readonly untyped: number;
  /** Some paths of what should not be, as `kind operation path`. */
  readonly samples: readonly string[];
  /** From the beginning until the last answer that was not whole; 0 where all were. */
  readonly wholeAfterMs: number;
}

interface PhaseOrder extends Target {
  readonly clients: number;
  readonly right: RightAnswers;
  /** Asked after each answer, with the milliseconds since the beginning and since the last answer that was not whole. */
  readonly isOver: (sinceBeginMs: number, wholeForMs: number) => boolean;
}

/** What an agent asks of each of the named customers. */
export function questionsOf(cases: readonly NamedCase[]): Question[] {
  const customerIds = new Set(cases.map(({ customerId }) => customerId));
  const numbers = new Set(cases.map(({ serviceNumber }) => serviceNumber));
  const views = [...customerIds].map(
    (customerId): Question => ({
      operation: 'customer-view',
      variables: { customerId },
    }),
  );
  const pops = [...numbers].map((number): Question => ({ operation: 'screen-pop', variables: { number } }));
  // In turn, so that each client asks both.
  return Array.from({ length: Math.max(views.length, pops.length) }, (_, at) =>
    [views[at % views.length], pops[at % pops.length]].filter((question) => question !== undefined),
  ).flat();
}

/**
 * What there is to tell. Numbers of nobody are left out: how often somebody may ask for those is bounded.
 *
 * @throws Error where one is not answered.
 */
export async function askRight(
  { url, token }: Target,
  questions: readonly Question[],
): Promise<RightAnswers> {
  const pool = new Pool(url, { connections: 1 });
  const right = new Map<Question, Judged>();
  for (const question of questions) {
    const { status, text } = await ask(pool, token, question);
    const answer = JSON.parse(text) as Answer;
    if (status !== 200 || !answer.data) throw new Error(`${question.operation} was answered ${status}.`);
    if (!findsNobody(answer)) right.set(question, { text, answer });
  }
  await pool.close();
  return right;
}

function findsNobody({ data }: Answer): boolean {
  const { customerLookup } = data as { readonly customerLookup?: { readonly matches: readonly unknown[] } };
  return customerLookup?.matches.length === 0;
}

export async function runPhase({ url, token, clients, right, isOver }: PhaseOrder): Promise<Phase> {
  const pool = new Pool(url, { connections: clients, pipelining: 1 });
  const questions = [...right];
  const known = new Map<string, Verdict>();
  const latencies: number[] = [];
  const slowestMs = { 'customer-view': 0, 'screen-pop': 0 };
  const counts = { failed: 0, withHoles: 0, wrong: 0, touched: 0, untyped: 0 };
  const samples = new Set<string>();
  const beganAt = performance.now();
  let lastBrokenAt = beganAt;
  let asked = 0;

  function note({ operation }: Question, { holes, ...amiss }: Verdict): void {
    if (holes.length > 0) counts.withHoles++;
    for (const kind of ['wrong', 'touched', 'untyped'] as const) {
      if (amiss[kind].length > 0) counts[kind]++;
      for (const path of amiss[kind]) if (samples.size < 12) samples.add(`${kind} ${operation} ${path}`);
    }
    const isWhole = holes.length + amiss.wrong.length + amiss.touched.length + amiss.untyped.length === 0;
    if (!isWhole) lastBrokenAt = performance.now();
  }

  async function client(): Promise<void> {
    while (asked < MAX_REQUESTS) {
      const [question, expected] = questions[asked++ % questions.length] as [Question, Judged];
      const startedAt = performance.now();
      const { status, text } = await ask(pool, token, question);
      const now = performance.now();
      latencies.push(now - startedAt);
      slowestMs[question.operation] = Math.max(slowestMs[question.operation], now - startedAt);
      if (status !== 200) {
        counts.failed++;
        lastBrokenAt = now;
        if (samples.size < 12) samples.add(`failed ${question.operation} ${status}`);
      } else if (text !== expected.text) {
        // While BOSS is left alone, answers are the same again and again.
        const verdict = known.get(text) ?? judge(JSON.parse(text) as Answer, expected.answer);
        known.set(text, verdict);
        note(question, verdict);
      }
      if (isOver(now - beganAt, now - lastBrokenAt)) return;
    }
  }

  await Promise.all(Array.from({ length: clients }, client));
  const elapsedMs = performance.now() - beganAt;
  await pool.destroy();
  const sorted = latencies.toSorted((a, b) => a - b);
  return {
    requests: sorted.length,
    elapsedMs,
    perSecond: (sorted.length / elapsedMs) * 1_000,
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
    slowestMs,
    ...counts,
    samples: [...samples],
    wholeAfterMs: lastBrokenAt - beganAt,
  };
}

/** Status 0 where nothing was answered. */
async function ask(
  pool: Pool,
  token: string,
  { operation, variables }: Question,
): Promise<{ readonly status: number; readonly text: string }> {
  try {
    const { statusCode, body } = await pool.request({
      method: 'POST',
      path: `/operations/${operation}`,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(variables),
      signal: AbortSignal.timeout(HANGS_AFTER_MS),
    });
    return { status: statusCode, text: await body.text() };
  } catch {
    return { status: 0, text: '' };
  }
}
