/** The SDL is the API reference: what it does not describe, nobody can know. */
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  type ASTNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  visit,
} from 'graphql';
import { loadSubgraphList } from './subgraph-list.ts';

/** Which subgraph a shared entity belongs to; the others only add fields to it. */
const OWNERS: Readonly<Record<string, string>> = {
  Customer: 'crm',
  Subscriber: 'crm',
  GroupCustomer: 'crm',
  Membership: 'crm',
  Device: 'crm',
  Offer: 'crm',
  ProductSubscription: 'crm',
  StaffMember: 'crm',
  Account: 'billing',
  Bill: 'billing',
  Payment: 'billing',
  Bucket: 'billing',
  Contact: 'contacts',
  Ticket: 'contacts',
  ServiceRequest: 'contacts',
  Treatment: 'analytics',
  Opportunity: 'analytics',
};

/** Every subgraph adds to these; there is nothing to say of them. */
const ROOT_TYPES = new Set(['Query', 'Mutation']);

type ObjectType = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

const subgraphs = loadSubgraphList(join(import.meta.dirname, '../..'));

describe.each(subgraphs)('$file', ({ name, typeDefs }) => {
  it('describes everything it declares', () => {
    expect(undescribed(typeDefs, name)).toEqual([]);
  });

  it('adds only nullable fields to entities of other subgraphs', () => {
    expect(nonNullForeignFields(typeDefs, name)).toEqual([]);
  });
});

it('names an owner for every entity that several subgraphs share', () => {
  const entities = subgraphs.flatMap(({ typeDefs }) => objectTypes(typeDefs).filter(isEntity).map(nameOf));
  const shared = entities.filter((name, index) => entities.indexOf(name) !== index);

  expect(shared.filter((name) => !(name in OWNERS))).toEqual([]);
});

it('would notice a missing description and a non-null foreign field', () => {
  const typeDefs = parse(`
    type Customer @key(fields: "customerId") {
      customerId: ID!
      "Money owed."
      arrears(since: String): Int!
    }
    "How paid."
    enum PayMode { PREPAID }
  `);

  expect(undescribed(typeDefs, 'billing')).toEqual(['Customer', 'Customer.arrears.since', 'PayMode.PREPAID']);
  expect(undescribed(typeDefs, 'crm')).toContain('Customer.customerId');
  expect(nonNullForeignFields(typeDefs, 'billing')).toEqual(['Customer.arrears']);
});

/** Paths of all declarations without a description. The key of a foreign entity needs none: its owner has it. */
function undescribed(typeDefs: DocumentNode, subgraph: string): string[] {
  const exempt = new Set<ASTNode>([
    ...objectTypes(typeDefs).filter((type) => ROOT_TYPES.has(nameOf(type))),
    ...foreignEntities(typeDefs, subgraph).flatMap((type) =>
      fieldsOf(type).filter((field) => keyFields(type).has(nameOf(field))),
    ),
  ]);
  const missing: string[] = [];
  const path: string[] = [];
  visit(typeDefs, {
    enter(node) {
      if (!('name' in node) || !/Definition|Extension/.test(node.kind)) return;
      path.push(node.name?.value ?? '');
      const needsOne = node.kind.endsWith('Definition') && !exempt.has(node);
      if (needsOne && !('description' in node && node.description?.value.trim()))
        missing.push(path.join('.'));
    },
    leave(node) {
      if ('name' in node && /Definition|Extension/.test(node.kind)) path.pop();
    },
  });
  return missing;
}

function nonNullForeignFields(typeDefs: DocumentNode, subgraph: string): string[] {
  return foreignEntities(typeDefs, subgraph).flatMap((type) =>
    fieldsOf(type)
      .filter((field) => field.type.kind === Kind.NON_NULL_TYPE && !keyFields(type).has(nameOf(field)))
      .map((field) => `${nameOf(type)}.${nameOf(field)}`),
  );
}

function objectTypes(typeDefs: DocumentNode): ObjectType[] {
  return typeDefs.definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
}

function foreignEntities(typeDefs: DocumentNode, subgraph: string): ObjectType[] {
  return objectTypes(typeDefs).filter((type) => (OWNERS[nameOf(type)] ?? subgraph) !== subgraph);
}

function isEntity({ directives }: ObjectType): boolean {
  return directives?.some((directive) => nameOf(directive) === 'key') ?? false;
}

function keyFields({ directives }: ObjectType): Set<string> {
  const keys = directives?.filter((directive) => nameOf(directive) === 'key') ?? [];
  const selections = keys.flatMap(
    ({ arguments: args }) =>
      args?.flatMap(({ value }) => (value.kind === Kind.STRING ? [value.value] : [])) ?? [],
  );
  return new Set(selections.flatMap((selection) => selection.match(/\w+/g) ?? []));
}

function fieldsOf({ fields }: ObjectType): readonly FieldDefinitionNode[] {
  return fields ?? [];
}

function nameOf({ name }: { readonly name: { readonly value: string } }): string {
  return name.value;
}
