/**
 * Writes `schema/generated/` from `rover.yaml`, the SDL files and the trusted
 * documents, and README's tables of rights from the SDL and `roles.yaml`. With
 * `--check` it writes nothing and fails on any difference.
 */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { generateResolverTypes } from './resolver-types.ts';
import { withRightsMatrix } from './rights-matrix.ts';
import { loadRoles } from './roles.ts';
import { requireRules } from './rules-coverage.ts';
import { loadSubgraphList } from './subgraph-list.ts';
import { composeSupergraph } from './supergraph.ts';
import { loadTrustedDocuments } from './trusted-documents.ts';

const root = join(import.meta.dirname, '../..');
const target = join(root, 'schema/generated');
const { check } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;

try {
  const files = await generate();
  const changed = [...files].filter(([file, text]) => readIfThere(file) !== text).map(([file]) => file);
  const stale = globSync('*', { cwd: target }).filter((file) => !files.has(file));
  if (check) report([...changed, ...stale]);
  else write(files, changed, stale);
} catch (error) {
  console.error(error instanceof Error ? String(error) : error);
  process.exitCode = 1;
}

/** Name and text of every file that belongs in `schema/generated/`, and README with its tables of rights. */
async function generate(): Promise<Map<string, string>> {
  const subgraphs = loadSubgraphList(root);
  requireRules(subgraphs);
  const supergraph = composeSupergraph(subgraphs);
  for (const warning of supergraph.warnings) console.warn(`warning ${warning}`);
  const manifest = loadTrustedDocuments(root, supergraph.apiSchema);

  const files = new Map([
    [
      '../../README.md',
      withRightsMatrix(readFileSync(join(root, 'README.md'), 'utf8'), subgraphs, loadRoles(root)),
    ],
    ['supergraph.graphql', `${supergraph.sdl.trim()}\n`],
    ['operations.json', `${JSON.stringify(manifest, null, 2)}\n`],
  ]);
  for (const subgraph of subgraphs) {
    files.set(`${subgraph.name}.ts`, await generateResolverTypes(root, subgraph));
  }
  return files;
}

function readIfThere(file: string): string | undefined {
  const path = join(target, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function report(drifted: readonly string[]): void {
  if (drifted.length === 0) return;
  const paths = drifted.map((file) => relative(root, join(target, file)));
  console.error(`Out of date: ${paths.join(', ')}\nRun \`npm run generate\`.`);
  process.exitCode = 1;
}

function write(
  files: ReadonlyMap<string, string>,
  changed: readonly string[],
  stale: readonly string[],
): void {
  mkdirSync(target, { recursive: true });
  for (const file of changed) writeFileSync(join(target, file), files.get(file) ?? '');
  for (const file of stale) rmSync(join(target, file));
  console.log(`${files.size} files, ${changed.length} changed, ${stale.length} removed`);
}
