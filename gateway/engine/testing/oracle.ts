/**
 * What is judged, and how: an answer against that of one schema of the same data.
 *
 * Data must be equal. Errors must be equal in path and code, except where the
 * specification or federation leaves a choice:
 * - below what became null because of them, one error is enough, and any that happened there;
 * - an entity that a system fails to give is one error at the entity's path, which
 *   stands for those of each of its fields;
 * - null where the schema forbids it has no code of its own in one schema: any will do.
 */
import type { DocumentNode } from 'graphql';

export type Execute = (document: DocumentNode, variables: Record<string, unknown>) => Promise<Execution>;

export interface Execution {
  readonly data?: unknown;
  readonly errors?: readonly ExecutionError[] | undefined;
}

export interface ExecutionError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

interface Fault {
  readonly path: Path;
  readonly code: unknown;
}
type Path = readonly (string | number)[];

/** What one schema answers. */
export interface Truth {
  readonly answer: Execution;
  /** The answer of the same schema with every field nullable: all errors, and nothing lost to them. */
  readonly unbound: Execution;
}

/** Plain values, for a comparison that ignores prototypes and what is undefined. */
export function plainData({ data }: Execution): unknown {
  return data === undefined ? null : JSON.parse(JSON.stringify(data));
}

/** @returns What is wrong with the errors of an answer whose data are right; empty when nothing is. */
export function faultsOfErrors({ answer, unbound }: Truth, given: Execution): readonly string[] {
  const data = plainData(answer);
  const possibleData = plainData(unbound);
  const expected = faultsIn(answer);
  const possible = faultsIn(unbound);
  const reported = faultsIn(given);
  return [
    ...expected.filter((fault) => !reported.some((other) => covers(other, fault))).map(describe('misses')),
    ...reported.filter((fault) => !isJustified(fault)).map(describe('makes up')),
    ...reported
      .filter((fault, index) => reported.findIndex((other) => isSame(other, fault)) < index)
      .map(describe('repeats')),
  ];

  function covers(reported: Fault, expected: Fault): boolean {
    const nulled = nulledBy(expected.path);
    if (nulled.length < expected.path.length) return startsWith(reported.path, nulled);
    return hasCode(reported, expected) && startsWith(expected.path, reported.path);
  }

  function isJustified(fault: Fault): boolean {
    const happened =
      possible.some((other) => hasCode(fault, other) && startsWith(other.path, fault.path)) ||
      expected.some((other) => other.code === undefined && isSamePath(other.path, fault.path));
    if (happened) return true;
    // Or null where none may be, of what became null for it.
    const isSilentNull =
      isNullAt(possibleData, fault.path) && !possible.some((other) => isSamePath(other.path, fault.path));
    return isSilentNull && nulledBy(fault.path).length < fault.path.length;
  }

  /** The shortest part of a path at which the answer is null. */
  function nulledBy(path: Path): Path {
    const length = path.findIndex((_, index) => isNullAt(data, path.slice(0, index)));
    return length < 0 ? path : path.slice(0, length);
  }
}

function faultsIn({ errors = [] }: Execution): readonly Fault[] {
  return errors.map(({ path = [], extensions }) => ({ path, code: extensions?.['code'] }));
}

/** The left code is a gateway's, the right one's of one schema, which has none for a null. */
function hasCode(given: Fault, { code }: Fault): boolean {
  return code === undefined || given.code === code;
}

function isSame(one: Fault, other: Fault): boolean {
  return one.code === other.code && isSamePath(one.path, other.path);
}

function isSamePath(one: Path, other: Path): boolean {
  return one.length === other.length && startsWith(one, other);
}

function startsWith(path: Path, start: Path): boolean {
  return start.length <= path.length && start.every((key, index) => path[index] === key);
}

function isNullAt(data: unknown, path: Path): boolean {
  let value = data;
  for (const key of path) value = (value as Record<string | number, unknown> | null | undefined)?.[key];
  return value === null || value === undefined;
}

function describe(verb: string): (fault: Fault) => string {
  return ({ path, code }) => `${verb} ${String(code)} at ${path.join('.')}`;
}
