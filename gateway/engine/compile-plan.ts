/** A plan, compiled into one function: what can be known before a request is known here. */
import type { FetchNode } from '@graphql-hive/router-query-planner';
import { answerKeys } from './answer-keys.ts';
import { compileBatchFetch, compileEntityFetch } from './entity-fetch.ts';
import { failuresOfRoot } from './failures.ts';
import { compileFetch, type Transports } from './fetch.ts';
import { compilePath, type PathSegment } from './flatten-path.ts';
import { copy, type JsonObject, mergeInto } from './json.ts';
import type { PlanNode } from './planner.ts';
import { clientVariable } from './planning-text.ts';
import { compileRewrites } from './rewrites.ts';
import type { Run, Step } from './run.ts';
import type { Supergraph } from './supergraph.ts';

/** @throws Error when the plan has a part that this engine can't run, such as a subscription. */
export function compilePlan(plan: PlanNode, supergraph: Supergraph, transports: Transports): Step {
  const repeated = repeatedTexts(plan);

  function compile(node: PlanNode, path: readonly PathSegment[]): Step {
    switch (node.kind) {
      case 'Sequence':
        return inSequence(node.nodes.map((each) => compile(each, path)));
      case 'Parallel':
        return inParallel(node.nodes.map((each) => compile(each, path)));
      case 'Flatten':
        return compile(node.node, [...path, ...node.path]);
      case 'Fetch':
        return node.requires?.length
          ? compileEntityFetch(node, [...path], supergraph, transports, repeated.has(textKey(node)))
          : compileRootFetch(node, path, supergraph, transports, repeated.has(textKey(node)));
      case 'BatchFetch':
        return compileBatchFetch(node, supergraph, transports, repeated.has(textKey(node)));
      case 'Condition': {
        const { condition, ifClause, elseClause } = node;
        const yes = ifClause && compile(ifClause, path);
        const no = elseClause && compile(elseClause, path);
        const variable = clientVariable(condition);
        return (run) => (run.variables[variable] === true ? yes : no)?.(run);
      }
      case 'Subscription':
        throw new Error('Subscriptions are not offered.');
      case 'Defer':
        throw new Error('Deferred answers are not offered.');
    }
  }
  return compile(plan, []);
}

/** @param path Where the fields of the root are wanted: a field may lead back to `Query`. */
function compileRootFetch(
  node: FetchNode,
  path: readonly PathSegment[],
  supergraph: Supergraph,
  transports: Transports,
  isRepeated: boolean,
): Step {
  const fetch = compileFetch(node, transports, isRepeated);
  const output = compileRewrites(node.outputRewrites, supergraph);
  const keys = answerKeys(fetch.document, supergraph);
  const places = compilePath(path, supergraph);
  return async (run: Run) => {
    const answer = await fetch.send(run, undefined);
    const objects: JsonObject[] = [];
    places.collect(run.data, objects);
    if (answer.data) {
      output?.apply(answer.data);
      for (const [nth, object] of objects.entries()) {
        mergeInto(object, nth === 0 ? answer.data : copy(answer.data), supergraph.interfaces);
      }
    }
    if (answer.errors) {
      const renamed = (key: string): string => output?.renamed(key) ?? key;
      const asked = keys(undefined).map(renamed);
      for (const place of places.locate(run.data)) {
        run.failures.push(...failuresOfRoot(fetch.source, answer, asked, place, renamed));
      }
    }
  };
}

function inSequence(steps: readonly Step[]): Step {
  const [only] = steps;
  if (only && steps.length === 1) return only;
  return async (run) => {
    for (const step of steps) {
      const done = step(run);
      // The next one needs what this one brings.
      if (done) await done;
    }
  };
}

function inParallel(steps: readonly Step[]): Step {
  return (run) => {
    const waits = steps.flatMap((step) => step(run) ?? []);
    return waits.length > 1 ? Promise.all(waits).then(() => undefined) : waits[0];
  };
}

/** Texts that a plan sends in more than one place: they may turn out to be the same question. */
function repeatedTexts(plan: PlanNode): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const visit = (node: PlanNode | undefined): void => {
    switch (node?.kind) {
      case 'Sequence':
      case 'Parallel':
        node.nodes.forEach(visit);
        break;
      case 'Flatten':
        visit(node.node);
        break;
      case 'Condition':
        visit(node.ifClause);
        visit(node.elseClause);
        break;
      case 'Fetch':
      case 'BatchFetch':
        if (seen.has(textKey(node))) repeated.add(textKey(node));
        seen.add(textKey(node));
        break;
      default:
    }
  };
  visit(plan);
  return repeated;
}

function textKey({ serviceName, operation }: { serviceName: string; operation: string }): string {
  return `${serviceName}\n${operation}`;
}
