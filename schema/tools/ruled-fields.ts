/** Every field that is asked for by name, with what it takes to see it. */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type ConstDirectiveNode, type FieldDefinitionNode, Kind } from 'graphql';
import { type Demand, type Rule, readRules } from '#kit/access/rules';
import { declaredTypes, isExternal } from './rules-coverage.ts';
import type { ListedSubgraph } from './subgraph-list.ts';

export interface RuledField {
  readonly type: string;
  readonly name: string;
  /** Whether its type is a root type or an entity; of another one not all fields are here. */
  readonly isAskedByName: boolean;
  readonly rule: Rule;
  /** Scope without which it is masked, as its description says; null where that is the same for everybody. */
  readonly clearWith: string | null;
}

/**
 * Fields of root types and entities, keys aside, in the order of the SDL; of other
 * types, which only come with a field, those that are masked for some.
 */
export function readRuledFields(subgraphs: readonly ListedSubgraph[]): RuledField[] {
  return subgraphs.flatMap(({ typeDefs }) => {
    const rules = readRules(buildSubgraphSchema([{ typeDefs }]));
    return declaredTypes(typeDefs).flatMap(({ name: type, directives, fields, isAskedByName }) => {
      const keys = keysIn(directives);
      return fields
        .filter((field) => !isExternal(field.directives))
        .map((field) => ({
          type,
          name: field.name.value,
          isAskedByName,
          rule: rules.ofField(type, field.name.value),
          clearWith: clearWith(field),
        }))
        .filter((field) => (isAskedByName ? !keys.has(field.name) : field.clearWith !== null));
    });
  });
}

/** The demands without those that another one implies: `export:approve`, where that or `export:request` will do. */
export function withoutImplied(demands: readonly Demand[]): Demand[] {
  return demands.filter(
    (demand, at) =>
      !demands.some((other, otherAt) => {
        if (other === demand || !implies(other, demand)) return false;
        return !implies(demand, other) || otherAt < at;
      }),
  );
}

function implies(demand: Demand, other: Demand): boolean {
  // Nobody has a scope or a policy without a token.
  if (other.kind === 'authenticated') return true;
  if (demand.kind !== other.kind) return false;
  return demand.anyOf.every((all) =>
    other.anyOf.some((others) => others.every((name) => all.includes(name))),
  );
}

function clearWith({ description }: FieldDefinitionNode): string | null {
  return /`(name:clear|number:clear)`/.exec(description?.value ?? '')?.[1] ?? null;
}

function keysIn(directives: readonly ConstDirectiveNode[]): ReadonlySet<string> {
  const values = directives
    .filter(({ name }) => name.value === 'key')
    .flatMap(({ arguments: args = [] }) => args.map(({ value }) => value));
  return new Set(values.flatMap((value) => (value.kind === Kind.STRING ? value.value.split(/\W+/) : [])));
}
