import type { SignContext } from '#kit/signed-context';
import type { Subgraph } from '#kit/subgraph';
import type { Connect } from '../engines.ts';
import { createHttpTransport } from './http.ts';
import { createInProcessTransport } from './in-process.ts';

interface ConnectOptions {
  readonly sign?: SignContext | undefined;
  /** How long another process has for an answer. */
  readonly deadlineMs?: number | undefined;
}

/** Calls the subgraphs of this process, and asks the others over HTTP, where the supergraph says. */
export function connectTo(
  inProcess: readonly Subgraph[],
  { sign, deadlineMs }: ConnectOptions = {},
): Connect {
  const byName = new Map(inProcess.map((subgraph) => [subgraph.name, subgraph]));
  return ({ name, url }) => {
    const subgraph = byName.get(name);
    if (subgraph) return createInProcessTransport(subgraph);
    if (!URL.canParse(url)) {
      throw new Error(
        `The supergraph has no address for the subgraph "${name}", and it is not in this process.`,
      );
    }
    return createHttpTransport({ name, url, sign, ...(deadlineMs !== undefined && { deadlineMs }) });
  };
}
