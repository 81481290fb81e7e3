/** VIP客户经理名下客户: what `schema/operations/vip-portfolio.graphql` answers. */
import type { Clock } from '../../subgraphs/kit/clock.ts';
import { requireFirst, toPage, toPageInfo, toPlace } from '../../subgraphs/kit/paging.ts';
import { readTime } from './business-time.ts';
import { toPortfolioNode } from './portfolio-node.ts';
import { readSections } from './portfolio-sections.ts';
import type { Statements } from './statements.ts';

export interface PortfolioRequest {
  readonly staffId: string;
  readonly first?: number;
  readonly after?: string | null;
}

/** @returns What answers for a page of a manager's customers. */
export function createVipPortfolio(statements: Statements, clock: Clock) {
  const { crm } = statements;
  return ({ staffId, first = 100, after = null }: PortfolioRequest) => {
    const manager = crm.manager.get(staffId);
    if (manager === undefined) return { staffMember: null };

    const time = readTime(clock);
    const list = `portfolio:${staffId}`;
    const limit = requireFirst(first);
    const page = toPage(crm.portfolio.all(staffId, toPlace(list, after) ?? 0, limit + 1), limit);
    const sections = readSections(statements, page.items, time);
    return {
      staffMember: {
        ...manager,
        portfolio: {
          totalCount: crm.portfolioCount.get(staffId) ?? 0,
          pageInfo: toPageInfo(list, page, ({ customerId }) => customerId),
          nodes: page.items.map((row) => toPortfolioNode(row, sections, time)),
        },
      },
    };
  };
}
