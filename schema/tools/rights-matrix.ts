/**
 * README's tables of rights: which role sees which fields, from the SDL and
 * `roles.yaml`, decided by the same code that decides it for a request.
 */
import { createGrants } from '#kit/access/grants';
import { type Demand, type Rule, unmetDemand } from '#kit/access/rules';
import type { Role } from '#kit/viewer';
import type { RoleRights, RolesRights } from './roles.ts';
import { type RuledField, readRuledFields, withoutImplied } from './ruled-fields.ts';
import type { ListedSubgraph } from './subgraph-list.ts';

const BEGIN = '<!-- rights:begin, written by `npm run generate` -->';
const END = '<!-- rights:end -->';

/** Fields named for a type, and types for a rule; the SDL has the rest. */
const FIELDS_SHOWN = 6;
const TYPES_SHOWN = 8;

const REACH: Readonly<Record<RoleRights['reach'], string>> = {
  regions: 'customers of the token’s regions',
  portfolio: 'customers looked after 名下客户',
  groups: 'units looked after 名下集团, and their members',
  self: 'the customer that the token is for 本人',
  nobody: 'no customer',
};

/** What somebody has, then what a request brings along. */
const KINDS: readonly Demand['kind'][] = ['authenticated', 'scopes', 'policies'];

/** One row: fields, by type, that the same roles see in the same way. */
interface Row {
  readonly label: string;
  readonly rule: Rule;
  readonly clearWith: string | null;
  readonly fieldsOf: Map<string, string[]>;
}

/** @returns The README with its tables as they must be. @throws Error where it has no place for them. */
export function withRightsMatrix(
  readme: string,
  subgraphs: readonly ListedSubgraph[],
  roles: RolesRights,
): string {
  const [before, rest] = readme.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`README.md has no ${BEGIN} … ${END}.`);
  const tables = [matrixOf(readRuledFields(subgraphs), roles), reachOf(roles)].join('\n\n');
  return `${before}${BEGIN}\n${tables}\n${END}${after}`;
}

function matrixOf(fields: readonly RuledField[], roles: RolesRights): string {
  const names = Object.keys(roles) as Role[];
  const rows = rowsOf(fields).map((row) => [
    row.label,
    wordsOf(row, fields),
    ...names.map((role) => cellOf(row, roles[role].scopes)),
  ]);
  const head = ['needs', 'opens', ...names.map((role) => `${roles[role].zh} ${role}`)];
  return table([head, ['---', '---', ...names.map(() => ':-:')], ...rows]);
}

function reachOf(roles: RolesRights): string {
  const rows = Object.entries(roles).map(([role, { zh, reach, distinctCustomersAnHour: limit }]) => [
    `${zh} ${role}`,
    REACH[reach],
    limit === null ? '–' : String(limit),
  ]);
  const head = ['role', 'whose data', 'unusual beyond, customers an hour'];
  return table([head, ['---', '---', '--:'], ...rows]);
}

/** In the order of the SDL; what is masked for some comes after what it takes to see it at all. */
function rowsOf(fields: readonly RuledField[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { type, name, rule, clearWith } of fields) {
    const label = labelOf(rule.demands) + (clearWith === null ? '' : `, in clear with \`${clearWith}\``);
    const row = rows.get(label) ?? { label, rule, clearWith, fieldsOf: new Map<string, string[]>() };
    rows.set(label, row);
    row.fieldsOf.set(type, [...(row.fieldsOf.get(type) ?? []), name]);
  }
  return [...rows.values()].sort((a, b) => Number(a.clearWith !== null) - Number(b.clearWith !== null));
}

function labelOf(demands: readonly Demand[]): string {
  return withoutImplied(demands)
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
    .map((demand) => {
      if (demand.kind === 'authenticated') return 'a token';
      return demand.anyOf.map((all) => all.map((name) => `\`${name}\``).join(' + ')).join(' or ');
    })
    .join(' + ');
}

function wordsOf({ fieldsOf }: Row, all: readonly RuledField[]): string {
  const types = [...fieldsOf].map(([type, fields]) => {
    const ofType = all.filter((field) => field.type === type);
    const isWhole = ofType.length === fields.length && ofType.every((field) => field.isAskedByName);
    if (isWhole && type !== 'Query' && type !== 'Mutation') return `\`${type}\``;
    return `\`${type}\`: ${cut(fields, FIELDS_SHOWN, 'more').join(', ')}`;
  });
  return cut(types, TYPES_SHOWN, 'more types').join('; ');
}

function cut(words: readonly string[], shown: number, more: string): string[] {
  // To name the last one takes no more room than to count it.
  if (words.length <= shown + 1) return [...words];
  return [...words.slice(0, shown), `and ${words.length - shown} ${more}`];
}

function cellOf({ rule, clearWith }: Row, scopes: readonly string[]): string {
  // What a request must bring along is in the row's name.
  const policies = rule.demands.flatMap((demand) => (demand.kind === 'policies' ? demand.anyOf.flat() : []));
  if (unmetDemand(rule, createGrants(scopes, policies))) return '–';
  return clearWith !== null && !scopes.includes(clearWith) ? '◐' : '●';
}

function table(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
