/**
 * The answer to one request: the data in the client's shape, and an error for
 * every null that means "not known".
 */
import { GraphQLError } from 'graphql';
import type { AnswerShape, Findings } from './answer-shape.ts';
import type { ToClientPath } from './client-path.ts';
import { createRefusals } from './refusals.ts';
import type { DataPath, Failure, Run } from './run.ts';

export interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLError[];
}

export function toAnswer(run: Run, shape: AnswerShape, toClientPath: ToClientPath): Answer {
  const errors = createErrorList(run.failures, toClientPath);
  const refusals = createRefusals();
  const path: (string | number)[] = [];
  const findings: Findings = {
    path,
    unknown: () => errors.explainUnknown(path),
    invalid: () => errors.explainInvalid(path),
    refused: (demand) => refusals.add(path, demand),
  };
  const data = shape(run.data, findings);
  const all = errors.of(data, refusals.errors());
  return all.length > 0 ? { data, errors: all } : { data };
}

interface ErrorList {
  explainUnknown(path: DataPath): void;
  explainInvalid(path: DataPath): void;
  /** @param refused What is null because it may not be seen. */
  of(data: Answer['data'], refused: readonly GraphQLError[]): GraphQLError[];
}

function createErrorList(failures: readonly Failure[], toClientPath: ToClientPath): ErrorList {
  const reported: GraphQLError[] = [];
  /** Ours, for nulls that nobody gave a reason for. */
  const found: { readonly error: GraphQLError; readonly path: DataPath }[] = [];
  /** Paths that have an error, as text. */
  const explained = new Set<string>();
  /** Failures of what the client did not ask for itself, by the path of what they are a part of. */
  const behind = new Map<string, Failure>();

  for (const failure of failures) {
    if (!failure.path) {
      reported.push(toError(failure, undefined));
      continue;
    }
    const { path, isWhole } = toClientPath(failure.path);
    if (isWhole) add(path, failure);
    else if (!behind.has(textOf(path))) behind.set(textOf(path), failure);
  }

  function add(path: DataPath, failure: Failure): void {
    // A field has one error; what fails in two fetches failed once.
    if (explained.has(textOf(path))) return;
    explained.add(textOf(path));
    reported.push(toError(failure, path));
  }

  /**
   * Whether an error says why the field is null: its own, or one of something
   * it is in, or of something within it that may not be null.
   */
  function isExplained(path: DataPath): boolean {
    if (explained.size === 0) return false;
    return (
      path.some((_, at) => explained.has(textOf(path.slice(0, path.length - at)))) || isExplainedBelow(path)
    );
  }

  /** What failed on the way to the field: something of the object that it is in, or further up. */
  function causeOf(path: DataPath): Failure | undefined {
    for (let end = path.length - 1; end >= 0; end--) {
      const failure = behind.get(textOf(path.slice(0, end)));
      if (failure) return failure;
    }
    return undefined;
  }

  function find(path: DataPath, error: Failure['error']): void {
    explained.add(textOf(path));
    found.push({ error: toError({ error, source: '', path }, path), path });
  }

  return {
    explainUnknown(path) {
      if (isExplained(path)) return;
      const cause = causeOf(path);
      if (cause) add([...path], cause);
      else find([...path], NOT_ANSWERED);
    },
    explainInvalid(path) {
      if (!isExplained(path)) find([...path], NOT_VALID);
    },
    of(data, refused) {
      // What nobody needed as an explanation is still worth saying, at the nearest place a client knows.
      for (const [text, failure] of behind) {
        const path = JSON.parse(text) as DataPath;
        if (!isExplainedBelow(path)) add(path, failure);
      }
      const given = [...reported, ...refused];
      // A null that came up here for a reason that was given needs no other.
      const needed = found.filter(({ path }) => {
        const nulled = nulledPartOf(data, path);
        return !given.some((error) => error.path && startsWith(error.path, nulled));
      });
      return [...given, ...needed.map(({ error }) => error)].filter((error) => isOfAnswer(data, error.path));
    },
  };

  function isExplainedBelow(path: DataPath): boolean {
    const start = path.length > 0 ? `${textOf(path).slice(0, -1)},` : '[';
    return [...explained].some((text) => text.startsWith(start));
  }
}

/** The shortest part of a path at which the answer is null. */
function nulledPartOf(data: unknown, path: DataPath): DataPath {
  let value = data;
  for (const [at, key] of path.entries()) {
    if (value === null || typeof value !== 'object') return path.slice(0, at);
    value = (value as Record<string | number, unknown>)[key];
  }
  return path;
}

function startsWith(path: DataPath, start: DataPath): boolean {
  return start.length <= path.length && start.every((key, at) => path[at] === key);
}

/**
 * Whether the answer has this place, or a null instead of something that the
 * place is in: of a list of several types, a plan may fetch for all items what
 * was asked of some.
 */
function isOfAnswer(data: unknown, path: DataPath | undefined): boolean {
  let value = data;
  for (const key of path ?? []) {
    if (value === null || typeof value !== 'object') return true;
    if (!(key in value)) return false;
    value = (value as Record<string | number, unknown>)[key];
  }
  return true;
}

const NOT_ANSWERED = {
  message: 'The system behind this field did not say anything of it.',
  extensions: { code: 'SOURCE_MALFORMED' },
};

const NOT_VALID = {
  message: 'The system behind this field left out a value that must be there.',
  extensions: { code: 'SOURCE_MALFORMED' },
};

function textOf(path: DataPath): string {
  return JSON.stringify(path);
}

function toError({ error, source }: Failure, path: DataPath | undefined): GraphQLError {
  const { message, extensions, originalError } = error;
  return new GraphQLError(message, {
    ...(path && { path }),
    ...(originalError instanceof Error && { originalError }),
    extensions: { ...(source !== '' && { source }), ...extensions },
  });
}
