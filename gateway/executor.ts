/** The seam between Apollo Server and the engine: Apollo's public gateway interface. */
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { getVariableValues } from 'graphql';
import type { Engine } from './engine/engine.ts';
import { createEngines, type EnginesParts } from './engines.ts';
import { findMisplacedNull } from './null-variables.ts';
import { createFieldsOnRecord } from './on-record-fields.ts';
import type { RequestContext } from './request-context.ts';
import { badVariables, findVariableMistake } from './variable-mistake.ts';

export type GatewayInterface = ApolloServerOptionsWithGateway<RequestContext>['gateway'];
type LoadResult = Awaited<ReturnType<GatewayInterface['load']>>;
type Executor = NonNullable<LoadResult['executor']>;

export interface GatewayParts extends EnginesParts {
  readonly supergraphSdl: string;
}

export interface Gateway extends GatewayInterface {
  /**
   * Puts another supergraph in use, without a request being dropped.
   *
   * @throws Error when it can't be used: then nothing has changed.
   */
  reload(supergraphSdl: string): Promise<void>;
}

/** @throws Error, from `load`, when the supergraph or a trusted document can't be compiled. */
export function createGateway({ supergraphSdl, ...parts }: GatewayParts): Gateway {
  const engines = createEngines(parts);
  const fieldsOnRecord = createFieldsOnRecord((schema) => engines.of(schema).rules);
  let tell: (engine: Engine, sdl: string) => void = () => {};

  const executor: Executor = async ({ schema, queryHash, document, operation, source, request, context }) => {
    const { errors, coerced = {} } = getVariableValues(
      schema,
      operation.variableDefinitions ?? [],
      request.variables ?? {},
      { maxErrors: 1 },
    );
    if (errors) {
      const mistake = findVariableMistake(schema, operation, request.variables ?? {});
      return { errors: [mistake ?? badVariables('The variables do not fit the operation.')] };
    }
    const misplaced = findMisplacedNull(schema, document, operation, coerced);
    if (misplaced) return { errors: [misplaced] };

    const { asker, outcome } = context as RequestContext;
    outcome.fieldsOnRecord = fieldsOnRecord(schema, queryHash, document);
    const prepared = engines
      .of(schema)
      .prepare({ hash: queryHash, document, operation, size: source.length }, coerced, asker.viewer.grants);
    // Waiting for what is there already would cost every request a turn.
    const run = typeof prepared === 'function' ? prepared : await prepared;
    return run(coerced, context as RequestContext);
  };

  return {
    onSchemaLoadOrUpdate(callback) {
      tell = ({ schema }, sdl) => callback({ apiSchema: schema, coreSupergraphSdl: sdl });
      return () => {};
    },
    async load() {
      tell(await engines.load(supergraphSdl), supergraphSdl);
      return { executor };
    },
    async reload(sdl) {
      tell(await engines.load(sdl), sdl);
    },
    stop: () => engines.close(),
  };
}
