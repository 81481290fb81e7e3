/** Both screens over the operator's SQLite files. */
import { readWorld } from '../../../mocks/world/read-world.ts';
import type { Screens } from '../app.ts';
import { createScreenPop } from './screen-pop.ts';
import { prepareStatements } from './statements.ts';
import { openSystems } from './systems.ts';
import { createVipPortfolio } from './vip-portfolio.ts';

/** @param dataDir Folder that the made-up operator was seeded into. */
export function openSqliteScreens(dataDir: string): Screens {
  const { now } = readWorld(dataDir);
  // The operator stands still at the moment it was made for, as it does in the product.
  const clock = (): Date => new Date(now);
  const systems = openSystems(dataDir);
  const statements = prepareStatements(systems);
  // In one transaction a request sees one state of each file, and locks it once.
  return {
    screenPop: systems.transaction(createScreenPop(statements, clock)),
    vipPortfolio: systems.transaction(createVipPortfolio(statements, clock)),
    async close() {
      systems.close();
    },
  };
}
