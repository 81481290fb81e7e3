/** The scalars every subgraph shares; their SDL descriptions are the contract. */
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** 分. Int in GraphQL stops at 21 million yuan; a group's year can pass that. */
export const Fen = new GraphQLScalarType<number, number>({
  name: 'Fen',
  // A value of ours that is no integer is a bug, not bad input: it must be masked.
  serialize(value) {
    if (Number.isSafeInteger(value)) return value as number;
    throw new TypeError('Fen is not a whole number of 分.');
  },
  parseValue: parseFen,
  parseLiteral: (node) => parseFen(node.kind === Kind.INT ? Number(node.value) : undefined),
});

export const DateTime = textScalar(
  'DateTime',
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  'an ISO 8601 moment with offset, for example 2026-11-20T10:00:00+08:00',
);
export const LocalDate = textScalar('LocalDate', /^\d{4}-\d\d-\d\d$/, 'a day YYYY-MM-DD');
export const LocalMonth = textScalar('LocalMonth', /^\d{4}-(0[1-9]|1[0-2])$/, 'a month YYYY-MM');

function textScalar(name: string, pattern: RegExp, form: string): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    // The pattern knows the form, Date.parse knows which days exist.
    if (typeof value === 'string' && pattern.test(value) && isOnCalendar(value)) return value;
    throw new GraphQLError(`${name} must be ${form}.`, { extensions: { code: 'BAD_USER_INPUT' } });
  };
  return new GraphQLScalarType<string, string>({
    name,
    serialize: (value) => value as string,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

function isOnCalendar(value: string): boolean {
  const day = value.length === 7 ? `${value}-01` : value.slice(0, 10);
  const time = Date.parse(day);
  return !Number.isNaN(Date.parse(value)) && new Date(time).toISOString().startsWith(day);
}

function parseFen(value: unknown): number {
  if (Number.isSafeInteger(value)) return value as number;
  throw new GraphQLError('Fen must be a whole number of 分.', { extensions: { code: 'BAD_USER_INPUT' } });
}
