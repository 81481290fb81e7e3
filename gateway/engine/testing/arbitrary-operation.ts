/**
 * Valid operations on any schema, with their variables. Everything is drawn by
 * fast-check, so that a seed repeats a run and a failure shrinks.
 */
import * as fc from 'fast-check';
import {
  type DocumentNode,
  doTypesOverlap,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isLeafType,
  isObjectType,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import { createValues, type Samples } from './arbitrary-value.ts';
import type { Condition, OperationChoices, Selection, Theft } from './operation-choices.ts';
import { writeOperation } from './write-operation.ts';

export interface GeneratedOperation {
  readonly text: string;
  readonly document: DocumentNode;
  readonly variables: Record<string, unknown>;
}

const DEPTH = 5;
/** Most selections of a set, by the depth that is left. */
const WIDTHS = [2, 2, 3, 3, 4, 4];
/** A longer one takes long to plan and shows nothing more. */
const LONGEST_TEXT = 6_000;

/** @param samples Values for arguments by name, or by name of type, that find something. */
export function arbitraryOperation(
  schema: GraphQLSchema,
  samples: Samples = {},
): fc.Arbitrary<GeneratedOperation> {
  const values = createValues(samples);
  const composites = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__'))
    .filter(isCompositeType);
  const known = new Map<string, fc.Arbitrary<readonly Selection[]>>();

  const roots: fc.MaybeWeightedArbitrary<OperationChoices>[] = [];
  const theft = fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: arbitraryTheft(composites) },
  );
  const choose = (kind: OperationChoices['kind'], root: GraphQLObjectType) =>
    fc.record({
      kind: fc.constant(kind),
      selections: selectionsOn(root, DEPTH),
      theft,
      isConditional: fc.nat(9).map((nth) => nth >= 6),
    });
  const query = schema.getQueryType();
  const mutation = schema.getMutationType();
  if (query) roots.push({ weight: 4, arbitrary: choose('query', query) });
  if (mutation) roots.push({ weight: 1, arbitrary: choose('mutation', mutation) });

  return fc
    .oneof(...roots)
    .map(writeOperation)
    .filter(({ text }) => text.length < LONGEST_TEXT)
    .map(({ text, variables }) => ({ text, variables, document: parse(text) }))
    .filter(({ document }) => validate(schema, document).length === 0)
    .map((operation) => ({
      ...operation,
      [fc.toStringMethod]: () => `${operation.text}\n${JSON.stringify(operation.variables)}`,
    }));

  function selectionsOn(type: GraphQLCompositeType, depth: number): fc.Arbitrary<readonly Selection[]> {
    const key = `${depth} ${type.name}`;
    let selections = known.get(key);
    if (!selections) {
      selections = fc.array(selectionOn(type, depth), { minLength: 1, maxLength: WIDTHS[depth] ?? 1 });
      known.set(key, selections);
    }
    return selections;
  }

  function selectionOn(type: GraphQLCompositeType, depth: number): fc.Arbitrary<Selection> {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const objects = depth > 0 ? fields.filter((field) => !leaves.includes(field)) : [];
    const kinds: fc.WeightedArbitrary<Selection>[] = [
      ...leaves.map((field) => ({ weight: 4, arbitrary: fieldSelection(field, depth) })),
      ...objects.map((field) => ({ weight: 5, arbitrary: fieldSelection(field, depth) })),
      { weight: 2, arbitrary: typename() },
    ];
    if (depth > 0) {
      const weight = isObjectType(type) ? 2 + fields.length / 2 : 12 + fields.length * 4;
      kinds.push({ weight: Math.ceil(weight), arbitrary: fragmentOn(type, depth - 1) });
    }
    if (type === schema.getQueryType()) {
      const type = fc.constantFrom(...composites.map(({ name }) => name));
      kinds.push({ weight: 1, arbitrary: type.map((type) => ({ kind: 'introspection', type })) });
    }
    return fc.oneof({ withCrossShrink: true }, ...kinds);
  }

  function fieldSelection(
    { name, args, type }: GraphQLField<unknown, unknown>,
    depth: number,
  ): fc.Arbitrary<Selection> {
    const inner = getNamedType(type);
    return fc.record({
      kind: fc.constant('field' as const),
      name: fc.constant(name),
      aliased: fc.nat(9).map((nth) => nth === 9),
      args: values.arguments(args),
      conditions: conditions(),
      selectionSets: isCompositeType(inner) ? selectionSetsOn(inner, depth - 1) : fc.constant([]),
    });
  }

  function selectionSetsOn(
    type: GraphQLCompositeType,
    depth: number,
  ): fc.Arbitrary<readonly (readonly Selection[])[]> {
    const once = selectionsOn(type, depth).map((selections) => [selections]);
    const twice = fc.tuple(selectionsOn(type, depth), selectionsOn(type, Math.max(depth - 1, 0)));
    return fc.oneof(
      { withCrossShrink: true },
      { weight: 8, arbitrary: once },
      { weight: 1, arbitrary: twice },
    );
  }

  function fragmentOn(parent: GraphQLCompositeType, depth: number): fc.Arbitrary<Selection> {
    const fragment = (on: GraphQLCompositeType | undefined) =>
      fc.record({
        kind: fc.constant('fragment' as const),
        on: fc.constant(on?.name),
        named: fc.boolean(),
        conditions: conditions(),
        selections: selectionsOn(on ?? parent, depth),
      });
    const others = composites.filter((type) => type !== parent && doTypesOverlap(schema, parent, type));
    return fc.oneof(
      { withCrossShrink: true },
      fragment(undefined),
      fragment(parent),
      ...others.map(fragment),
    );
  }

  function typename(): fc.Arbitrary<Selection> {
    return fc.record({
      kind: fc.constant('field' as const),
      name: fc.constant('__typename'),
      aliased: fc.nat(9).map((nth) => nth === 9),
      args: fc.constant([]),
      conditions: conditions(),
      selectionSets: fc.constant([]),
    });
  }

  function conditions(): fc.Arbitrary<readonly Condition[]> {
    const include = values.flag().map((value): Condition => ({ directive: 'include', value }));
    const skip = values.flag().map((value): Condition => ({ directive: 'skip', value }));
    return fc.oneof(
      { withCrossShrink: true },
      { weight: 14, arbitrary: fc.constant([]) },
      { weight: 2, arbitrary: include.map((one) => [one]) },
      { weight: 1, arbitrary: skip.map((one) => [one]) },
      { weight: 1, arbitrary: fc.tuple(include, skip) },
    );
  }
}

/** Of leaves without arguments; ids, which are mostly keys, are robbed more often. */
function arbitraryTheft(composites: readonly GraphQLCompositeType[]): fc.Arbitrary<Theft | undefined> {
  const plain = composites
    .flatMap((type) => (isUnionType(type) ? [] : Object.values(type.getFields())))
    .filter(({ type, args }) => isLeafType(getNamedType(type)) && args.length === 0);
  const names = [...new Set(plain.map(({ name }) => name))];
  const ids = names.filter((name) =>
    plain.some((field) => field.name === name && getNamedType(field.type).name === 'ID'),
  );
  if (names.length === 0) return fc.constant(undefined);
  return fc
    .record({
      victim: fc.constantFrom(...(ids.length > 0 ? ids : names), ...names),
      thief: fc.constantFrom(...names),
      swap: fc.boolean(),
    })
    .map((theft) => (theft.victim === theft.thief ? undefined : theft));
}
