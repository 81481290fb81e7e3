import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { withRightsMatrix } from './rights-matrix.ts';
import { loadRoles, type RoleRights, type RolesRights } from './roles.ts';
import { loadSubgraphList } from './subgraph-list.ts';

const ROOT = join(import.meta.dirname, '../..');
const README =
  'Before.\n<!-- rights:begin, written by `npm run generate` -->\nold\n<!-- rights:end -->\nAfter.\n';

const SDL = `
  extend schema @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@authenticated", "@key", "@policy", "@requiresScopes"]
  )
  type Query { person(id: ID!): Person @requiresScopes(scopes: [["person"]]) }
  type Person @key(fields: "id") {
    id: ID! @authenticated
    "In clear with \`name:clear\`."
    name: String @requiresScopes(scopes: [["person"]])
    age: Int @requiresScopes(scopes: [["person"]])
    diary: Diary @requiresScopes(scopes: [["person"]]) @policy(policies: [["on_record"]])
    form: Form @requiresScopes(scopes: [["clerk"]])
    madeUp: Boolean @authenticated
  }
  type Diary @requiresScopes(scopes: [["secret"]]) { entry: String }
  type Form @requiresScopes(scopes: [["clerk"], ["person"]]) { text: String }`;

function rights(scopes: string[]): RoleRights {
  return { zh: '人', channel: 'HOTLINE', reach: 'regions', distinctCustomersAnHour: 60, scopes };
}

/** Cells of each row for one set of scopes, by what the row needs. */
function cellsFor(...scopes: string[]): Record<string, string[]> {
  const subgraph = { name: 'people', url: '', file: 'people.graphql', typeDefs: parse(SDL) };
  const roles = { SMS: rights(scopes) } as Partial<RolesRights> as RolesRights;
  const rows = withRightsMatrix(README, [subgraph], roles)
    .split('\n\n')[0]
    ?.split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
  return Object.fromEntries(
    (rows ?? []).map((row) => {
      const [needs = '', ...cells] = row.slice(2, -2).split(' | ');
      return [needs, cells];
    }),
  );
}

describe('the tables of rights', () => {
  it('say what somebody with all scopes sees, a row for each rule', () => {
    expect(cellsFor('person', 'secret', 'clerk', 'name:clear')).toEqual({
      '`person`': ['`Query`: person; `Person`: age', '●'],
      '`person` + `secret` + `on_record`': ['`Person`: diary', '●'],
      '`clerk`': ['`Person`: form', '●'],
      'a token': ['`Person`: madeUp', '●'],
      '`person`, in clear with `name:clear`': ['`Person`: name', '●'],
    });
  });

  it('say what is masked, and what is not there at all', () => {
    expect(cellsFor('person')).toMatchObject({
      '`person`': [expect.anything(), '●'],
      '`person`, in clear with `name:clear`': [expect.anything(), '◐'],
      '`clerk`': [expect.anything(), '–'],
    });
    expect(cellsFor()).toMatchObject({
      'a token': [expect.anything(), '●'],
      '`person`, in clear with `name:clear`': [expect.anything(), '–'],
    });
  });

  it('ask for what a field returns as well as for the field', () => {
    expect(cellsFor('person')).toMatchObject({
      '`person` + `secret` + `on_record`': [expect.anything(), '–'],
    });
  });

  it('leave the rest of the README as it is', () => {
    const text = withRightsMatrix(README, loadSubgraphList(ROOT), loadRoles(ROOT));

    expect(text).toMatch(/^Before\.\n<!-- rights:begin/);
    expect(text).toMatch(/<!-- rights:end -->\nAfter\.\n$/);
    expect(text).not.toContain('old');
    expect(withRightsMatrix(text, loadSubgraphList(ROOT), loadRoles(ROOT))).toBe(text);
  });

  it('name every role in both', () => {
    const [fields, reach] = withRightsMatrix(README, loadSubgraphList(ROOT), loadRoles(ROOT)).split('\n\n');

    for (const role of Object.keys(loadRoles(ROOT))) {
      expect(fields).toContain(role);
      expect(reach).toContain(role);
    }
  });

  it('can be read: rows are few', () => {
    const [fields = ''] = withRightsMatrix(README, loadSubgraphList(ROOT), loadRoles(ROOT)).split('\n\n');

    expect(fields.split('\n').length).toBeLessThan(40);
  });

  it('need a place', () => {
    expect(() => withRightsMatrix('No place.', [], loadRoles(ROOT))).toThrow('README.md has no');
  });
});
