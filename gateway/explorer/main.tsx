import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './explorer.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import type { ExplorerConfig } from './explorer-config.ts';
import { readLanguage, TEXT } from './language.ts';

const root = createRoot(document.getElementById('root') as HTMLElement);
try {
  root.render(<App config={await loadExplorerConfig()} />);
} catch (error) {
  root.render(<p role="alert">{TEXT[readLanguage()].failed}</p>);
  throw error;
}

async function loadExplorerConfig(): Promise<ExplorerConfig> {
  const response = await fetch('/explorer/config.json');
  if (!response.ok) throw new Error(`config.json answered ${response.status}`);
  return (await response.json()) as ExplorerConfig;
}
