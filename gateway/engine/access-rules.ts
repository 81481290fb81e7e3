/** Who may see a field, as the supergraph says: `@authenticated`, `@requiresScopes`, `@policy`, by any name. */
import { type DocumentNode, type GraphQLSchema, Kind } from 'graphql';
import { type AccessDirectives, type Rule, type Rules, readRules } from '#kit/access/rules';
import { directiveName, type Link, readLinks } from './links.ts';
import { isIntrospection } from './schema-types.ts';

const SPECIFICATIONS: ReadonlySet<string> = new Set(['authenticated', 'requiresScopes', 'policy']);

/** @param whole Of the document, with its syntax tree. */
export function readAccessRules(supergraph: DocumentNode, whole: GraphQLSchema): Rules {
  const names = accessDirectives(readLinks(supergraph));
  const rules = readRules(whole, names);
  const all: ReadonlySet<string> = new Set(Object.values(names));
  const isGuarded = supergraph.definitions.some(
    (definition) => definition.kind === Kind.DIRECTIVE_DEFINITION && all.has(definition.name.value),
  );
  // What a graph without rules looks like is as open as what is in it.
  if (!isGuarded) return rules;
  return {
    ofField: (type, field) => (isIntrospection(field) ? FOR_THE_KNOWN : rules.ofField(type, field)),
  };
}

/** Of `__schema` and `__type`: a stranger need not know what there is. */
const FOR_THE_KNOWN: Rule = { key: '__schema', demands: [{ kind: 'authenticated' }] };

export function isOfAccess({ specification }: Link): boolean {
  return SPECIFICATIONS.has(specification);
}

/** What the supergraph calls the directives. */
export function accessDirectives(links: readonly Link[]): AccessDirectives {
  return {
    authenticated: directiveName(links, 'authenticated'),
    requiresScopes: directiveName(links, 'requiresScopes'),
    policy: directiveName(links, 'policy'),
  };
}
