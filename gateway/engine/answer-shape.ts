/**
 * The shape of an answer, compiled: from what subgraphs sent to what the client
 * asked for, in its order and under its names, with nulls going up as far as
 * the specification says.
 */
import {
  type FieldNode,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { Demand } from '#kit/access/rules';
import type { GrantedOperation } from './granted-operation.ts';
import { type JsonObject, NOTHING } from './json.ts';
import { leafCheck } from './leaf-check.ts';
import { memoise } from './memoise.ts';
import { dataKeyOf, responseKeyOf } from './normal-operation.ts';
import { fieldType, isWithin, possibleTypes } from './schema-types.ts';

/** Told of what is wrong with the data, at the client's path to it. */
export interface Findings {
  readonly path: (string | number)[];
  /** Nobody said anything of a field that was asked for. */
  unknown(): void;
  /** Null, where null may not be, or a value that its type can't hold. */
  invalid(): void;
  /** Null, because who asks may not see it. */
  refused(demand: Demand): void;
}

/** @returns The data of the answer; null where a null went all the way up. */
export type AnswerShape = (data: JsonObject, findings: Findings) => JsonObject | null;

/** Stands for a null that the place around it can't hold either. */
const BUBBLE = Symbol('bubble');

/** A value that is there, as the client gets it; `BUBBLE` where it can't be. */
type Complete = (value: unknown, findings: Findings) => unknown;

interface FieldShape {
  readonly responseKey: string;
  readonly dataKey: string;
  readonly isRequired: boolean;
  readonly isLeaf: boolean;
  readonly complete: Complete;
  /** What is missing to see the field: it is not asked for, and null wherever its object is. */
  readonly refusal?: Demand;
}

export function compileShape(
  schema: GraphQLSchema,
  { operation, refused }: Pick<GrantedOperation, 'operation' | 'refused'>,
  prefix: string,
): AnswerShape {
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`The graph has no ${operation.operation} operations.`);
  const complete = compileObject(root.name, [operation.selectionSet]);
  return (data, findings) => {
    const answer = complete(data, findings);
    return answer === BUBBLE ? null : (answer as JsonObject);
  };

  function compileType(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Complete {
    const inner = getNullableType(type);
    if (isListType(inner)) return compileList(inner.ofType, sets);
    if (isObjectType(inner)) return compileObject(inner.name, sets);
    if (isAbstractType(inner)) return compileAbstract(inner.name, sets);
    return compileLeaf(inner);
  }

  function compileList(itemType: GraphQLOutputType, sets: readonly SelectionSetNode[]): Complete {
    const complete = compileType(itemType, sets);
    const isRequired = isNonNullType(itemType);
    return (value, findings) => {
      if (!Array.isArray(value)) {
        findings.invalid();
        return BUBBLE;
      }
      const { path } = findings;
      let isBroken = false;
      const items: unknown[] = [];
      for (let at = 0; at < value.length; at++) {
        path.push(at);
        const item: unknown = value[at];
        let completed: unknown;
        if (item === null || item === undefined) {
          completed = null;
          if (isRequired) findings.invalid();
        } else completed = complete(item, findings);
        path.pop();
        if (completed === BUBBLE) completed = null;
        if (completed === null && isRequired) isBroken = true;
        items.push(completed);
      }
      return isBroken ? BUBBLE : items;
    };
  }

  /** @param type Of the object, or an interface where no subgraph said of which type it is. */
  function compileObject(type: string, sets: readonly SelectionSetNode[]): Complete {
    const fields = collectFields(type, sets);
    // An object that has its keys from the start does not grow with each.
    const blank: JsonObject = Object.fromEntries(fields.map(({ responseKey }) => [responseKey, null]));
    return (value, findings) => {
      if (typeof value !== 'object' || value === null) {
        findings.invalid();
        return BUBBLE;
      }
      const source = value as JsonObject;
      const answer = { ...blank };
      for (const field of fields) {
        const completed = completeField(field, source[field.dataKey], findings);
        if (completed === BUBBLE) return BUBBLE;
        answer[field.responseKey] = completed;
      }
      return answer;
    };
  }

  function compileAbstract(abstract: string, sets: readonly SelectionSetNode[]): Complete {
    const possible = new Set([abstract, ...possibleTypes(schema, abstract)]);
    const completeType = memoise((name) => compileObject(name, sets));
    return (value, findings) => {
      const name: unknown = (value as JsonObject)['__typename'] ?? abstract;
      if (typeof name !== 'string' || !possible.has(name)) {
        findings.invalid();
        return BUBBLE;
      }
      return completeType(name)(value, findings);
    };
  }

  function collectFields(type: string, sets: readonly SelectionSetNode[]): FieldShape[] {
    const nodes = new Map<string, FieldNode[]>();
    for (const set of sets) collectNodes(type, set, nodes);
    return [...nodes].map(([responseKey, same]) => compileField(type, responseKey, same));
  }

  function collectNodes(
    type: string,
    { selections }: SelectionSetNode,
    into: Map<string, FieldNode[]>,
  ): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = responseKeyOf(selection, prefix);
        if (key !== undefined) into.set(key, [...(into.get(key) ?? []), selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        if (condition === undefined || isWithin(schema, type, condition)) {
          collectNodes(type, selection.selectionSet, into);
        }
      }
    }
  }

  function compileField(parent: string, responseKey: string, nodes: readonly FieldNode[]): FieldShape {
    const [node] = nodes as [FieldNode];
    const type = fieldType(schema, parent, node.name.value);
    if (!type) throw new Error(`The graph has no field "${parent}.${node.name.value}".`);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const isRequired = isNonNullType(type);
    const refusal = nodes.map((each) => refused.get(each)).find((demand) => demand !== undefined);
    if (refusal) {
      // Nothing that a subgraph sends has this key.
      const dataKey = `${prefix}!`;
      return { responseKey, dataKey, isRequired, isLeaf: true, complete: () => BUBBLE, refusal };
    }
    if (node.name.value === TypeNameMetaFieldDef.name) {
      return {
        responseKey,
        dataKey: TypeNameMetaFieldDef.name,
        isRequired,
        isLeaf: true,
        complete: compileTypename(parent),
      };
    }
    return {
      responseKey,
      dataKey: dataKeyOf(node),
      isRequired,
      isLeaf: isLeafType(getNullableType(type)),
      complete: compileType(type, sets),
    };
  }

  function compileTypename(parent: string): Complete {
    const type = schema.getType(parent);
    // An object knows its name. An interface's, where no subgraph says more, is not an answer.
    if (isObjectType(type)) return () => parent;
    return (_, findings) => {
      findings.unknown();
      return BUBBLE;
    };
  }
}

