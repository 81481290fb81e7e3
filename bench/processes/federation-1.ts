/** Writes our SDL the way Federation 1 wants it, for gateways that know nothing newer. */
import { type DefinitionNode, Kind, type ObjectTypeDefinitionNode, parse, print, visit } from 'graphql';

/** Entities that several subgraphs declare, and whose they are. The others extend them. */
const OWNERS: Readonly<Record<string, string>> = {
  Customer: 'crm',
  Subscriber: 'crm',
  Offer: 'crm',
  Account: 'billing',
  Treatment: 'analytics',
};

/** Directives that it does not know. */
const UNKNOWN: ReadonlySet<string> = new Set(['shareable', 'authenticated', 'requiresScopes', 'policy']);
const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation']);

export function toFederation1(subgraph: string, sdl: string): string {
  const document = visit(parse(sdl), {
    // `@link` and its imports are what Federation 2 is told by.
    SchemaExtension: () => null,
    Directive({ name, arguments: args = [] }) {
      if (UNKNOWN.has(name.value)) return null;
      if (name.value !== 'key') return undefined;
      return { name, kind: Kind.DIRECTIVE, arguments: args.filter((arg) => arg.name.value === 'fields') };
    },
  });
  return document.definitions.map((definition) => print(extendForeign(subgraph, definition))).join('\n\n');
}

function extendForeign(subgraph: string, definition: DefinitionNode): DefinitionNode {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
  const isForeign = (OWNERS[definition.name.value] ?? subgraph) !== subgraph;
  if (!isForeign && !ROOTS.has(definition.name.value)) return definition;
  const { description: _, ...type } = definition;
  return { ...type, kind: Kind.OBJECT_TYPE_EXTENSION, fields: withExternalKey(definition) };
}

function withExternalKey({ directives = [], fields = [] }: ObjectTypeDefinitionNode) {
  const keys = directives.map(print).join(' ');
  return fields.map((field) =>
    new RegExp(`\\b${field.name.value}\\b`).test(keys)
      ? {
          ...field,
          directives: [{ kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'external' } } as const],
        }
      : field,
  );
}
