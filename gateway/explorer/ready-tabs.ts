import type { ExplorerOperation } from './explorer-config.ts';

/**
 * Tabs, queries and history end with the browser tab: variables hold
 * customers' numbers, which must not stay behind on a shared computer. It
 * also lets every visit begin with the documents of today.
 */
export const storage = sessionStorage;

const KEY = { tabs: 'graphiql:tabState', query: 'graphiql:query', variables: 'graphiql:variables' } as const;

interface SavedTabs {
  readonly tabs: readonly Partial<ReadyTab>[];
  readonly activeTabIndex: number;
}

export interface ReadyTab {
  readonly query: string;
  readonly variables: string;
}

export function toReadyTab({ body, variables }: Pick<ExplorerOperation, 'body' | 'variables'>): ReadyTab {
  return { query: body, variables: JSON.stringify(variables, null, 2) };
}

/**
 * What the editors show first. GraphiQL fills them from a tab only when that
 * tab is chosen, so the tab that is open at the start would lose its variables
 * (and, unless it is the first, its query) if they did not come as initial values.
 */
export function initialContents(readyTabs: readonly ReadyTab[]) {
  const saved = storage.getItem(KEY.tabs);
  const { tabs, activeTabIndex } =
    saved === null ? { tabs: readyTabs, activeTabIndex: 0 } : (JSON.parse(saved) as SavedTabs);
  const tab = tabs[activeTabIndex];
  return {
    initialQuery: storage.getItem(KEY.query) ?? tab?.query ?? '',
    initialVariables: storage.getItem(KEY.variables) ?? tab?.variables ?? '',
  };
}

/** Begins again with the trusted documents; the history stays. */
export function restoreReadyTabs(): void {
  for (const key of Object.values(KEY)) storage.removeItem(key);
  location.reload();
}
