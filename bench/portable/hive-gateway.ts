/** Hive Gateway as a process of its own, its requests to subgraphs signed as `gateway.config.ts` does it. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../gateway/testing/test-world.ts';
import type { TrustedDocument } from '../../schema/tools/trusted-documents.ts';
import type { ViewerClaims } from '../../subgraphs/kit/viewer.ts';
import { type Child, findFreePorts, ROOT, startChild } from '../child.ts';
import { HIVE_COMMAND } from '../systems/hive.ts';

export interface HiveGateway {
  /**
   * @param token Who asks: a name of `viewers`.
   * @returns The whole answer. @throws Error where it is none of GraphQL.
   */
  ask(token: string, { body, operationName }: TrustedDocument, variables: object): Promise<Answer>;
  stop(): Promise<void>;
}

export interface HiveGatewayOptions {
  readonly supergraphSdl: string;
  /** Who may ask, by token. */
  readonly viewers: Readonly<Record<string, ViewerClaims>>;
  readonly keysFile: string;
  /** Folder for the supergraph's file, which must last as long as the process. */
  readonly scratchDir: string;
}

/** @throws Error that says what to install, where Hive Gateway is missing. */
export async function startHiveGateway(options: HiveGatewayOptions): Promise<HiveGateway> {
  requireHive();
  const { supergraphSdl, viewers, keysFile, scratchDir } = options;
  const supergraph = join(scratchDir, 'supergraph.graphql');
  writeFileSync(supergraph, supergraphSdl);
  const [port = 0] = await findFreePorts(1);
  const child: Child = await startChild({
    args: [
      HIVE_COMMAND,
      'supergraph',
      supergraph,
      '--config-path',
      'bench/portable/gateway.config.ts',
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--fork',
      '1',
    ],
    env: { PANORAMA_KEYS: keysFile, PANORAMA_VIEWERS: JSON.stringify(viewers) },
    ports: [port],
  });
  return {
    async ask(token, { body: query, operationName }, variables) {
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          authorization: `Bearer ${token}`,
        },
        body: JSON.stringify({ query, operationName, variables }),
      });
      const text = await response.text();
      if (!response.headers.get('content-type')?.includes('json')) {
        throw new Error(`Hive Gateway answers ${response.status}: ${text.slice(0, 200)} ${child.output()}`);
      }
      return JSON.parse(text) as Answer;
    },
    stop: () => child.stop(),
  };
}

function requireHive(): void {
  if (existsSync(join(ROOT, HIVE_COMMAND))) return;
  throw new Error('Hive Gateway is not installed. Install the peers: npm ci --prefix bench --ignore-scripts');
}
