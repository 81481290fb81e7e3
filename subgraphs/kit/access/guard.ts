/**
 * A subgraph enforces the directives of its own SDL, whoever asks: the gateway
 * has left out what it refuses, but a subgraph must not trust that it did.
 */
import {
  type DocumentNode,
  defaultFieldResolver,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Viewer } from '../viewer.ts';
import type { Grants } from './grants.ts';
import { refusalOf } from './refusal.ts';
import { type Rule, type Rules, unmetDemand } from './rules.ts';

/** What every resolver of a guarded schema finds in its context. */
export interface Guarded {
  readonly viewer: Viewer;
}

/** Whether everything that a document asks for is granted: decided once for equal grants. */
export type IsGranted = (grants: Grants) => boolean;

/** Grants of so many kinds are remembered for a document; there are as many as roles, times what a request adds. */
const REMEMBERED = 200;

export function compileIsGranted(schema: GraphQLSchema, rules: Rules, document: DocumentNode): IsGranted {
  const asked = rulesOf(schema, rules, document);
  const decided = new Map<string, boolean>();
  return (grants) => {
    let isGranted = decided.get(grants.key);
    if (isGranted === undefined) {
      isGranted = asked.every((rule) => unmetDemand(rule, grants) === undefined);
      if (decided.size >= REMEMBERED) decided.clear();
      decided.set(grants.key, isGranted);
    }
    return isGranted;
  };
}

/** The rules of all fields of a document, each once. */
function rulesOf(schema: GraphQLSchema, rules: Rules, document: DocumentNode): Rule[] {
  const asked = new Map<string, Rule>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name }) {
        const parent = types.getParentType();
        if (!parent) return;
        const rule = rules.ofField(parent.name, name.value);
        if (rule.demands.length > 0) asked.set(rule.key, rule);
      },
    }),
  );
  return [...asked.values()];
}

/**
 * Puts the rule of each field before its resolver: a field refused is null with a
 * typed error, and the rest is answered.
 *
 * @param schema Changed in place; nobody else may hold it yet.
 */
export function guardFields(schema: GraphQLSchema, rules: Rules): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const rule = rules.ofField(type.name, field.name);
      if (rule.demands.length === 0) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: Guarded, info) => {
        const unmet = unmetDemand(rule, context.viewer.grants);
        if (unmet) throw refusalOf(unmet);
        return resolve(source, args, context, info);
      };
    }
  }
  return schema;
}