function completeField(field: FieldShape, value: unknown, findings: Findings): unknown {
  if (value === null || value === undefined || value === NOTHING)
    return completeNothing(field, value, findings);
  if (field.isLeaf) {
    const completed = field.complete(value, findings);
    if (completed !== BUBBLE) return completed;
    findings.path.push(field.responseKey);
    findings.invalid();
  } else {
    findings.path.push(field.responseKey);
    const completed = field.complete(value, findings);
    if (completed !== BUBBLE) {
      findings.path.pop();
      return completed;
    }
  }
  findings.path.pop();
  return field.isRequired ? BUBBLE : null;
}

function completeNothing(field: FieldShape, value: unknown, findings: Findings): unknown {
  if (field.dataKey === TypeNameMetaFieldDef.name) return field.complete(value, findings);
  if (value === undefined || field.isRequired) {
    findings.path.push(field.responseKey);
    if (field.refusal) findings.refused(field.refusal);
    else if (value === undefined) findings.unknown();
    else findings.invalid();
    findings.path.pop();
  }
  return field.isRequired ? BUBBLE : null;
}

function compileLeaf(type: GraphQLLeafType): Complete {
  const holds = leafCheck(type);
  return holds ? (value) => (holds(value) ? value : BUBBLE) : (value) => value;
}
