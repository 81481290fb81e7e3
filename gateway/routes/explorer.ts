/** The explorer at `/explorer/`, and the landing page at `/` that leads to it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { TrustedDocument } from '../../schema/tools/trusted-documents.ts';
import {
  type ExplorerConfig,
  type ExplorerOperation,
  FIRST_OPERATION,
  type NamedCase,
  type Persona,
} from '../explorer/explorer-config.ts';
import { LANDING_CSP, landingPage } from '../explorer/landing/page.ts';

interface ExplorerOptions {
  /** Where `npm run build:explorer` puts the bundle. */
  readonly distDir: string;
  /** Trusted documents; each becomes a ready tab. */
  readonly operations: readonly TrustedDocument[];
  /** Variables that answer, by document name. */
  readonly examples: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly cases: readonly NamedCase[];
  /** Business time of the synthetic operator, ISO 8601 with offset. */
  readonly now: string;
  /** Of the demo identity provider under `/demo`; left out where there is none. */
  readonly personas?: readonly Persona[];
}

// Monaco writes style elements and may start a worker from a blob; GraphiQL's
// fonts are data: URLs in its style sheet. Nothing comes from another host.
const EXPLORER_CSP = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const NOT_BUILT = `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>探索器尚未构建</title>
<h1>探索器尚未构建</h1>
<p>请运行 <code>npm run build:explorer</code>，然后重启网关。</p>
<p lang="en">The explorer is not built. Run <code>npm run build:explorer</code> and restart the gateway.</p>
</html>
`;

export const explorerRoutes: FastifyPluginAsync<ExplorerOptions> = async (app, options) => {
  const { distDir, cases, now, personas = [] } = options;
  const config: ExplorerConfig = {
    operations: toReadyOperations(options),
    cases,
    now,
    personas: personas.length > 0,
  };

  app.addHook('onRequest', async (_, reply) => {
    reply.header('content-security-policy', EXPLORER_CSP).header('cache-control', 'no-cache');
  });

  app.get<{ Querystring: { lang?: string } }>('/', async (request, reply) => {
    const lang = request.query.lang === 'en' ? 'en' : 'zh';
    reply.type('text/html; charset=utf-8').header('content-security-policy', LANDING_CSP);
    return landingPage({ config, personas, lang, origin: originOf(request) });
  });

  if (!existsSync(join(distDir, 'index.html'))) {
    for (const url of ['/explorer', '/explorer/*']) {
      app.get(url, async (_, reply) => reply.status(503).type('text/html; charset=utf-8').send(NOT_BUILT));
    }
    return;
  }

  app.get('/explorer', async (request, reply) =>
    reply.redirect(request.url.replace('/explorer', '/explorer/')),
  );
  app.get('/explorer/config.json', async () => config);
  await app.register(fastifyStatic, {
    root: distDir,
    prefix: '/explorer/',
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Vite puts a hash of the content in the name of each asset.
      if (path.includes('/assets/')) reply.header('cache-control', 'public, max-age=31536000, immutable');
    },
  });
};

/** In the order of the manifest, but with the document that a newcomer should try in front. */
function toReadyOperations({ operations, examples }: ExplorerOptions): ExplorerOperation[] {
  const isFirst = ({ name }: TrustedDocument) => name === FIRST_OPERATION;
  const ordered = [...operations.filter(isFirst), ...operations.filter((operation) => !isFirst(operation))];
  return ordered.map(({ name, operationName, body, variables }) => ({
    name,
    operationName,
    body,
    variables: examples[name] ?? {},
    requires: Object.keys(variables).filter((variable) => variables[variable]?.endsWith('!')),
  }));
}

/** As the client wrote it. A host that is no host name or address gets the default, for it ends up in a command. */
function originOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${/^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host) ? host : '127.0.0.1:4000'}`;
}
