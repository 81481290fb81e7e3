import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './explorer.css';
import './who-asks.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { type ExplorerConfig, PERSONAS_PATH, type Persona } from './explorer-config.ts';
import { readLanguage, TEXT } from './language.ts';
import { createPersonaTokens } from './persona-tokens.ts';
import { createWhoAsks } from './who-asks.ts';

const root = createRoot(document.getElementById('root') as HTMLElement);
try {
  const config = await get<ExplorerConfig>('/explorer/config.json');
  const personas = config.personas ? await get<readonly Persona[]>(PERSONAS_PATH) : [];
  const tokens = createPersonaTokens(requestToken);
  root.render(<App config={config} whoAsks={createWhoAsks({ personas, tokens, memory: localStorage })} />);
} catch (error) {
  root.render(<p role="alert">{TEXT[readLanguage()].failed}</p>);
  throw error;
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
}

async function requestToken(personaId: string): Promise<string> {
  const response = await fetch(`${PERSONAS_PATH}/${encodeURIComponent(personaId)}/token`, { method: 'POST' });
  if (!response.ok) throw new Error(`The demo identity provider answered ${response.status}.`);
  return (await response.text()).trim();
}
