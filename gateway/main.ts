/** Composition root of the gateway: the only file here that reads the environment. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_KEYS, type Keys, loadServiceKeys } from '#kit/keys';
import { readReceipt } from '#kit/receipt';
import { createContextSigner } from '#kit/signed-context';
import {
  isEmbedded,
  MADE_UP,
  readSourceConfig,
  requireOwnSystems,
  type SourceConfig,
} from '#kit/source-config';
import { explainStartFailure } from '#kit/start-failure';
import { stopOnSignals } from '#kit/stop-on-signals';
import { createDemoKeypad } from '../mocks/billing-system/demo-passwords.ts';
import { collectorRoutes } from '../mocks/collector/collector-routes.ts';
import {
  createDemoIdentityProvider,
  type DemoIdentityProvider,
} from '../mocks/identity-provider/identity-provider.ts';
import { PERSONAS } from '../mocks/identity-provider/personas.ts';
import { ACT_EXAMPLES, EXAMPLES } from '../mocks/world/examples.ts';
import { isSeeded } from '../mocks/world/load.ts';
import { openWorld, somebodyElses } from '../mocks/world/read-world.ts';
import { seedIfMissing } from '../mocks/world/seed-if-missing.ts';
import { loadRoles } from '../schema/tools/roles.ts';
import { createAddressHash } from './access/address-hash.ts';
import { commonGrants } from './access/common-grants.ts';
import { fetchKeysFrom } from './access/provider-keys.ts';
import { openStaffIdentity } from './access/staff-identity.ts';
import { createApp } from './app.ts';
import { type GatewayConfig, readConfig } from './config.ts';
import { createRecorder } from './recorder.ts';
import { openRemote } from './remote.ts';
import { explorerRoutes } from './routes/explorer.ts';
import { recordRoute } from './routes/record.ts';
import { type ServiceParts, SUPERGRAPH_FILE } from './service-parts.ts';
import { followSupergraphFile } from './supergraph-file.ts';

/** For whoever watches the service: one line, nothing personal. */
const report = (what: string | object): void =>
  console.error(typeof what === 'string' ? what : JSON.stringify(what));

const ROOT = join(import.meta.dirname, '..');
const DEMO_PATH = '/demo';

async function start(): Promise<void> {
  // What this service writes is nobody else's to read.
  process.umask(0o077);
  const config = readConfig(process.env);
  const { PANORAMA_DATA: dataDir, PANORAMA_STATE: stateDir } = config;
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  const keys = loadServiceKeys(
    { keysFile: config.PANORAMA_KEYS, stateDir, isProduction: config.isProduction },
    ALL_KEYS,
  );
  const roles = loadRoles(ROOT);

  const sources = readSourceConfig(config.PANORAMA_SOURCES);
  if (config.isProduction && !isRemote(config)) requireOwnSystems(sources, MADE_UP);
  const parts = await openParts(config, { keys, sources });
  const { subgraphs, supergraphSdl, operations, trail } = parts;
  // Where all subgraphs are elsewhere, the operator's files may be too.
  const world = isRemote(config) && !isSeeded(dataDir) ? somebodyElses() : openWorld(dataDir, sources);
  const demo = await createDemo(config);
  const identity = openStaffIdentity({
    ...providerOf(config, demo),
    audience: config.OIDC_AUDIENCE,
    clientId: config.OIDC_CLIENT_ID,
    algorithms: config.OIDC_ALGORITHMS,
    roleClaim: config.OIDC_ROLE_CLAIM,
    refusesDemo: config.isProduction,
    roles,
    epochsFile: join(stateDir, 'access.sqlite'),
    isOnRecord: () => trail.isHealthy,
    readReceipt: (receipt) => readReceipt(keys.receiptKey, receipt),
    report,
  });
  const hasExplorer = config.EXPLORER === 'on' || (demo !== null && config.EXPLORER !== 'off');

  const app = await createApp({
    supergraphSdl,
    subgraphs,
    operations,
    access: identity.access,
    recorder: createRecorder({ trail, roles, report }),
    grantSets: commonGrants(roles, demo ? ['explore'] : []),
    signContext: createContextSigner(keys.contextKeys),
    hashAddress: createAddressHash(keys.pseudonymKey),
    async pages(scope) {
      await scope.register(identity.routes);
      if (isRemote(config)) await scope.register(recordRoute, { trail, contextKeys: keys.contextKeys });
      if (demo) {
        await scope.register(demo.routes, { prefix: DEMO_PATH });
        const keypad = await createDemoKeypad(keys.pseudonymKey);
        await scope.register(collectorRoutes(keypad), { prefix: DEMO_PATH });
      }
      if (!hasExplorer) return;
      await scope.register(explorerRoutes, {
        distDir: join(import.meta.dirname, 'explorer/dist'),
        operations,
        examples: { ...EXAMPLES, ...ACT_EXAMPLES },
        cases: world.namedCases,
        now: world.now,
        personas: demo ? PERSONAS : [],
      });
    },
    ...(config.TRUSTED_PROXIES !== undefined && { trustedProxies: config.TRUSTED_PROXIES }),
    ...tlsOf(config),
    logger: { level: config.LOG_LEVEL },
  });
  app.addHook('onClose', async () => {
    identity.close();
    await parts.close();
  });
  followSupergraphFile(app, { file: supergraphFileOf(config), inUse: supergraphSdl });

  const url = await app.listen({ port: config.PORT, host: config.HOST });
  stopOnSignals(app, { timeoutMs: 10_000, exit: process.exit });
  const text = welcome(url, { hasDemo: demo !== null, hasExplorer });
  // Whoever started us with the subgraphs says it, once all of them are there.
  if (process.send) process.send({ serving: url, welcome: text });
  else console.log(text);
}

