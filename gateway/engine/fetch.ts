/** Sending a part of a plan to its subgraph. */
import type { FetchNode } from '@graphql-hive/router-query-planner';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { copy, type JsonObject } from './json.ts';
import { clientVariable } from './planning-text.ts';
import type { Run } from './run.ts';
import type { SubgraphAnswer, SubgraphError, Transport } from './transport.ts';

export type Transports = ReadonlyMap<string, Transport>;

/** What fetches have in common, be they of the root or of entities. */
export type FetchParts = Pick<FetchNode, 'serviceName' | 'operation' | 'operationKind' | 'variableUsages'>;

export interface Fetch {
  readonly source: string;
  readonly document: DocumentNode;
  /** Resolves also when the subgraph fails: with the failure, and without data. */
  send(run: Run, representations: JsonObject | undefined): Promise<SubgraphAnswer>;
}

/** @param isRepeated Whether the plan sends this text in other places too. */
export function compileFetch(node: FetchParts, transports: Transports, isRepeated: boolean): Fetch {
  const { serviceName: source, operation: text, operationKind = 'query', variableUsages = [] } = node;
  const transport = transports.get(source);
  if (!transport) throw new Error(`The supergraph names the subgraph "${source}", which is not served.`);
  const document = parse(text, { noLocation: true });
  const kind = operationKind === 'mutation' ? 'mutation' : 'query';
  const call = transport.prepare({ kind, text, document });
  const used = variableUsages.map((name) => [name, clientVariable(name)] as const);

  const variablesOf = ({ variables }: Run, representations: JsonObject | undefined): JsonObject => {
    const sent: JsonObject = {};
    for (const [name, own] of used) if (Object.hasOwn(variables, own)) sent[name] = variables[own];
    return representations ? Object.assign(sent, representations) : sent;
  };

  const ask = async (run: Run, variables: JsonObject): Promise<SubgraphAnswer> => {
    try {
      return await call(variables, run.request);
    } catch (error) {
      return { errors: [toSubgraphError(error)] };
    }
  };

  /** The same question of another part of the plan is not asked twice. */
  const askOnce = async (run: Run, variables: JsonObject): Promise<SubgraphAnswer> => {
    const key = `${source}\n${text}\n${JSON.stringify(variables)}`;
    const asked = run.shared.get(key) ?? ask(run, variables);
    run.shared.set(key, asked);
    const { data, ...rest } = await asked;
    // Each who asked will merge other things into what came.
    return { ...rest, ...(data && { data: copy(data) }) };
  };

  return {
    source,
    document,
    send: (run, representations) =>
      (isRepeated && kind === 'query' ? askOnce : ask)(run, variablesOf(run, representations)),
  };
}

function toSubgraphError(error: unknown): SubgraphError {
  if (error instanceof GraphQLError) {
    const { message, extensions, originalError } = error;
    return { message, extensions, originalError };
  }
  // A fault of a transport: without a code it is masked for the client, and logged.
  return { message: 'Internal error.', originalError: error };
}
