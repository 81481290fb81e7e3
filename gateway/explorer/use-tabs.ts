import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { ExplorerOperation } from './explorer-config.ts';
import { toReadyTab } from './ready-tabs.ts';

interface Tabs {
  /** False until Monaco has made the editors. */
  readonly isReady: boolean;
  /** Runs an operation in the tab that has its document, or in a new one. */
  run(operation: ExplorerOperation): void;
}

/** GraphiQL's tabs, for our own buttons. */
export function useTabs(): Tabs {
  const { addTab, changeTab, updateActiveTabValues, run } = useGraphiQLActions();
  const state = useGraphiQL(
    ({ tabs, activeTabIndex, queryEditor, variableEditor, headerEditor, responseEditor }) => ({
      tabs,
      activeTabIndex,
      queryEditor,
      variableEditor,
      headerEditor,
      responseEditor,
    }),
  );

  return {
    isReady: Boolean(state.queryEditor && state.variableEditor && state.headerEditor && state.responseEditor),
    run(operation) {
      const { query, variables } = toReadyTab(operation);
      const index = state.tabs.findIndex((tab) => tab.query === query);
      if (index === -1) addTab();
      else if (index !== state.activeTabIndex) changeTab(index);

      state.queryEditor?.setValue(query);
      state.variableEditor?.setValue(variables);
      // The editors tell the tab a moment later, while the query runs; the history would hold it twice.
      const headers = state.headerEditor?.getValue() ?? '';
      updateActiveTabValues({ query, variables, headers, operationName: operation.operationName });
      run();
    },
  };
}
