/** Whether a system gives the same answer as ours, the whole of it. */
import { type Dialect, type Operation, toTemplate } from './operations.ts';

export interface Asked {
  readonly port: number;
  readonly dialect: Dialect;
  readonly token: string | null;
}

/** The first difference of the first answer that differs; undefined where all are equal. */
export async function findDifference(
  reference: Asked,
  other: Asked,
  operation: Operation,
  requests: readonly string[],
): Promise<string | undefined> {
  for (const variables of requests) {
    const [expected, actual] = await Promise.all([
      ask(reference, operation, variables),
      ask(other, operation, variables),
    ]);
    const difference = firstDifference(expected, actual, '');
    if (difference !== undefined) return `${variables}: ${difference}`;
  }
  return undefined;
}

/** @throws Error unless the answer is whole: status 200, data, no errors. */
async function ask(
  { port, dialect, token }: Asked,
  operation: Operation,
  variables: string,
): Promise<unknown> {
  const { path, before, after } = toTemplate(operation, dialect);
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
    },
    body: before + variables + after,
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${variables}: status ${response.status}, ${brief(text)}`);
  const body: unknown = JSON.parse(text);
  if (!isRecord(body)) throw new Error(`${variables}: ${brief(text)}`);
  if (body['errors'] !== undefined) throw new Error(`${variables}: ${brief(JSON.stringify(body['errors']))}`);
  if (!body['data']) throw new Error(`${variables}: no data, ${brief(text)}`);
  return body['data'];
}

function firstDifference(expected: unknown, actual: unknown, path: string): string | undefined {
  if (Object.is(expected, actual)) return undefined;
  const bothRecords = isRecord(expected) && isRecord(actual);
  if (bothRecords && Array.isArray(expected) === Array.isArray(actual)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      const difference = firstDifference(expected[key], actual[key], `${path}.${key}`);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  return `${path.slice(1)} is ${brief(JSON.stringify(actual))}, ours ${brief(JSON.stringify(expected))}`;
}

function brief(text: string | undefined): string {
  return text === undefined || text.length <= 200 ? String(text) : `${text.slice(0, 200)}…`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
