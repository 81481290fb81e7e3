/**
 * A supergraph for planners: without the directives that say who may see what.
 * Planners plan for nobody in particular, and some refuse a supergraph with a
 * link `for: SECURITY`, as they should where they were not told that another
 * part of the gateway takes care of it.
 */
import { type ConstDirectiveNode, parse, print, visit } from 'graphql';
import { accessDirectives, isOfAccess } from './access-rules.ts';
import { isLinked, readLinks, toLink } from './links.ts';

export function withoutAccess(supergraphSdl: string): string {
  const document = parse(supergraphSdl, { noLocation: true });
  const links = readLinks(document).filter(isOfAccess);
  if (links.length === 0) return supergraphSdl;
  const names: ReadonlySet<string> = new Set(Object.values(accessDirectives(links)));
  const others = document.definitions.filter((definition) => !isLinked(links, definition));
  return print(
    visit(
      { ...document, definitions: others },
      {
        Directive(directive) {
          const link = toLink(directive as ConstDirectiveNode);
          return names.has(directive.name.value) || (link && isOfAccess(link)) ? null : undefined;
        },
      },
    ),
  );
}
