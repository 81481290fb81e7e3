/** `schema/roles.yaml`: which role has which scopes. What a scope opens is in the SDL. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConstDirectiveNode, visit } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { toDemands } from '#kit/access/rules';
import { ROLES, type Role } from '#kit/viewer';
import { type ListedSubgraph, loadSubgraphList } from './subgraph-list.ts';

/** Scopes that open no field: two say how much of one is shown, one allows documents that nobody trusts yet. */
const OF_NO_FIELD = ['name:clear', 'number:clear', 'explore'];

export type RoleRights = Readonly<z.infer<ReturnType<typeof rightsOver>>>;
export type RolesRights = Readonly<Record<Role, RoleRights>>;

/**
 * @throws Error that lists every fault: a role too many or too few, a word that is none of
 *   those allowed, a scope that opens nothing, and one that the SDL demands and no role has.
 */
export function loadRoles(root: string): RolesRights {
  const file = 'schema/roles.yaml';
  const demanded = scopesIn(loadSubgraphList(root));
  const known: ReadonlySet<string> = new Set([...demanded, ...OF_NO_FIELD]);
  const roles = z.record(z.enum(ROLES), rightsOver(known)).superRefine((all, { addIssue }) => {
    const given = new Set(Object.values(all).flatMap(({ scopes }) => scopes));
    for (const scope of demanded) {
      if (!given.has(scope))
        addIssue({ code: 'custom', message: `no role has ${scope}, which the SDL demands` });
    }
  });
  const parsed = roles.safeParse(parseYaml(readFileSync(join(root, file), 'utf8')));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || 'all'}: ${message}`);
  throw new Error(`Faults in ${file}:\n${lines.join('\n')}`);
}

function rightsOver(known: ReadonlySet<string>) {
  const scope = z.string().refine((name) => known.has(name), {
    error: ({ input }) => `no rule in the SDL demands ${String(input)}`,
  });
  return z.strictObject({
    /** What it is called. */
    zh: z.string().min(1),
    /** Where the role works: a value of `enum Channel`. */
    channel: z.string().regex(/^[A-Z_]+$/),
    /** Whose data at all; what it is measured by comes with the token. */
    reach: z.enum(['regions', 'portfolio', 'groups', 'self', 'nobody']),
    /** More than this is unusual browsing; null where nobody watches. */
    distinctCustomersAnHour: z.number().int().positive().nullable().default(null),
    scopes: z.array(scope).readonly(),
  });
}

/** Every scope that a rule names. */
function scopesIn(subgraphs: readonly ListedSubgraph[]): Set<string> {
  const scopes = new Set<string>();
  for (const { typeDefs } of subgraphs) {
    visit(typeDefs, {
      Directive(directive) {
        for (const demand of toDemands([directive as ConstDirectiveNode])) {
          if (demand.kind === 'scopes') for (const scope of demand.anyOf.flat()) scopes.add(scope);
        }
      },
    });
  }
  return scopes;
}
