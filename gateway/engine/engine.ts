/**
 * The engine: a supergraph that answers operations. Each operation is planned
 * and compiled once; a request only runs what was compiled.
 */
import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import { type CompiledOperation, compileOperation } from './compiled-operation.ts';
import type { Transports } from './fetch.ts';
import { conditionVariables, normalise, type Variables } from './normal-operation.ts';
import { createPlanCache } from './plan-cache.ts';
import type { Planner } from './planner.ts';
import { planningRounds } from './planning-rounds.ts';
import { planningText } from './planning-text.ts';
import type { Supergraph } from './supergraph.ts';

/** One operation of a valid document. */
export interface OperationSource {
  /** Tells documents apart: the hash of the text. */
  readonly hash: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Length of the document's text: what keeping it costs. */
  readonly size: number;
}

export interface Engine {
  readonly schema: GraphQLSchema;
  /**
   * What runs the operation. Not a promise where it is known, so that the
   * common request waits for nothing.
   *
   * @param variables Coerced: they decide `@skip` and `@include`, and each
   *   choice is compiled on its own.
   * @throws GraphQLError with code PLANNING_TIMEOUT; Error where it can't be planned.
   */
  prepare(source: OperationSource, variables: Variables): CompiledOperation | Promise<CompiledOperation>;
  /** Compiles every choice of a document and keeps them for good. @throws Error when one can't be. */
  keep(hash: string, document: DocumentNode): Promise<void>;
  /** Lets go of the planner; what is compiled goes on running. */
  close(): void;
}

export interface EngineParts {
  readonly supergraph: Supergraph;
  readonly planner: Planner;
  readonly transports: Transports;
}

/** Nobody waits for what is kept but the start. */
const KEPT_DEADLINE_MS = 30_000;
/** More than these and a document's choices are compiled when they are first asked for. */
const CHOICES_KEPT = 16;

export function createEngine({ supergraph, planner, transports }: EngineParts): Engine {
  const compile = async (
    { document, operation }: OperationSource,
    choice: Variables,
    deadlineMs?: number,
  ): Promise<CompiledOperation> => {
    const normal = normalise(document, operation, supergraph, choice);
    const { apiSchema, requiredArguments } = supergraph;
    const rounds = planningRounds(apiSchema, normal.operation, requiredArguments);
    const texts = rounds.flatMap((round) => planningText(supergraph, round) ?? []);
    const plans = await Promise.all(texts.map((text) => planner.plan(text, deadlineMs)));
    return compileOperation(
      normal,
      plans.filter((plan) => plan !== undefined),
      supergraph,
      transports,
    );
  };
  const cache = createPlanCache();
  const conditions = new WeakMap<DocumentNode, readonly string[]>();

  function conditionsOf(document: DocumentNode): readonly string[] {
    let names = conditions.get(document);
    if (!names) {
      names = conditionVariables(document);
      conditions.set(document, names);
    }
    return names;
  }

  function keyOf({ hash, document, operation }: OperationSource, variables: Variables): string {
    let key = `${hash}:${operation.name?.value ?? ''}:`;
    for (const name of conditionsOf(document)) key += variables[name] === true ? 1 : 0;
    return key;
  }

  return {
    schema: supergraph.apiSchema,
    prepare(source, variables) {
      const key = keyOf(source, variables);
      return cache.get(key) ?? cache.add(key, source.size, () => compile(source, variables));
    },
    async keep(hash, document) {
      const operation = getOperationAST(document);
      if (!operation) throw new Error('A document to keep must hold exactly one operation.');
      const source = { hash, document, operation, size: 0 };
      const names = conditionsOf(document);
      const choices = 2 ** names.length <= CHOICES_KEPT ? choicesOf(names) : [{}];
      await Promise.all(
        choices.map((choice) =>
          cache.keep(keyOf(source, choice), () => compile(source, choice, KEPT_DEADLINE_MS)),
        ),
      );
    },
    close: () => planner.close(),
  };
}

/** Every way to set some variables to true or false. */
function choicesOf(names: readonly string[]): Variables[] {
  return names.reduce<Variables[]>(
    (choices, name) => choices.flatMap((each) => [each, { ...each, [name]: true }]),
    [{}],
  );
}
