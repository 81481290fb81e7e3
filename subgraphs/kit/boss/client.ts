/**
 * Asks BOSS: one operation, one answer. What comes back is looked at in a fixed
 * order (HTTP, form, transaction, test flag, hub, operation) and is either
 * content that belongs to the question, or a typed error. It is never a guess.
 */
import { hash, randomBytes } from 'node:crypto';
import {
  type CircuitBreakerPolicy,
  CircuitState,
  CountBreaker,
  circuitBreaker,
  handleWhenResult,
  isBrokenCircuitError,
} from 'cockatiel';
import { createAnswerReader } from './answer-reader.ts';
import { type Bulkhead, createBulkhead } from './bulkhead.ts';
import { type Content, createContent } from './content.ts';
import {
  type Answer,
  type EnvelopeForm,
  type HttpRequest,
  HUB_FAILURE,
  type RequestBody,
  writeRequest,
} from './envelope.ts';
import { createExchange, hasNeverConnected } from './exchange.ts';
import { type Fault, faultError, isFailure, type Outcome } from './outcomes.ts';
import { words } from './units.ts';

/** What became of a call: nothing of who or what was asked about. */
export interface BossEvent {
  readonly operation: string;
  readonly outcome: Outcome;
  readonly ms: number;
}

export interface BossOptions {
  /** Of the hub; `/interboss` or `/unibss` is put behind it. */
  readonly url: string;
  readonly envelope: EnvelopeForm;
  /** 0 real, 1 test. An answer with the other one is refused. */
  readonly testFlag: '0' | '1';
  /** Code of the province that is asked, for example `351`. */
  readonly province: string;
  /** Calls of one operation under way at once. */
  readonly concurrency?: number | undefined;
  /** Calls of one operation that may wait for a place. */
  readonly queueLength?: number;
  /** Longest answer that is read. */
  readonly maxBytes?: number;
  readonly breaker?: BreakerOptions;
  /** Told of each call that was made; not of one that shared another's answer. */
  readonly report?: (event: BossEvent) => void;
}

export interface BreakerOptions {
  /** Share of the last `size` calls that may fail, once there are `minimum`. */
  readonly threshold: number;
  readonly size: number;
  readonly minimum: number;
  /** How long an operation that failed too often is left alone before one call tries again. */
  readonly restMs: number;
}

export interface CallOptions {
  /** From `since` to the last byte, waiting included. */
  readonly timeoutMs: number;
  /** When the time began to run, by `performance.now()`: of a batch, when the batch began. Now unless given. */
  readonly since?: number;
  /** A write, and the id by which it is done once however often it is sent: 1 to 30 letters and digits. */
  readonly write?: { readonly transactionId: string };
  /** Not to be answered together with somebody else who asks the same. Writes never are. */
  readonly alone?: true;
}

export interface BossClient {
  /**
   * @param operation For example `KF1004`.
   * @returns Null where BOSS knows nobody of that id (2009). Of a write that was done before (3A34), what came
   *   of it then.
   * @throws SOURCE_TIMEOUT; SOURCE_UNAVAILABLE where BOSS, its hub or its network failed, refused or are busy;
   *   SOURCE_MALFORMED where what came is no answer to this question; SOURCE_TOO_LARGE.
   */
  call(operation: string, body: RequestBody, options: CallOptions): Promise<Content | null>;
  close(): Promise<void>;
}

/** What one call came to; a fault is a value here, so that the breaker can count it. */
type Result =
  | { readonly outcome: 'FOUND' | 'REPEATED'; readonly content: Content }
  | { readonly outcome: 'ABSENT' }
  | { readonly outcome: Fault; readonly cause?: unknown };

interface Flight {
  readonly endsAt: number;
  readonly result: Promise<Content | null>;
}

const CONCURRENCY = 16;
const QUEUE_LENGTH = 1_000;
const MAX_BYTES = 1_024 * 1_024;
const BREAKER: BreakerOptions = { threshold: 0.5, size: 40, minimum: 10, restMs: 5_000 };

/** A place that comes free later leaves too little time to use it. */
const WAITING_SHARE = 0.5;

/** Second-level codes, published. */
const BUSINESS_FAILURE = '2998';
const NOBODY = '2009';
const DONE_BEFORE = '3A34';

const TRANSACTION_ID = /^[A-Za-z0-9]{1,30}$/;

