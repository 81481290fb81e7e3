/** Which fields of a document must not be seen without a record of who saw them. */
import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Rule, Rules } from '#kit/access/rules';

/**
 * Coordinates, such as `Customer.identityDocument`, of the fields that a document asks for
 * and that demand the policy `on_record`; each once, in the order of the document.
 *
 * @param hash Tells documents apart: what was found for one is remembered by it.
 */
export type FieldsOnRecord = (
  schema: GraphQLSchema,
  hash: string,
  document: DocumentNode,
) => readonly string[];

const POLICY = 'on_record';
const REMEMBERED = 2_000;

/** @param rulesOf Of the engine in use, by its schema. */
export function createFieldsOnRecord(rulesOf: (schema: GraphQLSchema) => Rules): FieldsOnRecord {
  const known = new LRUCache<string, { schema: GraphQLSchema; fields: readonly string[] }>({
    max: REMEMBERED,
  });
  return (schema, hash, document) => {
    let found = known.get(hash);
    if (found?.schema !== schema) {
      found = { schema, fields: findFieldsOnRecord(schema, rulesOf(schema), document) };
      known.set(hash, found);
    }
    return found.fields;
  };
}

function findFieldsOnRecord(schema: GraphQLSchema, rules: Rules, document: DocumentNode): string[] {
  const fields = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name }) {
        const parent = types.getParentType();
        if (parent && isOnRecord(rules.ofField(parent.name, name.value))) {
          fields.add(`${parent.name}.${name.value}`);
        }
      },
    }),
  );
  return [...fields];
}

function isOnRecord({ demands }: Rule): boolean {
  return demands.some((demand) => demand.kind === 'policies' && demand.anyOf.flat().includes(POLICY));
}
