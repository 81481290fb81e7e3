/**
 * Writes an operation out: names variables, fragments and aliases so that what
 * may not merge has different names.
 */
import type { Argument, Condition, OperationChoices, Selection, Value } from './operation-choices.ts';

export interface WrittenOperation {
  readonly text: string;
  readonly variables: Record<string, unknown>;
}

export function writeOperation({
  kind,
  selections,
  theft,
  isConditional,
}: OperationChoices): WrittenOperation {
  const fragments = new Map<string, string>();
  const declarations = new Map<string, string>();
  const variables: Record<string, unknown> = {};
  const argumentsByField = new Map<string, string[]>();

  const body = writeSelections(selections);
  const declared = declarations.size > 0 ? `(${[...declarations.keys()].join(', ')})` : '';
  const definitions = [...fragments].map(([text, name]) => `fragment ${name} ${text}`);
  return { text: [`${kind} Generated${declared} ${body}`, ...definitions].join('\n'), variables };

  function writeSelections(selections: readonly Selection[]): string {
    return `{ ${selections.map(writeSelection).join(' ')} }`;
  }

  function writeSelection(selection: Selection): string {
    switch (selection.kind) {
      case 'introspection':
        return `type${selection.type}: __type(name: "${selection.type}") { kind fields { name type { name ofType { name } } } }`;
      case 'fragment': {
        const conditions = writeConditions(selection.conditions);
        const body = writeSelections(selection.selections);
        if (selection.on === undefined) return `...${conditions} ${body}`;
        const text = `on ${selection.on} ${body}`;
        if (!selection.named) return `... on ${selection.on}${conditions} ${body}`;
        const name = fragments.get(text) ?? `F${fragments.size + 1}`;
        fragments.set(text, name);
        return `...${name}${conditions}`;
      }
      case 'field': {
        const args = writeArguments(selection.args);
        const head = `${nameInAnswer(selection.name, args, selection.aliased)}${selection.name}${args}`;
        const conditions = writeConditions(selection.conditions);
        const [first, ...others] = selection.selectionSets;
        if (!first) return head + conditions;
        return [
          `${head}${conditions} ${writeSelections(first)}`,
          ...others.map((other) => `${head} ${writeSelections(other)}`),
        ].join(' ');
      }
    }
  }

  /** One name for one field with one text of arguments, everywhere in the document. */
  function nameInAnswer(field: string, args: string, aliased: boolean): string {
    if (theft && args === '') {
      if (field === theft.thief) return `${theft.victim}: `;
      if (field === theft.victim) return `${theft.swap ? theft.thief : `own_${field}`}: `;
    }
    const known = argumentsByField.get(field) ?? [];
    argumentsByField.set(field, known);
    if (!known.includes(args)) known.push(args);
    const index = known.indexOf(args);
    const isStolen = field === theft?.victim || field === theft?.thief;
    return index > 0 || aliased || isStolen ? `${field}_${index}: ` : '';
  }

  function writeArguments(args: readonly Argument[]): string {
    return args.length > 0 ? `(${args.map(writeArgument).join(', ')})` : '';
  }

  function writeArgument({ name, value }: Argument): string {
    return `${name}: ${writeValue(value)}`;
  }

  function writeConditions(conditions: readonly Condition[]): string {
    if (!isConditional) return '';
    return conditions.map(({ directive, value }) => ` @${directive}(if: ${writeValue(value)})`).join('');
  }

  function writeValue(value: Value): string {
    switch (value.kind) {
      case 'leaf':
        return value.isEnum ? String(value.json) : JSON.stringify(value.json);
      case 'list':
        return `[${value.items.map(writeValue).join(', ')}]`;
      case 'object':
        return `{ ${value.fields.map(writeArgument).join(', ')} }`;
      case 'variable':
        return `$${nameOfVariable(value)}`;
    }
  }

  /** Variables of the same type and value are the same one. */
  function nameOfVariable({ type, sent, fallback }: Extract<Value, { kind: 'variable' }>): string {
    const identity = JSON.stringify([type, sent, fallback]);
    const known = [...declarations].find(([, other]) => other === identity)?.[0];
    if (known) return known.slice(1, known.indexOf(':'));
    const name = `v${declarations.size + 1}`;
    declarations.set(`$${name}: ${type}${fallback ? ` = ${writeValue(fallback)}` : ''}`, identity);
    if (sent) variables[name] = toJson(sent);
    return name;
  }
}

/** A value as a client sends it. Values of variables hold no variables. */
function toJson(value: Value): unknown {
  switch (value.kind) {
    case 'leaf':
      return value.json;
    case 'list':
      return value.items.map(toJson);
    case 'object':
      return Object.fromEntries(value.fields.map((field) => [field.name, toJson(field.value)]));
    case 'variable':
      throw new Error('A variable within the value of a variable.');
  }
}
