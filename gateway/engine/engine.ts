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
import type { Grants } from '#kit/access/grants';
import type { Rules } from '#kit/access/rules';
import { type CompiledOperation, compileOperation } from './compiled-operation.ts';
import { type DocumentRules, NOTHING_REFUSED, readDocumentRules, type Unmet } from './document-rules.ts';
import type { Transports } from './fetch.ts';
import { leaveOutRefused } from './granted-operation.ts';
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
  /** Who may see which field. */
  readonly rules: Rules;
  /**
   * What runs the operation. Not a promise where it is known, so that the
   * common request waits for nothing.
   *
   * @param variables Coerced: they decide `@skip` and `@include`, and each
   *   choice is compiled on its own.
   * @param grants Of who asks: what they refuse is left out of what is compiled.
   * @throws GraphQLError with code PLANNING_TIMEOUT; Error where it can't be planned.
   */
  prepare(
    source: OperationSource,
    variables: Variables,
    grants: Grants,
  ): CompiledOperation | Promise<CompiledOperation>;
  /**
   * Compiles every choice of a document, for whom everything is granted and for
   * each of these grants, and keeps them for good.
   *
   * @throws Error when one can't be.
   */
  keep(hash: string, document: DocumentNode, grantSets?: readonly Grants[]): Promise<void>;
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
/** Variants of a document for different grants, in each of its choices. Further ones are compiled when asked for. */
const VARIANTS_KEPT = 32;

export function createEngine({ supergraph, planner, transports }: EngineParts): Engine {
  const { apiSchema, rules, requiredArguments } = supergraph;

  const compile = async (
    { document, operation }: OperationSource,
    choice: Variables,
    unmet: Unmet,
    deadlineMs?: number,
  ): Promise<CompiledOperation> => {
    const normal = normalise(document, operation, supergraph, choice);
    const granted = leaveOutRefused(normal, supergraph, unmet);
    const rounds = planningRounds(apiSchema, granted.planned, requiredArguments);
    const texts = rounds.flatMap((round) => planningText(supergraph, round) ?? []);
    const plans = await Promise.all(texts.map((text) => planner.plan(text, deadlineMs)));
    return compileOperation(
      granted,
      plans.filter((plan) => plan !== undefined),
      supergraph,
      transports,
    );
  };
  const cache = createPlanCache();
  const known = new WeakMap<DocumentNode, KnownDocument>();

  function know(document: DocumentNode): KnownDocument {
    let found = known.get(document);
    if (!found) {
      found = { conditions: conditionVariables(document), rules: readDocumentRules(supergraph, document) };
      known.set(document, found);
    }
    return found;
  }

  return {
    schema: apiSchema,
    rules,
    prepare(source, variables, grants) {
      const { conditions, rules } = know(source.document);
      const signature = rules.signatureOf(grants);
      const key = keyOf(source, conditions, variables, signature);
      return (
        cache.get(key) ??
        cache.add(key, source.size, () => compile(source, variables, rules.unmetOf(signature)))
      );
    },
    async keep(hash, document, grantSets = []) {
      const operation = getOperationAST(document);
      if (!operation) throw new Error('A document to keep must hold exactly one operation.');
      const source = { hash, document, operation, size: 0 };
      const { conditions, rules } = know(document);
      const choices = 2 ** conditions.length <= CHOICES_KEPT ? choicesOf(conditions) : [{}];
      const signatures = new Set([NOTHING_REFUSED, ...grantSets.map(rules.signatureOf)]);
      for (const signature of [...signatures].slice(0, VARIANTS_KEPT)) {
        const unmet = rules.unmetOf(signature);
        await Promise.all(
          choices.map((choice) =>
            cache.keep(keyOf(source, conditions, choice, signature), () =>
              compile(source, choice, unmet, KEPT_DEADLINE_MS),
            ),
          ),
        );
      }
    },
    close: () => planner.close(),
  };
}

/** Read once for each document. */
interface KnownDocument {
  /** Names of the variables that decide what is asked for. */
  readonly conditions: readonly string[];
  readonly rules: DocumentRules;
}

/** Equal for requests that run the same compiled operation. */
function keyOf(
  { hash, operation }: OperationSource,
  conditions: readonly string[],
  variables: Variables,
  signature: string,
): string {
  let key = `${hash}:${operation.name?.value ?? ''}:`;
  for (const name of conditions) key += variables[name] === true ? 1 : 0;
  return `${key}:${signature}`;
}

/** Every way to set some variables to true or false. */
function choicesOf(names: readonly string[]): Variables[] {
  return names.reduce<Variables[]>(
    (choices, name) => choices.flatMap((each) => [each, { ...each, [name]: true }]),
    [{}],
  );
}