const isRemote = ({ PANORAMA_SUBGRAPHS }: GatewayConfig): boolean => PANORAMA_SUBGRAPHS === 'remote';

const supergraphFileOf = ({ PANORAMA_SUPERGRAPH }: GatewayConfig): string =>
  PANORAMA_SUPERGRAPH ?? SUPERGRAPH_FILE;

/** Subgraphs are loaded only where they run here. */
async function openParts(
  config: GatewayConfig,
  { keys, sources }: { readonly keys: Keys; readonly sources: SourceConfig },
): Promise<ServiceParts> {
  const { PANORAMA_DATA: dataDir, PANORAMA_STATE: stateDir } = config;
  const supergraphFile = supergraphFileOf(config);
  if (isRemote(config)) return openRemote({ supergraphFile, stateDir, keys, report });
  if (isEmbedded(sources)) await seedIfMissing(dataDir);
  const { openEmbedded } = await import('./embedded.ts');
  const { PANORAMA_POLICY: policyFile, PANORAMA_RED_ABOVE: redAbove } = config;
  return openEmbedded({ dataDir, stateDir, keys, sources, supergraphFile, policyFile, redAbove, report });
}

/** The provider that comes along, where the operator names none. */
async function createDemo(config: GatewayConfig): Promise<DemoIdentityProvider | null> {
  if (config.OIDC_ISSUER !== undefined) return null;
  const issuer = `http://${config.HOST}:${config.PORT}${DEMO_PATH}`;
  return createDemoIdentityProvider({ issuer, audience: config.OIDC_AUDIENCE });
}

function providerOf({ OIDC_ISSUER, OIDC_JWKS_URL }: GatewayConfig, demo: DemoIdentityProvider | null) {
  // Its keys are in this process: no address is needed to ask for them.
  if (demo) return { issuer: demo.issuer, fetchKeys: async () => demo.jwks };
  const issuer = String(OIDC_ISSUER);
  return { issuer, fetchKeys: fetchKeysFrom({ issuer, jwksUrl: OIDC_JWKS_URL }) };
}

function tlsOf({ TLS_CERT, TLS_KEY }: GatewayConfig) {
  if (TLS_CERT === undefined || TLS_KEY === undefined) return {};
  return { tls: { cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) } };
}

function welcome(url: string, { hasDemo, hasExplorer }: Record<'hasDemo' | 'hasExplorer', boolean>): string {
  const variables = JSON.stringify(EXAMPLES['screen-pop']);
  const token = hasDemo ? `$(curl -sX POST ${url}${DEMO_PATH}/personas/hotline-agent/token)` : '$TOKEN';
  const pages = `
  ${url}/          where to begin
  ${url}/explorer  ask the graph
`;
  return `
Panorama is serving ${url}${hasExplorer ? pages : '\n'}
  curl ${url}/operations/screen-pop -H "authorization: Bearer ${token}" \\
    -H 'content-type: application/json' -d '${variables}'
`;
}

start().catch((error: unknown) => {
  console.error(explainStartFailure(error));
  process.exit(1);
});
