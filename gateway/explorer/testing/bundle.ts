/** The explorer's bundle, as fresh as its sources. */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const EXPLORER = join(ROOT, 'gateway/explorer');
const BUNDLE = join(EXPLORER, 'dist');

/** @returns The folder of the bundle. */
export function buildIfStale(): string {
  const page = join(BUNDLE, 'index.html');
  const sources = globSync(['*.{ts,tsx,css,html}', '../../package-lock.json'], { cwd: EXPLORER });
  const isFresh =
    existsSync(page) && sources.every((file) => changedAt(join(EXPLORER, file)) <= changedAt(page));
  if (!isFresh) {
    execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'gateway/explorer'], {
      cwd: ROOT,
      stdio: 'ignore',
    });
  }
  return BUNDLE;
}

function changedAt(file: string): number {
  return statSync(file).mtimeMs;
}
