/** Business time: of the made-up operator, the moment that it stands at. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Clock } from './clock.ts';
import type { ReplicatedSystem, SourceConfig } from './source-config.ts';

/** @throws Error that says how to make the system's file, where there is none. */
export function openClock(
  system: ReplicatedSystem,
  { standsAt: configured, databases }: SourceConfig,
  dataDir: string,
): Clock {
  const standsAt = configured ?? (databases[system] ? null : readStillMoment(dataDir, system));
  return standsAt === null ? () => new Date() : () => new Date(standsAt);
}

/** The moment that a made-up operator stands at, so that its answers do not change; null of a real one. */
function readStillMoment(dataDir: string, system: string): string | null {
  const file = join(dataDir, `${system}.sqlite`);
  if (!existsSync(file)) throw new Error(`There is no ${file}. Run \`npm run seed\`, or set PANORAMA_DATA.`);
  const db = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    const isMadeUp = db.prepare("select 1 from sqlite_master where name = 'world'").get() !== undefined;
    return isMadeUp ? (db.prepare<[], string>('select now from world').pluck().get() ?? null) : null;
  } finally {
    db.close();
  }
}
