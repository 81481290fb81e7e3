import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { readSupergraph } from './engine/supergraph.ts';
import { composeGraph } from './engine/testing/graph.ts';
import { createGuardedGraph } from './engine/testing/graphs/guarded.ts';
import { createFieldsOnRecord } from './on-record-fields.ts';

const { apiSchema, rules } = readSupergraph(composeGraph(createGuardedGraph()).supergraphSdl);

describe('the fields on record', () => {
  it('of a document are those whose rule demands it, each once, through fragments', () => {
    const fieldsOnRecord = createFieldsOnRecord(() => rules);
    const document = parse(`
      { people { again: recorded ...F account { iban number } scoped } nodes { title ... on Person { both } } }
      fragment F on Person { recorded employer { secret } }
    `);

    expect(fieldsOnRecord(apiSchema, 'a', document)).toEqual([
      'Person.recorded',
      'Account.iban',
      'Person.both',
    ]);
    expect(fieldsOnRecord(apiSchema, 'b', parse('{ people { title scoped } }'))).toEqual([]);
  });

  it('are found once for a document, and again for another graph', () => {
    let reads = 0;
    const fieldsOnRecord = createFieldsOnRecord(() => {
      reads += 1;
      return rules;
    });
    const document = parse('{ people { recorded } }');
    const found = fieldsOnRecord(apiSchema, 'a', document);
    const other = readSupergraph(composeGraph(createGuardedGraph()).supergraphSdl).apiSchema;

    expect(fieldsOnRecord(apiSchema, 'a', document)).toBe(found);
    expect(reads).toBe(1);
    expect(fieldsOnRecord(other, 'a', document)).toEqual(found);
    expect(reads).toBe(2);
  });
});
