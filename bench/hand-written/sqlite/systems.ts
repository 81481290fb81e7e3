/** The operator's four files as one connection, so that a statement may join across systems. */
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';

export type Systems = BetterSqlite3.Database;

/** Read only. A statement says whose a table is only where several systems have one of its name. */
export function openSystems(dataDir: string): Systems {
  const systems = new BetterSqlite3(join(dataDir, 'crm.sqlite'), { readonly: true, fileMustExist: true });
  for (const system of ['billing', 'analytics', 'contacts']) {
    systems.prepare(`ATTACH ? AS ${system}`).run(join(dataDir, `${system}.sqlite`));
  }
  return systems;
}
