/**
 * Who may see a field, read from the directives of its schema:
 * `@authenticated`, `@requiresScopes`, `@policy`, on the field, on the type that
 * it is in, and on the type that it returns. The same reading serves the
 * supergraph and each subgraph.
 */
import {
  type ConstDirectiveNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
} from 'graphql';
import type { Grants } from './grants.ts';

/** One directive. Of `anyOf`, all names of one list must be granted. */
export type Demand =
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'scopes' | 'policies'; readonly anyOf: readonly (readonly string[])[] };

/** Every demand must be met. None: the field is for everybody. */
export interface Rule {
  /** Equal for equal rules. */
  readonly key: string;
  readonly demands: readonly Demand[];
}

export interface Rules {
  /**
   * What it takes to see a field. Of an interface or union: what it takes on each
   * type that it may turn out to be. `__typename` takes what its type does.
   */
  ofField(type: string, field: string): Rule;
}

/** What the directives are called where a `@link` renames them. */
export interface AccessDirectives {
  readonly authenticated: string;
  readonly requiresScopes: string;
  readonly policy: string;
}

const STANDARD: AccessDirectives = {
  authenticated: 'authenticated',
  requiresScopes: 'requiresScopes',
  policy: 'policy',
};

/** The first demand that is not met; undefined where the field may be seen. */
export function unmetDemand({ demands }: Rule, grants: Grants): Demand | undefined {
  return demands.find((demand) => !isMet(demand, grants));
}

function isMet(demand: Demand, grants: Grants): boolean {
  if (demand.kind === 'authenticated') return grants.authenticated;
  const granted = demand.kind === 'scopes' ? grants.scopes : grants.policies;
  return demand.anyOf.some((all) => all.every((name) => granted.has(name)));
}

/** @param schema Built with its syntax tree, which has the directives. */
export function readRules(schema: GraphQLSchema, names: AccessDirectives = STANDARD): Rules {
  const ofFields = new Map<string, Rule>();
  const ofTypes = new Map<string, readonly Demand[]>();

  function demandsOfType(type: GraphQLNamedType): readonly Demand[] {
    let demands = ofTypes.get(type.name);
    if (!demands) {
      const nodes = [type.astNode, ...type.extensionASTNodes];
      demands = nodes.flatMap((node) => toDemands(node?.directives, names));
      ofTypes.set(type.name, demands);
    }
    return demands;
  }

  function demandsOfField(type: GraphQLNamedType, name: string): readonly Demand[] {
    const own = [...demandsOfType(type)];
    if (isObjectType(type) || isInterfaceType(type)) {
      const field = type.getFields()[name];
      if (field) {
        own.push(...toDemands(field.astNode?.directives, names));
        const returned = getNamedType(field.type);
        // Of what may be one of several types, each is asked for on its own.
        own.push(...demandsOfType(returned));
      }
    }
    if (isAbstractType(type)) {
      for (const possible of schema.getPossibleTypes(type)) own.push(...demandsOfField(possible, name));
    }
    return own;
  }

  return {
    ofField(typeName, field) {
      const coordinate = `${typeName}.${field}`;
      let rule = ofFields.get(coordinate);
      if (!rule) {
        const type = schema.getType(typeName);
        rule = toRule(type ? demandsOfField(type, field) : []);
        ofFields.set(coordinate, rule);
      }
      return rule;
    },
  };
}

/** The demands of some directives, for who checks that there are any. */
export function toDemands(
  directives: readonly ConstDirectiveNode[] | undefined,
  names: AccessDirectives = STANDARD,
): Demand[] {
  return (directives ?? []).flatMap((directive): Demand[] => {
    switch (directive.name.value) {
      case names.authenticated:
        return [{ kind: 'authenticated' }];
      case names.requiresScopes:
        return [{ kind: 'scopes', anyOf: listsIn(directive, 'scopes') }];
      case names.policy:
        return [{ kind: 'policies', anyOf: listsIn(directive, 'policies') }];
      default:
        return [];
    }
  });
}

function listsIn(directive: ConstDirectiveNode, argument: string): string[][] {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  const lists = value?.kind === Kind.LIST ? value.values : [];
  return lists.map((list) =>
    (list.kind === Kind.LIST ? list.values : [list]).flatMap((each) =>
      each.kind === Kind.STRING ? each.value : [],
    ),
  );
}

/** Policies that must all hold are demands of their own, so that the one that is missing can be named. */
function oneByOne(demand: Demand): Demand[] {
  if (demand.kind !== 'policies' || demand.anyOf.length !== 1) return [demand];
  return (demand.anyOf[0] ?? []).map((name) => ({ kind: 'policies', anyOf: [[name]] }));
}

function toRule(demands: readonly Demand[]): Rule {
  const byText = new Map(demands.flatMap(oneByOne).map((demand) => [JSON.stringify(demand), demand]));
  return { key: [...byText.keys()].sort().join('&'), demands: [...byText.values()] };
}
