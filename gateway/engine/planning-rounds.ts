/**
 * Operations that can't be planned as one, in parts that can: fields at odds in
 * what they require are asked for in rounds, one after the other.
 */
import {
  type GraphQLSchema,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { requestError } from '../error-codes.ts';
import { isAtOdds, type RequiredArguments } from './required-arguments.ts';
import { fieldType } from './schema-types.ts';

/**
 * @returns The operation itself, for almost all.
 * @throws GraphQLError where a mutation can't be asked as one.
 */
export function planningRounds(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  required: RequiredArguments,
): OperationDefinitionNode[] {
  const root = schema.getRootType(operation.operation)?.name ?? '';
  const rounds = assignRounds(schema, root, operation.selectionSet, required);
  const last = Math.max(0, ...rounds.values());
  if (last === 0) return [operation];
  if (operation.operation !== OperationTypeNode.QUERY) {
    // What changes something must not be asked twice.
    const [first] = [...rounds].flatMap(([field, round]) => (round > 0 ? [field] : []));
    throw requestError(
      'GRAPHQL_VALIDATION_FAILED',
      `A ${operation.operation} can't ask for "${first}" beside what it asks for already. Query it afterwards.`,
    );
  }
  return Array.from({ length: last + 1 }, (_, round) => ({
    ...operation,
    selectionSet: ofRound(schema, root, operation.selectionSet, rounds, round) ?? operation.selectionSet,
  }));
}

/** The round of each field that wants something, by `Type.field`. */
type Rounds = ReadonlyMap<string, number>;

function assignRounds(
  schema: GraphQLSchema,
  root: string,
  selectionSet: SelectionSetNode,
  required: RequiredArguments,
): Rounds {
  const rounds = new Map<string, number>();
  const members: { round: number; wanted: ReturnType<RequiredArguments['of']> }[] = [];
  walk(schema, root, selectionSet, (type, field) => {
    const key = `${type}.${field}`;
    const wanted = required.of(type, field);
    if (wanted.size === 0 || rounds.has(key)) return;
    let round = 0;
    while (members.some((member) => member.round === round && isAtOdds(member.wanted, wanted))) round += 1;
    rounds.set(key, round);
    members.push({ round, wanted });
  });
  return rounds;
}

function walk(
  schema: GraphQLSchema,
  parent: string,
  { selections }: SelectionSetNode,
  visit: (type: string, field: string) => void,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      visit(parent, selection.name.value);
      const type = typeBelow(schema, parent, selection.name.value);
      if (selection.selectionSet && type !== undefined) walk(schema, type, selection.selectionSet, visit);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      walk(schema, selection.typeCondition?.name.value ?? parent, selection.selectionSet, visit);
    }
  }
}

/** The first round has all that belongs to no later one; a later one has only its own, and the way there. */
function ofRound(
  schema: GraphQLSchema,
  parent: string,
  { selections }: SelectionSetNode,
  rounds: Rounds,
  round: number,
): SelectionSetNode | undefined {
  const kept = selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const isField = selection.kind === Kind.FIELD;
    const own = isField ? rounds.get(`${parent}.${selection.name.value}`) : undefined;
    if (own !== undefined && own !== round) return [];
    const type = isField
      ? typeBelow(schema, parent, selection.name.value)
      : (selection.typeCondition?.name.value ?? parent);
    if (!selection.selectionSet || type === undefined) return own === round || round === 0 ? [selection] : [];
    const below = ofRound(schema, type, selection.selectionSet, rounds, round);
    if (below) return [{ ...selection, selectionSet: below }];
    return round === 0 ? [{ ...selection, selectionSet: EMPTY }] : [];
  });
  return kept.length > 0 ? { kind: Kind.SELECTION_SET, selections: kept } : undefined;
}

const EMPTY: SelectionSetNode = {
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
};

function typeBelow(schema: GraphQLSchema, parent: string, field: string): string | undefined {
  const type = fieldType(schema, parent, field);
  return type && getNamedType(type).name;
}
