/** `/`: where a newcomer begins. Plain HTML: no script, nothing loaded. */
import { createHash } from 'node:crypto';
import {
  type ExplorerConfig,
  FIRST_OPERATION,
  FIRST_PERSONA,
  PERSONAS_PATH,
  type Persona,
} from '../explorer-config.ts';
import { LANDING_STYLE } from './style.ts';
import { LANDING_TEXT } from './text.ts';

/** Lets this page use its own style, and nothing else. */
export const LANDING_CSP = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(LANDING_STYLE).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface LandingPageParts {
  readonly config: ExplorerConfig;
  /** Of the demo identity provider; empty where there is none. */
  readonly personas: readonly Persona[];
  readonly lang: 'zh' | 'en';
  /** Where this server is reached: the query is to work as pasted. */
  readonly origin: string;
}

export function landingPage({ config, personas, lang, origin }: LandingPageParts): string {
  const text = LANDING_TEXT[lang];
  const suffix = lang === 'en' ? 'lang=en' : '';
  const explorer = `/explorer/${suffix && `?${suffix}`}`;
  return `<!doctype html>
<html lang="${text.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${text.title}</title>
<style>${LANDING_STYLE}</style>
</head>
<body>
<header>
  <p class="name">Panorama</p>
  <nav aria-label="${text.languages}"><a href="${text.otherHref}" lang="${text.otherTag}" hreflang="${text.otherTag}">${text.other}</a></nav>
</header>
<main>
  <h1>${text.heading}</h1>
  <p class="lead">${text.lead}</p>
  <p class="note">${text.synthetic} ${text.businessTime(timeElement(config.now))}</p>
  <p><a class="button" href="${explorer}">${text.openExplorer}</a></p>

  <h2>${text.queryHeading}</h2>
  <p>${text.queryHint}${personas.length > 0 ? text.demoToken : text.ownToken}</p>
  <pre tabindex="0" role="region" aria-label="${text.queryHeading}"><code>${escapeHtml(curl(config, origin))}</code></pre>
${personas.length > 0 ? personaList(personas, lang) : ''}
  <h2>${text.casesHeading}</h2>
  <p>${text.casesHint}</p>
  <ul class="cases">
${config.cases.map((each) => caseItem(each.serviceNumber, each[lang], `/explorer/?case=${encodeURIComponent(each.id)}${suffix && `&amp;${suffix}`}`)).join('\n')}
  </ul>

  <h2>${text.operationsHeading}</h2>
  <p>${text.operationsHint}</p>
  <ul class="columns">
${config.operations.map(({ name }) => `    <li><code>${escapeHtml(name)}</code></li>`).join('\n')}
  </ul>

  <h2>${text.healthHeading}</h2>
  <ul>
    <li><a href="/live">/live</a>: ${text.live}</li>
    <li><a href="/ready">/ready</a>: ${text.ready}</li>
  </ul>
</main>
</body>
</html>
`;
}

function timeElement(moment: string): string {
  return `<time datetime="${moment}">${moment.slice(0, 16).replace('T', ' ')}</time>`;
}

function caseItem(number: string, shows: string, href: string): string {
  return `    <li><a href="${href}"><b>${escapeHtml(number)}</b> <span>${escapeHtml(shows)}</span></a></li>`;
}

function personaList(personas: readonly Persona[], lang: 'zh' | 'en'): string {
  const { personasHeading, personasHint } = LANDING_TEXT[lang];
  const item = (persona: Persona) =>
    `    <li><code>${escapeHtml(persona.id)}</code> <b>${escapeHtml(persona[lang])}</b> <span>${escapeHtml(persona.sees[lang])}</span></li>`;
  return `
  <h2>${personasHeading}</h2>
  <p>${personasHint}</p>
  <ul class="personas">
${personas.map(item).join('\n')}
  </ul>
`;
}

/** Asked by name: no GraphQL client needed. */
function curl({ operations, personas }: ExplorerConfig, origin: string): string {
  const example = operations.find(({ name }) => name === FIRST_OPERATION)?.variables;
  const token = personas ? `TOKEN=$(curl -s -X POST ${origin}${PERSONAS_PATH}/${FIRST_PERSONA}/token)\n` : '';
  return `${token}curl ${origin}/operations/${FIRST_OPERATION} \\\n  -H "authorization: Bearer $TOKEN" \\\n  -H 'content-type: application/json' \\\n  -d '${JSON.stringify(example)}'`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
