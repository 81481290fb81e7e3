/** Reaches a subgraph in another process: GraphQL over HTTP. */
import { errors as driverErrors, Pool } from 'undici';
import type { Accesses } from '#kit/access/accesses';
import { appError, malformed, unreachable } from '#kit/errors';
import type { Pace } from '#kit/pace';
import type { SignContext } from '#kit/signed-context';
import { isObject } from '../engine/json.ts';
import type { SubgraphAnswer, SubgraphError, Transport } from '../engine/transport.ts';
import { type ExchangeFault, type ExchangeLimits, exchange, type Reply } from './http-exchange.ts';

export interface HttpTransportOptions extends Partial<ExchangeLimits> {
  /** Name of the subgraph, for errors. */
  readonly name: string;
  readonly url: string;
  /** For a mutation, in place of `deadlineMs`: what is done is not undone by not waiting for it. */
  readonly mutationDeadlineMs?: number;
  /** Proves to the subgraph that it is the gateway that asks; left out for subgraphs that do not want it. */
  readonly sign?: SignContext | undefined;
  /** Connections kept to it at the most; further requests wait, within their deadline. */
  readonly connections?: number;
}

/** A little more than sources have (`#kit/pace`), so that what a subgraph says of a slow one arrives. */
const DEADLINES_MS: Readonly<Record<Pace, number>> = { POP_UP: 1_000, SECTION: 3_200 };

/** Below the 5 s after which many servers close a connection that nobody uses. */
const KEEP_ALIVE_MS = 4_000;

const HEADERS = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json;q=0.9',
};

export function createHttpTransport({
  name,
  url,
  deadlineMs,
  mutationDeadlineMs = 5_000,
  maxBytes = 4 * 1_024 * 1_024,
  connections = 64,
  sign,
}: HttpTransportOptions): Transport {
  const { origin, pathname, search } = new URL(url);
  const path = pathname + search;
  const limitsOf = (ms: number): ExchangeLimits => ({ deadlineMs: ms, maxBytes });
  const ofQueries = {
    POP_UP: limitsOf(deadlineMs ?? DEADLINES_MS.POP_UP),
    SECTION: limitsOf(deadlineMs ?? DEADLINES_MS.SECTION),
  };
  const ofMutations = { POP_UP: limitsOf(mutationDeadlineMs), SECTION: limitsOf(mutationDeadlineMs) };
  const toError = faultsOf(name);
  // The deadline of an exchange covers what the pool would time on its own.
  const pool = new Pool(origin, {
    connections,
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: ofQueries.SECTION.deadlineMs },
  });

  // A pool refuses to be closed again.
  let closing: Promise<void> | undefined;

  return {
    prepare({ kind, text }) {
      const limits = kind === 'mutation' ? ofMutations : ofQueries;
      const head = `{"query":${JSON.stringify(text)},"variables":`;
      return async (variables, { leaving, asker }) => {
        const body = `${head}${JSON.stringify(variables)}}`;
        const headers = sign ? { ...HEADERS, ...sign(name, body, asker) } : HEADERS;
        const request = { method: 'POST', path, headers, body } as const;
        const reply = await exchange(pool, request, limits[asker.pace], leaving?.(), toError);
        return readAnswer(name, reply, asker.accesses);
      };
    },
    close() {
      closing ??= pool.close();
      return closing;
    },
  };
}

function faultsOf(source: string): (fault: ExchangeFault, cause?: unknown) => Error {
  return (fault, cause) => {
    switch (fault) {
      case 'timeout':
        return appError('SOURCE_TIMEOUT', `The ${source} system was too slow.`, { source });
      case 'too-large':
        return appError('SOURCE_TOO_LARGE', `The ${source} system sent more than is accepted.`, { source });
      case 'left':
      case 'unavailable':
        return unreachable(source, cause);
    }
  };
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * An answer is what the specification says it is, whatever its status: a
 * subgraph that refuses says so in `errors`. Anything else is no answer.
 *
 * @throws GraphQLError with code SOURCE_MALFORMED, or SOURCE_UNAVAILABLE where a server says that it failed.
 */
function readAnswer(source: string, { body, status }: Reply, accesses: Accesses): SubgraphAnswer {
  const parsed = parseOrUndefined(body);
  const answer = toAnswer(source, parsed);
  if (answer) {
    noteAccesses(parsed, accesses);
    return answer;
  }
  if (status < 300) throw malformed(source, 'an answer');
  throw unreachable(source, new driverErrors.ResponseError(`Status ${status}`, status, {}));
}

/** Errors that cannot be read are no answer either: without them its nulls would pass for known. */
function toAnswer(source: string, answer: unknown): SubgraphAnswer | undefined {
  if (!isObject(answer)) return undefined;
  const { data = null, errors = null } = answer;
  if (!(data === null || isObject(data)) || !(errors === null || Array.isArray(errors))) return undefined;
  if (errors && errors.length > 0) return { data, errors: errors.map((each) => readError(source, each)) };
  return data ? { data } : undefined;
}

/** Whom our own subgraphs looked at, for the record. */
function noteAccesses(answer: unknown, accesses: Accesses): void {
  const extensions = isObject(answer) ? answer['extensions'] : undefined;
  const noted = isObject(extensions) ? extensions['accesses'] : undefined;
  if (!isObject(noted)) return;
  const { saw, refused } = noted;
  if (Array.isArray(saw)) for (const id of saw) accesses.saw(String(id));
  if (Array.isArray(refused)) for (const id of refused) accesses.refused(id === null ? null : String(id));
}

function parseOrUndefined(body: Buffer): unknown {
  try {
    return JSON.parse(UTF8.decode(body));
  } catch {
    return undefined;
  }
}

function readError(source: string, error: unknown): SubgraphError {
  const { message, path, extensions } = isObject(error) ? error : {};
  const known = isObject(extensions) ? extensions : {};
  return {
    message: typeof message === 'string' ? message : 'The system gave no reason.',
    path: isPath(path) ? path : undefined,
    extensions: { ...known, source: known['source'] ?? source },
  };
}

function isPath(path: unknown): path is (string | number)[] {
  return Array.isArray(path) && path.every((part) => typeof part === 'string' || typeof part === 'number');
}
