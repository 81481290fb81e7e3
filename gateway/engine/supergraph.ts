/** A supergraph, read once: what planning, fetching and answering need to know of it. */
import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
} from 'graphql';
import type { Rules } from '#kit/access/rules';
import { readAccessRules } from './access-rules.ts';
import { toApiSchema } from './api-schema.ts';
import { fieldSetArgument, textArgument } from './join-directives.ts';
import { memoise } from './memoise.ts';
import { type RequiredArguments, readRequiredArguments } from './required-arguments.ts';
import { possibleTypes } from './schema-types.ts';

export interface ListedSubgraph {
  readonly name: string;
  /** Where it is served; empty where composition was not told. */
  readonly url: string;
}

export interface Supergraph {
  /** What a client sees. */
  readonly apiSchema: GraphQLSchema;
  readonly subgraphs: readonly ListedSubgraph[];
  /** Who may see which field. */
  readonly rules: Rules;
  /** The names an object of this type may have as `__typename`, its own included. */
  typesWithin(name: string): ReadonlySet<string>;
  readonly requiredArguments: RequiredArguments;
  /** Interfaces: a subgraph for which they are objects gives their names as `__typename`. */
  readonly interfaces: ReadonlySet<string>;
  /** Names of the fields that keys of a type begin with, in any subgraph. */
  keyFields(type: string): ReadonlySet<string>;
  /** Whether a field of this name, of whatever type, takes arguments. */
  takesArguments(field: string): boolean;
  /** Starts no field's name, so that what begins with it is nobody's. */
  readonly freePrefix: string;
}

/** @throws Error when the text is no supergraph. */
export function readSupergraph(sdl: string): Supergraph {
  const document = parseSupergraph(sdl);
  const whole = buildASTSchema(document, { assumeValidSDL: true });
  const withArguments = namesOfFieldsWithArguments(whole);
  return {
    apiSchema: toApiSchema(document),
    subgraphs: listSubgraphs(whole),
    rules: readAccessRules(document, whole),
    typesWithin: memoise((name) => new Set([name, ...possibleTypes(whole, name)])),
    requiredArguments: readRequiredArguments(whole),
    interfaces: new Set(
      Object.values(whole.getTypeMap()).flatMap((type) => (isInterfaceType(type) ? [type.name] : [])),
    ),
    keyFields: memoise((type) => readKeyFields(whole, type)),
    takesArguments: (field) => withArguments.has(field),
    freePrefix: freePrefix(whole),
  };
}

function parseSupergraph(sdl: string): DocumentNode {
  try {
    return parse(sdl, { noLocation: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`This is no supergraph: ${reason}`, { cause });
  }
}

/** Reads `enum join__Graph { CRM @join__graph(name: "crm", url: "…") }`. */
function listSubgraphs(whole: GraphQLSchema): ListedSubgraph[] {
  const graphs = whole.getType('join__Graph')?.astNode;
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION || !graphs.values?.length) {
    throw new Error('This is no supergraph: it names no subgraphs (enum join__Graph).');
  }
  return graphs.values.map(({ name, directives }) => {
    const graph = directives?.find((directive) => directive.name.value === 'join__graph');
    return {
      name: (graph && textArgument(graph, 'name')) ?? name.value,
      url: (graph && textArgument(graph, 'url')) ?? '',
    };
  });
}

/** Reads each `@join__type(key:)`. */
function readKeyFields(whole: GraphQLSchema, name: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const directive of whole.getType(name)?.astNode?.directives ?? []) {
    if (directive.name.value !== 'join__type') continue;
    for (const field of fieldSetArgument(directive, 'key')?.selections ?? []) {
      if (field.kind === Kind.FIELD) names.add(field.name.value);
    }
  }
  return names;
}

function namesOfFieldsWithArguments(whole: GraphQLSchema): ReadonlySet<string> {
  return new Set(
    Object.values(whole.getTypeMap()).flatMap((type) =>
      isObjectType(type) || isInterfaceType(type)
        ? Object.values(type.getFields()).flatMap(({ name, args }) => (args.length > 0 ? [name] : []))
        : [],
    ),
  );
}

function freePrefix(whole: GraphQLSchema): string {
  const names = Object.values(whole.getTypeMap()).flatMap((type) =>
    'getFields' in type ? Object.keys(type.getFields()) : [],
  );
  let prefix = 'a_';
  while (names.some((name) => name.startsWith(prefix))) prefix = `a${prefix}`;
  return prefix;
}
