/** What the environment may say about the gateway; `main.ts` reads it, once. */
import { z } from 'zod';
import { loadConfig, port, redAbove } from '#kit/config';
import { ALGORITHMS } from './access/tokens.ts';

const file = z.string().min(1);

const algorithms = z
  .string()
  .transform((text) => text.split(/[ ,]+/).filter((name) => name !== ''))
  .pipe(z.array(z.enum(ALGORITHMS, `must be some of ${ALGORITHMS.join(', ')}`)).min(1));

/** What is learned there decides who may see what: nobody on the way may change it. */
const address = z
  .string()
  .refine(isSafeAddress, 'must be an address that begins with https:// (http:// only on this machine)');

const schema = z.object({
  PORT: port.default(4_000),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Addresses of proxies, or their networks: whom they say a request comes from is believed. */
  TRUSTED_PROXIES: z.string().min(1).optional(),
  /** Folder of the synthetic operator's databases; filled when it is empty. */
  PANORAMA_DATA: file.default('./data'),
  /** File that says where systems are that are not embedded. */
  PANORAMA_SOURCES: file.optional(),
  /** Folder of what lasts: the record, counters of tries, rights taken back. */
  PANORAMA_STATE: file.default('./state'),
  /** File with the secrets of the service; without one, they are made for a demonstration. */
  PANORAMA_KEYS: file.optional(),
  /** Weights and thresholds of the scores, where they are not the project's own. */
  PANORAMA_POLICY: file.optional(),
  PANORAMA_RED_ABOVE: redAbove,
  /** Where the subgraphs are: in this process, or where the supergraph says. */
  PANORAMA_SUBGRAPHS: z.enum(['embedded', 'remote'], 'must be embedded or remote').default('embedded'),
  /** The supergraph; by default the one that `npm run generate` makes. */
  PANORAMA_SUPERGRAPH: file.optional(),
  /** Identity provider; without one, a demonstration's. */
  OIDC_ISSUER: address.optional(),
  OIDC_AUDIENCE: z.string().min(1).default('panorama'),
  /** Id of the client that logout tokens are for, where it is not the audience. */
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  /** Where the keys are; by default the provider says. */
  OIDC_JWKS_URL: address.optional(),
  OIDC_ROLE_CLAIM: z.string().min(1).optional(),
  OIDC_ALGORITHMS: algorithms.default(['ES256', 'RS256']),
  /** Serves the explorer beside a provider that is not the demonstration's. */
  EXPLORER: z.enum(['on', 'off'], 'must be on or off').optional(),
  TLS_CERT: file.optional(),
  TLS_KEY: file.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

const production = schema.extend({
  OIDC_ISSUER: z
    .string('must be set in production: the issuer of your OpenID Connect provider')
    .pipe(address),
  PANORAMA_KEYS: z.string('must be set in production: a file made by `npm run keys -- FILE`').pipe(file),
});

export interface GatewayConfig extends Readonly<z.infer<typeof schema>> {
  readonly isProduction: boolean;
}

/** @throws Error naming every fault and what to set. */
export function readConfig(env: NodeJS.ProcessEnv): GatewayConfig {
  const isProduction = env['NODE_ENV'] === 'production';
  // Each half of the pair asks for the other.
  const pair = z.string('must be set where TLS_CERT or TLS_KEY is').pipe(file);
  const hasTls = env['TLS_CERT'] !== undefined || env['TLS_KEY'] !== undefined;
  const base = isProduction ? production : schema;
  const config = loadConfig(hasTls ? base.extend({ TLS_CERT: pair, TLS_KEY: pair }) : base, env);
  if (config.OIDC_ISSUER === undefined && !LOOPBACK.has(config.HOST)) {
    throw new Error(
      "Bad configuration:\n  HOST: the demonstration's provider gives anybody anybody's token, so it serves this machine only (127.0.0.1). Set OIDC_ISSUER to your own.",
    );
  }
  return { ...config, isProduction };
}

function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
}

/** Names of this machine, as they stand in an address. */
export const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);
