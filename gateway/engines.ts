/**
 * The engine in use, and how the next one takes its place: all trusted
 * documents are validated, planned and compiled on it first.
 */
import { type DocumentNode, type GraphQLSchema, validate } from 'graphql';
import type { Grants } from '#kit/access/grants';
import { createEngine, type Engine } from './engine/engine.ts';
import { createPlanner } from './engine/planner.ts';
import { type ListedSubgraph, readSupergraph } from './engine/supergraph.ts';
import type { Transport } from './engine/transport.ts';
import { adoptScalars } from './scalars.ts';

/** How a subgraph is reached. @throws Error when it can't be. */
export type Connect = (subgraph: ListedSubgraph) => Transport;

export interface EnginesParts {
  readonly connect: Connect;
  /** Compiled when an engine loads, and never forgotten. By SHA-256 of their text. */
  readonly trusted: ReadonlyMap<string, DocumentNode>;
  /** Of those who will ask: trusted documents are compiled for each. */
  readonly grantSets?: readonly Grants[];
}

export interface Engines {
  /** Puts a supergraph in use. @throws Error when it can't be used; the one before stays. */
  load(supergraphSdl: string): Promise<Engine>;
  /** The engine of a schema: a request that began before a switch ends on the engine it began on. */
  of(schema: GraphQLSchema): Engine;
  close(): Promise<void>;
}

/** What was connected stays so for this long after a switch, for the requests under way. */
const LINGER_MS = 30_000;

export function createEngines({ connect, trusted, grantSets = [] }: EnginesParts): Engines {
  const bySchema = new WeakMap<GraphQLSchema, Engine>();
  let transports = new Map<string, Transport>();
  let inUse: Engine | undefined;
  /** What is still to be closed, by what will do it in time. */
  const lingering = new Map<NodeJS.Timeout, () => void>();

  /** Those that are reached as before stay connected. */
  function connectAll(subgraphs: readonly ListedSubgraph[]): Map<string, Transport> {
    return new Map(
      subgraphs.map((subgraph) => {
        const key = placeOf(subgraph);
        return [key, transports.get(key) ?? connect(subgraph)];
      }),
    );
  }

  async function create(supergraphSdl: string): Promise<[Engine, Map<string, Transport>]> {
    const supergraph = readSupergraph(supergraphSdl);
    adoptScalars(supergraph.apiSchema);
    for (const document of trusted.values()) {
      const [mistake] = validate(supergraph.apiSchema, document);
      if (mistake) throw new Error(`A trusted document does not fit the graph: ${mistake.message}`);
    }
    const connected = connectAll(supergraph.subgraphs);
    const engine = createEngine({
      supergraph,
      planner: createPlanner(supergraphSdl),
      transports: new Map(
        supergraph.subgraphs.map((each) => [each.name, connected.get(placeOf(each)) as Transport]),
      ),
    });
    try {
      for (const [hash, document] of trusted) await engine.keep(hash, document, grantSets);
    } catch (error) {
      engine.close();
      // What was connected for it alone serves nobody.
      for (const [key, transport] of connected) if (!transports.has(key)) void transport.close?.();
      throw error;
    }
    return [engine, connected];
  }

  function closeLater(engine: Engine, gone: readonly Transport[]): void {
    const close = (): void => {
      lingering.delete(timer);
      engine.close();
      for (const transport of gone) void transport.close?.();
    };
    const timer = setTimeout(close, LINGER_MS).unref();
    lingering.set(timer, close);
  }

  return {
    async load(supergraphSdl) {
      const [engine, connected] = await create(supergraphSdl);
      const gone = [...transports].flatMap(([key, transport]) => (connected.has(key) ? [] : [transport]));
      if (inUse) closeLater(inUse, gone);
      transports = connected;
      inUse = engine;
      bySchema.set(engine.schema, engine);
      return engine;
    },
    of(schema) {
      const engine = bySchema.get(schema);
      if (!engine) throw new Error('This schema is of no engine.');
      return engine;
    },
    async close() {
      for (const [timer, closeNow] of lingering) {
        clearTimeout(timer);
        closeNow();
      }
      inUse?.close();
      await Promise.all([...transports.values()].map(async (transport) => transport.close?.()));
    },
  };
}

function placeOf({ name, url }: ListedSubgraph): string {
  return `${name} ${url}`;
}
