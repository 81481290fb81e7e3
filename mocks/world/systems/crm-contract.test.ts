/** Everything the contract of crm promises, somebody in the made-up operator has. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type DocumentNode, Kind, type ObjectTypeDefinitionNode, parse, type TypeNode } from 'graphql';
import { type Crm, createCrm } from '../../../subgraphs/crm/testing/crm.ts';
import { recordRows } from '../testing/record-rows.ts';
import { createWorld } from '../world.ts';
import { createCrmWriter } from './crm.ts';

const CUSTOMERS = 900;
/** The named cases are among the first. */
const ASKED = 100;
/** Deep enough for a customer's line, its products, and what those are. */
const DEPTH = 4;
/** Old products and third parties are only seen when asked for. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  'Subscriber.subscriptions': '(endedSince: "2000-01-01")',
  'GroupCustomer.members': '(first: 1)',
  'StaffMember.portfolio': '(first: 1)',
};

const sdl: DocumentNode = parse(
  readFileSync(new URL('../../../schema/crm.graphql', import.meta.url), 'utf8'),
);
const objects = new Map(
  sdl.definitions
    .filter(
      (definition): definition is ObjectTypeDefinitionNode => definition.kind === Kind.OBJECT_TYPE_DEFINITION,
    )
    .map((definition) => [definition.name.value, definition.fields ?? []]),
);

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);

function selection(type: string, depth: number): string {
  return (objects.get(type) ?? [])
    .flatMap(({ name: { value: field }, type: fieldType }) => {
      const target = namedType(fieldType);
      if (!objects.has(target)) return [field];
      const inner = depth === 0 ? '' : selection(target, depth - 1);
      return inner === '' ? [] : [`${field}${ARGUMENTS[`${type}.${field}`] ?? ''} { __typename ${inner} }`];
    })
    .join(' ');
}

/** Notes every `Type.field` that has a value. */
function note(value: unknown, seen: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) note(item, seen);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const { __typename: type, ...fields } = value as Record<string, unknown>;
  for (const [field, inner] of Object.entries(fields)) {
    if (inner !== null) seen.add(`${String(type)}.${field}`);
    note(inner, seen);
  }
}

let crm: Crm;
const world = createWorld({ seed: 20_261_120, customers: CUSTOMERS });
beforeAll(async () => {
  const customers = Array.from({ length: CUSTOMERS }, (_, index) => world.customer(index));
  const { tables } = recordRows(createCrmWriter, world, customers);
  crm = await createCrm(tables, new Date(world.now));
});
afterAll(() => crm.remove());

it('answers every field of every type for somebody, and fails for nobody', async () => {
  const seen = new Set<string>();
  const asked = Array.from({ length: ASKED }, (_, index) => ({
    __typename: 'Customer',
    customerId: String(world.customer(index).customerId),
  }));
  const { data, errors } = await crm.askEntities(
    `__typename ... on Customer { ${selection('Customer', DEPTH)} }`,
    asked,
  );
  expect(errors).toBeUndefined();
  note(data, seen);

  const promised = [...objects].flatMap(([type, fields]) =>
    fields.map(({ name }) => `${type}.${name.value}`),
  );
  const reached = promised.filter(
    (field) => !/^(Query|Mutation|Reveal|CustomerLookup|CustomerMatch)\./.test(field),
  );
  expect(reached.filter((field) => !seen.has(field))).toEqual([]);
});
