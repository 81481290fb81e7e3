import { GraphiQL } from 'graphiql';
import { useEffect, useState } from 'react';
import { CasePanel } from './case-panel.tsx';
import type { ExplorerConfig } from './explorer-config.ts';
import { createFetcher } from './fetcher.ts';
import { Header } from './header.tsx';
import { readLanguage, showLanguage, TEXT } from './language.ts';
import { initialContents, storage, toReadyTab } from './ready-tabs.ts';
import { SchemaAgain } from './schema-again.tsx';
import type { WhoAsks } from './who-asks.ts';
import { WhoAsksBar } from './who-asks-bar.tsx';

interface AppProps {
  readonly config: ExplorerConfig;
  readonly whoAsks: WhoAsks;
}

/** Our frame around GraphiQL: the header with who asks, the named cases, and the editor itself. */
export function App({ config, whoAsks }: AppProps) {
  const [language, setLanguage] = useState(readLanguage);
  const [readyTabs] = useState(() => config.operations.map(toReadyTab));
  // GraphiQL asks for the schema again when it gets another.
  const [fetcher] = useState(() => createFetcher(whoAsks));
  const [initial] = useState(() => initialContents(readyTabs));
  const [aside, setAside] = useState<HTMLElement | null>(null);
  useEffect(() => showLanguage(language), [language]);

  const text = TEXT[language];
  return (
    <div className="explorer">
      <a className="skip" href="#editor">
        {text.skip}
      </a>
      <Header now={config.now} language={language} onLanguage={setLanguage}>
        <WhoAsksBar whoAsks={whoAsks} language={language} />
      </Header>
      <aside ref={setAside} aria-label={text.cases} />
      {/* GraphiQL speaks English only. */}
      <main id="editor" tabIndex={-1} aria-label={text.editor} lang="en">
        <GraphiQL
          fetcher={fetcher}
          storage={storage}
          defaultTabs={readyTabs}
          {...initial}
          defaultEditorToolsVisibility="variables"
          showPersistHeadersSettings={false}
        >
          {/* An empty logo: the header has our name. */}
          <GraphiQL.Logo> </GraphiQL.Logo>
          <SchemaAgain whoAsks={whoAsks} />
          {aside && <CasePanel config={config} language={language} aside={aside} />}
        </GraphiQL>
      </main>
    </div>
  );
}
