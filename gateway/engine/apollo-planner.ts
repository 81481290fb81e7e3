/** `@apollo/query-planner`, and its plans in the form that the engine compiles. */
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import {
  type PlanNode as ApolloNode,
  type FetchDataRewrite,
  QueryPlanner,
  type SubscriptionNode,
} from '@apollo/query-planner';
import type { FetchNodePathSegment, FetchRewrite, PlanNode } from '@graphql-hive/router-query-planner';
import { parse } from 'graphql';
import type { PathSegment } from './flatten-path.ts';

/** Plans the text of one operation, here and now: it may take long. */
export type PlanNow = (operation: string) => PlanNode | undefined;

/** @throws Error when the planner can't read the supergraph. */
export function createApolloPlanner(supergraphSdl: string): PlanNow {
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: null });
  const schema = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph);
  return (operation) => {
    const { node } = planner.buildQueryPlan(operationFromDocument(schema, parse(operation)));
    return node && toPlanNode(node);
  };
}

function toPlanNode(node: ApolloNode | SubscriptionNode): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map(toPlanNode) };
    case 'Flatten':
      return {
        kind: 'Flatten',
        path: node.path.map(String).flatMap(toSegments),
        node: toPlanNode(node.node),
      };
    case 'Condition': {
      const { condition, ifClause, elseClause } = node;
      return {
        kind: 'Condition',
        condition,
        ...(ifClause && { ifClause: toPlanNode(ifClause) }),
        ...(elseClause && { elseClause: toPlanNode(elseClause) }),
      };
    }
    case 'Fetch': {
      const { serviceName, operation, operationKind, variableUsages, requires } = node;
      return {
        kind: 'Fetch',
        serviceName,
        operation,
        operationKind: operationKind as 'query',
        ...(variableUsages && { variableUsages }),
        // Their fragments may come without a condition, which says nothing.
        ...(requires && {
          requires: requires as NonNullable<Extract<PlanNode, { kind: 'Fetch' }>['requires']>,
        }),
        inputRewrites: node.inputRewrites?.map(toRewrite) ?? [],
        outputRewrites: node.outputRewrites?.map(toRewrite) ?? [],
      };
    }
    default:
      throw new Error(`Operations of the kind "${node.kind}" are not offered.`);
  }
}

/** `products`, `@`, or `node|[Book,Film]`. */
function toSegments(element: string): PathSegment[] {
  if (element === '@') return ['@'];
  const [, field, types] = /^([^|]*)(?:\|\[(.*)\])?$/.exec(element) ?? [];
  return [
    ...(field === '@' ? (['@'] as const) : field ? [{ Field: field }] : []),
    ...(types ? [{ TypeCondition: types.split(',') }] : []),
  ];
}

function toRewrite(rewrite: FetchDataRewrite): FetchRewrite {
  const path = rewrite.path.map(
    (element): FetchNodePathSegment =>
      element.startsWith('... on ')
        ? { TypenameEquals: [element.slice('... on '.length)] }
        : { Key: element },
  );
  return rewrite.kind === 'KeyRenamer'
    ? { KeyRenamer: { path, renameKeyTo: rewrite.renameKeyTo } }
    : { ValueSetter: { path, setValueTo: rewrite.setValueTo as string } };
}
