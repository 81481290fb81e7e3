/** What is said of a field that may not be seen. */
import type { GraphQLError } from 'graphql';
import { appError, type ErrorCode } from '../errors.ts';
import type { Demand } from './rules.ts';

/** Policies of this graph, as `@policy` names them, and what is missing where one does not hold. */
const POLICIES: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  on_record: ['AUDIT_UNAVAILABLE', 'Who looks cannot be recorded at the moment, so this is not shown.'],
  purpose: ['NEEDS_PURPOSE', 'Say what this is needed for, in the header panorama-purpose.'],
  customer_authenticated: [
    'NEEDS_AUTHENTICATION',
    'The customer must be authenticated first; send the receipt in the header panorama-authentication.',
  ],
};

export function refusalOf(demand: Demand): GraphQLError {
  if (demand.kind === 'authenticated') return appError('UNAUTHENTICATED', 'Sign in to see this.');
  if (demand.kind === 'policies') {
    const policy = demand.anyOf.flat().find((name) => name in POLICIES);
    const [code, message] = (policy !== undefined && POLICIES[policy]) || ['FORBIDDEN' as const, NOT_YOURS];
    return appError(code, message);
  }
  return appError('FORBIDDEN', NOT_YOURS);
}

const NOT_YOURS = 'Your role does not include this field.';
