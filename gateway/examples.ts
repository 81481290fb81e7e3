/**
 * Variables with which each trusted document answers, for the explorer's tabs:
 * the first named case that has what the document asks for.
 */

import { execute, parse } from 'graphql';
import type { Subgraph } from '#kit/subgraph';
import type { TrustedDocument } from '../schema/tools/trusted-documents.ts';

type Examples = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The ids that the named case with this number leads to. */
interface Known {
  readonly number: string;
  readonly customerId?: string | undefined;
  readonly subscriberId?: string | undefined;
  readonly staffId?: string | undefined;
  readonly groupId?: string | undefined;
}

interface Match {
  readonly customer: {
    readonly customerId: string;
    readonly manager: { readonly staffId: string } | null;
    readonly groupMembership: { readonly group: { readonly customerId: string } } | null;
  };
  readonly subscriber: { readonly subscriberId: string } | null;
}

const LOOKUP = parse(`
  query Lookup($number: String!) {
    customerLookup(by: SERVICE_NUMBER, value: $number) {
      matches {
        customer { customerId manager { staffId } groupMembership { group { customerId } } }
        subscriber { subscriberId }
      }
    }
  }
`);

/** @param crm The subgraph that knows who is behind a number. */
export async function findExamples(
  crm: Subgraph,
  operations: readonly TrustedDocument[],
  numbers: readonly string[],
): Promise<Examples> {
  const known = await Promise.all(numbers.map((number) => lookUp(crm, number)));
  return Object.fromEntries(operations.map((operation) => [operation.name, exampleFor(operation, known)]));
}

async function lookUp({ schema, createContext }: Subgraph, number: string): Promise<Known> {
  const { data } = await execute({
    schema,
    document: LOOKUP,
    variableValues: { number },
    contextValue: createContext(),
  });
  const lookup = data?.['customerLookup'] as { readonly matches: readonly Match[] } | null | undefined;
  const match = lookup?.matches[0];
  return {
    number,
    customerId: match?.customer.customerId,
    subscriberId: match?.subscriber?.subscriberId,
    staffId: match?.customer.manager?.staffId,
    groupId: match?.customer.groupMembership?.group.customerId,
  };
}

function exampleFor({ body, variables }: TrustedDocument, known: readonly Known[]): Record<string, string> {
  const values = ({ number, customerId, subscriberId, staffId, groupId }: Known) => ({
    number,
    by: 'SERVICE_NUMBER',
    value: number,
    customerId: body.includes('groupCustomer(') ? groupId : customerId,
    subscriberId,
    staffId,
  });
  const required = Object.entries(variables)
    .filter(([, type]) => type.endsWith('!'))
    .map(([name]) => name);
  for (const candidate of known) {
    const found = new Map(Object.entries(values(candidate)));
    const example = required.flatMap((name) => {
      const value = found.get(name);
      return value === undefined ? [] : [[name, value] as const];
    });
    if (example.length === required.length) return Object.fromEntries(example);
  }
  return {};
}
