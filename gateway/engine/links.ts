/** The specifications that a supergraph links to, and what it calls what is theirs. */
import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DefinitionNode,
  type DocumentNode,
  Kind,
} from 'graphql';
import { textArgument } from './join-directives.ts';

export interface Link {
  /** `join`, of `https://specs.apollo.dev/join/v0.5`. */
  readonly specification: string;
  /** Names its main directive, and starts the names of all else that is not imported. */
  readonly name: string;
  /** Names in the supergraph, by those in the specification; directives with their `@`. */
  readonly imports: ReadonlyMap<string, string>;
}

export function readLinks(supergraph: DocumentNode): Link[] {
  return supergraph.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? []).flatMap((directive) => toLink(directive) ?? [])
      : [],
  );
}

/** @returns Undefined where the directive links to nothing. */
export function toLink(directive: ConstDirectiveNode): Link | undefined {
  if (directive.name.value !== 'link' && directive.name.value !== 'core') return undefined;
  const specification = specificationName(
    textArgument(directive, 'url') ?? textArgument(directive, 'feature') ?? '',
  );
  if (!specification) return undefined;
  return {
    specification,
    name: textArgument(directive, 'as') ?? specification,
    imports: readImports(directive.arguments?.find(({ name }) => name.value === 'import')?.value),
  };
}

/** What the directive is called that has the name of its specification. */
export function directiveName(links: readonly Link[], specification: string): string {
  const link = links.find((each) => each.specification === specification);
  return link?.imports.get(`@${specification}`)?.slice(1) ?? link?.name ?? specification;
}

/** Whether one of the specifications brought the definition into the supergraph. */
export function isLinked(links: readonly Link[], definition: DefinitionNode): boolean {
  if (!('name' in definition) || !definition.name) return false;
  const name = definition.name.value;
  const imported = definition.kind === Kind.DIRECTIVE_DEFINITION ? `@${name}` : name;
  return links.some(
    (link) =>
      name === link.name ||
      name.startsWith(`${link.name}__`) ||
      [...link.imports.values()].includes(imported),
  );
}

function specificationName(url: string): string | undefined {
  return url
    .split('/')
    .filter((part) => part !== '' && !/^v\d/.test(part))
    .at(-1);
}

/** Reads `["@key", { name: "@policy", as: "@allowed" }]`. */
function readImports(value: ConstValueNode | undefined): Map<string, string> {
  const imports = new Map<string, string>();
  for (const item of value?.kind === Kind.LIST ? value.values : []) {
    if (item.kind === Kind.STRING) imports.set(item.value, item.value);
    if (item.kind !== Kind.OBJECT) continue;
    const text = (field: string): string | undefined => {
      const found = item.fields.find(({ name }) => name.value === field)?.value;
      return found?.kind === Kind.STRING ? found.value : undefined;
    };
    const name = text('name');
    if (name !== undefined) imports.set(name, text('as') ?? name);
  }
  return imports;
}
