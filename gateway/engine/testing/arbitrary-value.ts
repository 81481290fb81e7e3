/** Values for arguments: literals and variables, null and nothing where the type allows it. */
import * as fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import type { Argument, Value } from './operation-choices.ts';

/** Values by name of argument, or of its type. */
export type Samples = Readonly<Record<string, readonly (string | number)[]>>;

export interface Values {
  /** Of a field: required ones always, others now and then. */
  arguments(definitions: readonly GraphQLArgument[]): fc.Arbitrary<readonly Argument[]>;
  /** For `if:` of a directive. */
  flag(): fc.Arbitrary<Value>;
}

/** Where a value stands. */
interface Place {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly hasDefault: boolean;
  /** How many more input objects may nest. */
  readonly depth: number;
}

const NULL: Value = { kind: 'leaf', json: null };
const INPUT_DEPTH = 2;

export function createValues(samples: Samples): Values {
  return {
    arguments: (definitions) => named(definitions, isRequiredArgument, INPUT_DEPTH, value),
    flag: () =>
      fc.oneof(
        { withCrossShrink: true },
        fc.boolean().map((json): Value => ({ kind: 'leaf', json })),
        fc.boolean().map((json) => toVariable('Boolean!', { kind: 'leaf', json })),
        fc.boolean().map((json) => toVariable('Boolean', undefined, { kind: 'leaf', json })),
      ),
  };

  function named<Definition extends GraphQLArgument | GraphQLInputField>(
    definitions: readonly Definition[],
    isRequired: (definition: Definition) => boolean,
    depth: number,
    valueAt: (place: Place) => fc.Arbitrary<Value>,
  ): fc.Arbitrary<readonly Argument[]> {
    const each = definitions.map((definition) => {
      const { name, type, defaultValue } = definition;
      const given = valueAt({ name, type, hasDefault: defaultValue !== undefined, depth });
      return isRequired(definition) ? given : fc.option(given, { nil: undefined, freq: 1 });
    });
    return fc
      .tuple(...each)
      .map((values) =>
        definitions.flatMap(({ name }, index) => (values[index] ? { name, value: values[index] } : [])),
      );
  }

  function value(place: Place): fc.Arbitrary<Value> {
    return fc.oneof(
      { withCrossShrink: true },
      { weight: 3, arbitrary: literal(place, value) },
      { weight: 2, arbitrary: variable(place) },
    );
  }

  /** A value that is written out, or sent whole in a variable: it holds no variables. */
  function constant(place: Place): fc.Arbitrary<Value> {
    return literal(place, constant);
  }

  function literal(place: Place, part: (place: Place) => fc.Arbitrary<Value>): fc.Arbitrary<Value> {
    const present = nonNull(place, part);
    if (isNonNullType(place.type)) return present;
    return fc.oneof(
      { withCrossShrink: true },
      { weight: 7, arbitrary: present },
      { weight: 1, arbitrary: fc.constant(NULL) },
    );
  }

  function nonNull(place: Place, part: (place: Place) => fc.Arbitrary<Value>): fc.Arbitrary<Value> {
    const { name, depth } = place;
    const type = getNullableType(place.type);
    if (isListType(type)) {
      const item = { name, type: type.ofType, hasDefault: false, depth };
      return fc.oneof(
        { withCrossShrink: true },
        {
          weight: 4,
          arbitrary: fc.array(part(item), { maxLength: 2 }).map((items): Value => ({ kind: 'list', items })),
        },
        // One value stands for a list of one.
        { weight: 1, arbitrary: nonNull(item, part) },
      );
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => depth > 0 || isRequiredInputField(field),
      );
      return named(fields, isRequiredInputField, depth - 1, part).map(
        (fields): Value => ({ kind: 'object', fields }),
      );
    }
    if (isEnumType(type)) {
      return fc
        .constantFrom(...type.getValues().map((item) => item.name))
        .map((json): Value => ({ kind: 'leaf', json, isEnum: true }));
    }
    const known = samples[name] ?? samples[(type as GraphQLNamedInputType).name];
    return scalar(String(type), known).map((json): Value => ({ kind: 'leaf', json }));
  }

  /** Every way in which a variable may stand in a place. */
  function variable(place: Place): fc.Arbitrary<Value> {
    const type = String(getNullableType(place.type));
    const isNullable = !isNonNullType(place.type);
    const present = nonNull(place, constant);
    const forms = [
      present.map((sent) => toVariable(`${type}!`, sent)),
      present.map((fallback) => toVariable(type, undefined, fallback)),
      fc.tuple(present, present).map(([sent, fallback]) => toVariable(type, sent, fallback)),
    ];
    if (isNullable || place.hasDefault) {
      forms.push(
        present.map((sent) => toVariable(type, sent)),
        fc.constant(toVariable(type, undefined)),
      );
    }
    if (isNullable) {
      forms.push(
        fc.constant(toVariable(type, NULL)),
        present.map((fallback) => toVariable(type, NULL, fallback)),
      );
    }
    return fc.oneof({ withCrossShrink: true }, ...forms);
  }
}

function toVariable(type: string, sent: Value | undefined, fallback?: Value): Value {
  return { kind: 'variable', type, sent, fallback };
}

function scalar(type: string, known: Samples[string] | undefined): fc.Arbitrary<string | number | boolean> {
  if (known && known.length > 0) return fc.constantFrom(...known);
  switch (type) {
    case 'Int':
      return fc.integer({ min: 0, max: 4 });
    case 'Float':
      return fc.constantFrom(0, 1, 2.5);
    case 'Boolean':
      return fc.boolean();
    default:
      return fc.constantFrom('1', 'x', '');
  }
}
