/**
 * Hive Gateway in front of our subgraphs: each request to one of them is signed.
 *
 *   PANORAMA_KEYS=FILE PANORAMA_VIEWERS=JSON \
 *     hive-gateway supergraph SUPERGRAPH --config-path bench/portable/gateway.config.ts
 *
 * Who asks is looked up by the bearer token, among those of `PANORAMA_VIEWERS`: a
 * test asks. Whoever runs it for people verifies the token and reads claims from it.
 */
import { readFileSync } from 'node:fs';
import type { GatewayConfig, GatewayPlugin } from '@graphql-hive/gateway';
import { type Signer, signRequest } from './sign-request.ts';

function readSigner(file: string): Signer {
  const { contextKeys } = JSON.parse(readFileSync(file, 'utf8')) as {
    contextKeys: readonly { readonly id: string; readonly secret: string }[];
  };
  const [key] = contextKeys;
  if (!key) throw new Error(`${file} has no key to sign with.`);
  return { keyId: key.id, secret: Buffer.from(key.secret, 'base64url') };
}

type Viewers = Readonly<Record<string, object>>;

/** Signs what is sent, as it is sent: the last moment at which Hive Gateway shows it. */
function signSubgraphRequests(viewers: Viewers, signer: Signer): GatewayPlugin {
  return {
    onFetch({ executionRequest, context, options, setOptions }) {
      const subgraph = executionRequest?.subgraphName;
      const { body } = options;
      if (subgraph === undefined) return;
      const headers = 'headers' in context ? context.headers : {};
      const viewer = viewers[headers['authorization']?.replace('Bearer ', '') ?? ''];
      // Without a signature a subgraph answers 401.
      if (!viewer || typeof body !== 'string') return;
      const signed = signRequest(subgraph.toLowerCase(), body, { viewer, addressHash: 'portable' }, signer);
      setOptions({ ...options, headers: { ...options.headers, ...signed } });
    },
  };
}

const { PANORAMA_KEYS, PANORAMA_VIEWERS } = process.env;
if (PANORAMA_KEYS === undefined || PANORAMA_VIEWERS === undefined) {
  throw new Error('PANORAMA_KEYS and PANORAMA_VIEWERS must be set.');
}
const viewers = JSON.parse(PANORAMA_VIEWERS) as Viewers;
const signer = readSigner(PANORAMA_KEYS);

export const gatewayConfig: Partial<GatewayConfig> = {
  plugins: () => [signSubgraphRequests(viewers, signer)],
};
