/** VIP客户经理名下客户: what `schema/operations/vip-portfolio.graphql` answers. */
import type { StaffMember } from '../../subgraphs/crm/model.ts';
import { requireFirst, toPage, toPageInfo, toPlace } from '../../subgraphs/kit/paging.ts';
import type { BusinessTime } from './business-time.ts';
import type { PortfolioRow } from './crm.ts';
import { toPortfolioNode } from './portfolio-node.ts';
import type { Sections } from './portfolio-sections.ts';

export interface PortfolioRequest {
  readonly staffId: string;
  readonly first?: number;
  readonly after?: string | null;
}

/** Where a page begins, and how long it is. One row more says whether another one follows. */
export interface PageRange {
  readonly staffId: string;
  /** Customers up to this id were on the pages before. */
  readonly afterId: number;
  readonly limit: number;
}

/** @throws BAD_USER_INPUT where the length or the cursor is none of ours. */
export function toPageRange({ staffId, first = 100, after = null }: PortfolioRequest): PageRange {
  return { staffId, afterId: toPlace(listOf(staffId), after) ?? 0, limit: requireFirst(first) };
}

export type PortfolioPage = ReturnType<typeof toPortfolioPage>;

/** @param rows One more than the page shows, where there are so many. */
export function toPortfolioPage(rows: readonly PortfolioRow[], { limit }: PageRange) {
  return toPage(rows, limit);
}

/** @returns What answers for a page of a manager's customers. */
export function toVipPortfolio(
  manager: StaffMember,
  totalCount: number,
  page: PortfolioPage,
  sections: Sections,
  time: BusinessTime,
) {
  return {
    staffMember: {
      ...manager,
      portfolio: {
        totalCount,
        pageInfo: toPageInfo(listOf(manager.staffId), page, ({ customerId }) => customerId),
        nodes: page.items.map((row) => toPortfolioNode(row, sections, time)),
      },
    },
  };
}

function listOf(staffId: string): string {
  return `portfolio:${staffId}`;
}
