/**
 * An operation as it is planned for somebody who may not see all of it: without
 * the fields that are refused, so that nothing is fetched for them.
 */
import {
  type FieldNode,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Demand } from '#kit/access/rules';
import type { Unmet } from './document-rules.ts';
import { type NormalOperation, placeholder, responseKeyOf } from './normal-operation.ts';
import { fieldType } from './schema-types.ts';
import type { Supergraph } from './supergraph.ts';

/** The operation is still all that the client asked for: the answer has a null for what is refused. */
export interface GrantedOperation extends NormalOperation {
  readonly planned: OperationDefinitionNode;
  /** Fields of the operation that are refused, and what is missing. */
  readonly refused: ReadonlyMap<FieldNode, Demand>;
}

/** @param unmet Of each rule of the operation's document. */
export function leaveOutRefused(
  { operation, introspection }: NormalOperation,
  { apiSchema, rules, freePrefix }: Pick<Supergraph, 'apiSchema' | 'rules' | 'freePrefix'>,
  unmet: Unmet,
): GrantedOperation {
  const refused = new Map<FieldNode, Demand>();

  /** An object is asked for also where all of its fields are refused: it is there, or null, or of some type. */
  function inSet({ kind, selections }: SelectionSetNode, parent: string): SelectionSetNode {
    const granted = selections.flatMap((selection) => inSelection(selection, parent));
    return { kind, selections: granted.length > 0 ? granted : [placeholder(freePrefix)] };
  }

  function inSelection(selection: SelectionNode, parent: string): readonly SelectionNode[] {
    // They are written out by now.
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value ?? parent;
      return [{ ...selection, selectionSet: inSet(selection.selectionSet, condition) }];
    }
    // What only the engine asks for is in no answer.
    if (responseKeyOf(selection, freePrefix) === undefined) return [selection];
    const rule = rules.ofField(parent, selection.name.value);
    const demand = rule.demands.length > 0 ? unmet(rule) : undefined;
    if (demand) {
      refused.set(selection, demand);
      return [];
    }
    if (!selection.selectionSet) return [selection];
    const type = fieldType(apiSchema, parent, selection.name.value);
    if (!type) throw new Error(`The graph has no field "${parent}.${selection.name.value}".`);
    return [{ ...selection, selectionSet: inSet(selection.selectionSet, getNamedType(type).name) }];
  }

  const root = apiSchema.getRootType(operation.operation)?.name ?? '';
  const planned = { ...operation, selectionSet: inSet(operation.selectionSet, root) };
  return {
    operation,
    planned: refused.size > 0 ? planned : operation,
    introspection: introspection.filter((field) => !refused.has(field)),
    refused,
  };
}