export function createBossClient(options: BossOptions): BossClient {
  const { url, envelope, testFlag, province, report } = options;
  const { concurrency = CONCURRENCY, queueLength = QUEUE_LENGTH, maxBytes = MAX_BYTES } = options;
  const { threshold, size, minimum, restMs } = options.breaker ?? BREAKER;
  const exchange = createExchange({ url, maxBytes });
  const reader = createAnswerReader();
  const flights = new Map<string, Flight>();

  const bulkheadOf = each<Bulkhead>(() => createBulkhead(concurrency, queueLength));
  // What is too slow for a screen pop may serve a section, so each has its own.
  const breakerOf = each<CircuitBreakerPolicy>(() =>
    circuitBreaker(
      handleWhenResult((result) => isFailure((result as Result).outcome)),
      {
        halfOpenAfter: restMs,
        breaker: new CountBreaker({ threshold, size, minimumNumberOfCalls: minimum }),
      },
    ),
  );

  async function ask(
    operation: string,
    body: RequestBody,
    asked: CallOptions,
    endsAt: number,
  ): Promise<Result> {
    const leftMs = endsAt - performance.now();
    if (leftMs <= 0) return { outcome: 'TIMEOUT' };
    const leave = await bulkheadOf(operation).enter(leftMs * WAITING_SHARE);
    if (leave === null) return { outcome: 'BUSY' };
    try {
      const breaker = breakerOf(`${operation} ${asked.timeoutMs}`);
      // One call tries whether BOSS works again, and it is not this one, which would wait for it.
      if (breaker.state === CircuitState.HalfOpen) return { outcome: 'RESTING' };
      // The last calls of a long batch have little time left: that it runs out says nothing of BOSS.
      if (endsAt - performance.now() < asked.timeoutMs * WAITING_SHARE) {
        if (breaker.state !== CircuitState.Closed) return { outcome: 'RESTING' };
        return await converse(operation, body, asked, endsAt);
      }
      return await breaker.execute(() => converse(operation, body, asked, endsAt));
    } catch (error) {
      if (isBrokenCircuitError(error)) return { outcome: 'RESTING' };
      throw error;
    } finally {
      leave();
    }
  }

  async function converse(
    operation: string,
    body: RequestBody,
    { write }: CallOptions,
    endsAt: number,
  ): Promise<Result> {
    const transactionId = write?.transactionId ?? randomBytes(15).toString('hex');
    const head = { operation, transactionId, testFlag, province, now: Date.now() };
    const request = writeRequest(envelope, head, body);
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), Math.max(0, endsAt - performance.now()));
    try {
      const received = await post(request, write === undefined, controller.signal);
      if ('fault' in received) return { outcome: received.fault, cause: received.cause };
      const answer = await reader.read({ form: envelope, operation, ...received }, controller.signal);
      return judge(answer, operation, transactionId);
    } catch (cause) {
      return { outcome: controller.signal.aborted ? 'TIMEOUT' : 'UNREADABLE', cause };
    } finally {
      clearTimeout(timer);
    }
  }

  async function post(request: HttpRequest, isQuery: boolean, signal: AbortSignal) {
    const first = await exchange.post(request, signal);
    const mayRepeat = isQuery && 'fault' in first && hasNeverConnected(first) && !signal.aborted;
    return mayRepeat ? exchange.post(request, signal) : first;
  }

  function judge({ head, content }: Answer, operation: string, transactionId: string): Result {
    if (head.transactionId !== transactionId) return { outcome: 'OTHER_TRANSACTION' };
    if (head.operation !== operation || head.actionCode !== '1') return { outcome: 'OTHER_TRANSACTION' };
    if (head.testFlag !== testFlag) return { outcome: 'OTHER_MODE' };
    if (head.rspType === HUB_FAILURE) return { outcome: 'HUB' };
    if (content === null) return { outcome: 'UNREADABLE' };
    const read = createContent(operation, content);
    const cause = read.value('RspCode', words);
    if (head.rspType === '0' && head.rspCode === '0000' && cause === '0000') {
      return { outcome: 'FOUND', content: read };
    }
    if (head.rspType !== '2' || cause === '0000') return { outcome: 'UNREADABLE' };
    if (head.rspCode !== BUSINESS_FAILURE) return { outcome: 'REFUSED' };
    if (cause === NOBODY) return { outcome: 'ABSENT' };
    if (cause === DONE_BEFORE) return { outcome: 'REPEATED', content: read };
    return { outcome: 'REFUSED' };
  }

  async function call(
    operation: string,
    body: RequestBody,
    asked: CallOptions,
    endsAt: number,
  ): Promise<Content | null> {
    const began = performance.now();
    const result = await ask(operation, body, asked, endsAt);
    // A query changes nothing, so that it cannot have been done before.
    const outcome = result.outcome === 'REPEATED' && !asked.write ? 'UNREADABLE' : result.outcome;
    report?.({ operation, outcome, ms: Math.round(performance.now() - began) });
    if (outcome === 'FOUND' || outcome === 'REPEATED') return 'content' in result ? result.content : null;
    if (outcome === 'ABSENT') return null;
    throw faultError(outcome, 'cause' in result ? result.cause : undefined);
  }

  return {
    async call(operation, body, asked) {
      const endsAt = (asked.since ?? performance.now()) + asked.timeoutMs;
      if (asked.write && !TRANSACTION_ID.test(asked.write.transactionId)) {
        throw new TypeError('A transaction id is 1 to 30 letters and digits.');
      }
      if (asked.write || asked.alone) return call(operation, body, asked, endsAt);
      // Not the text: it may hold what is personal.
      const key = hash('sha256', JSON.stringify([operation, asked.timeoutMs, Object.entries(body)]));
      const other = flights.get(key);
      if (other && other.endsAt <= endsAt) return other.result;
      const flight: Flight = { endsAt, result: call(operation, body, asked, endsAt) };
      flights.set(key, flight);
      return flight.result.finally(() => {
        if (flights.get(key) === flight) flights.delete(key);
      });
    },
    async close() {
      await Promise.all([exchange.close(), reader.close()]);
    },
  };
}

/** One for each name, made when it is first asked for. */
function each<V>(create: () => V): (name: string) => V {
  const made = new Map<string, V>();
  return (name) => {
    let value = made.get(name);
    if (value === undefined) {
      value = create();
      made.set(name, value);
    }
    return value;
  };
}
