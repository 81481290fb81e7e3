/**
 * Default deny, at build time: what has no rule does not compose. A field of a
 * root type or an entity has a rule of its own, for these are asked for by
 * name; any other type has one as a whole, for it only comes with a field. What
 * may turn out to be one of several types (interface, union) takes what each of
 * them does, and has no rule of its own. Nor has a field of another subgraph that
 * one only requires: its owner has the rule, and composition takes no second one.
 */
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';
import { toDemands } from '#kit/access/rules';
import type { ListedSubgraph } from './subgraph-list.ts';

const ROOT_TYPES: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

type ObjectTypeNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/** An object type of one subgraph, as its definition and extensions make it. */
export interface DeclaredType {
  readonly name: string;
  readonly nodes: readonly [ObjectTypeNode, ...ObjectTypeNode[]];
  readonly directives: readonly ConstDirectiveNode[];
  readonly fields: readonly FieldDefinitionNode[];
  /** Whether it is a root type or an entity: its fields have rules of their own. */
  readonly isAskedByName: boolean;
}

/** @throws Error that names every field and type without a rule, one a line. */
export function requireRules(subgraphs: readonly ListedSubgraph[]): void {
  const unruled = subgraphs.flatMap(findUnruled);
  if (unruled.length === 0) return;
  throw new Error(
    `Without a rule (@requiresScopes, @policy or @authenticated) nobody may see these:\n  ${unruled.join('\n  ')}`,
  );
}

/** `Type.field (file:line)`, or `Type (file:line)`. */
export function findUnruled({ typeDefs, file }: Pick<ListedSubgraph, 'typeDefs' | 'file'>): string[] {
  const at = (node: ObjectTypeNode | FieldDefinitionNode): string =>
    `${file}:${node.name.loc?.startToken.line ?? '?'}`;
  return declaredTypes(typeDefs).flatMap(({ name, nodes, directives, fields, isAskedByName }) => {
    if (!isAskedByName) return hasRule(directives) ? [] : [`${name} (${at(nodes[0])})`];
    const unruled = fields.filter(({ directives }) => !hasRule(directives) && !isExternal(directives));
    return unruled.map((field) => `${name}.${field.name.value} (${at(field)})`);
  });
}

export function declaredTypes(typeDefs: DocumentNode): DeclaredType[] {
  const nodesOf = new Map<string, [ObjectTypeNode, ...ObjectTypeNode[]]>();
  for (const node of typeDefs.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    const nodes = nodesOf.get(node.name.value);
    if (nodes) nodes.push(node);
    else nodesOf.set(node.name.value, [node]);
  }
  return [...nodesOf].map(([name, nodes]) => {
    const directives = nodes.flatMap((node) => node.directives ?? []);
    return {
      name,
      nodes,
      directives,
      fields: nodes.flatMap((node) => node.fields ?? []),
      isAskedByName: ROOT_TYPES.has(name) || directives.some((directive) => directive.name.value === 'key'),
    };
  });
}

/** What a subgraph only requires; its owner says who may see it. */
export function isExternal(directives: readonly ConstDirectiveNode[] = []): boolean {
  return directives.some(({ name }) => name.value === 'external');
}

/** A list that demands nothing is no rule: `[[]]` would be met by everybody. */
function hasRule(directives: readonly ConstDirectiveNode[] = []): boolean {
  return toDemands(directives).some(
    (demand) => demand.kind === 'authenticated' || demand.anyOf.every((all) => all.length > 0),
  );
}
