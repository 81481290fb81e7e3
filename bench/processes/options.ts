import { parseArgs } from 'node:util';

/** Options that must be given, all of them: these programs are started by the benchmark alone. */
export function readOptions<const Name extends string>(...names: readonly Name[]): Record<Name, string> {
  const { values } = parseArgs({
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  });
  const missing = names.filter((name) => values[name] === undefined);
  if (missing.length > 0) throw new Error(`Missing: ${missing.map((name) => `--${name}`).join(', ')}`);
  return values as Record<Name, string>;
}
