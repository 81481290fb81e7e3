/**
 * A supergraph for planners, in which fields with `@requires` are of a subgraph of their own. Hive's planner makes one
 * fetch of all that a level wants of a subgraph: where one field of an entity must wait for another system, all the
 * others would wait with it, and be lost with it. So planners are told of a second subgraph that has such fields and
 * what they return, and what a plan asks of that one is asked of the first.
 *
 * Only where it is plain, which `createApartTypes` says; elsewhere fields wait for each other, and answers are the same.
 */
import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
} from 'graphql';
import { createApartTypes, directivesOf, graphOf, isExternal, isKeyOf, isRequiring } from './apart-types.ts';
import { textArgument } from './join-directives.ts';

/** Ends the name of a second subgraph; composition takes no such name. */
const LATER = ' (later)';

/** The subgraph that a plan means by a name. */
export function servedBy(name: string): string {
  return name.endsWith(LATER) ? name.slice(0, -LATER.length) : name;
}

/** @param supergraphSdl Without the directives of access. */
export function requiredApart(supergraphSdl: string): string {
  const document = parse(supergraphSdl, { noLocation: true });
  const graphs = document.definitions.flatMap((each) =>
    each.kind === Kind.ENUM_TYPE_DEFINITION && each.name.value === 'join__Graph' ? (each.values ?? []) : [],
  );
  const apart = graphs.reduce((changed, { name }) => setApart(changed, name.value), document);
  return apart === document ? supergraphSdl : print(apart);
}

function setApart(document: DocumentNode, graph: string): DocumentNode {
  const types = createApartTypes(document, graph);
  if (types.split.size === 0) return document;
  const later = `${graph}__LATER`;

  /** The same for the second subgraph, beside what is said for the first. */
  function withCopies<Node extends { readonly directives?: readonly ConstDirectiveNode[] | undefined }>(
    node: Node,
  ): Node {
    const { directives = [] } = node;
    const own = directives.filter((each) => graphOf(each) === graph);
    return { ...node, directives: [...directives, ...own.map((each) => ofGraph(each, later))] };
  }

  function objectType(type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
    const copied = withCopies(type);
    if (types.split.has(type.name.value)) {
      return { ...copied, fields: type.fields?.map((field) => fieldOf(type, field)) ?? [] };
    }
    if (!types.shared.has(type.name.value)) return type;
    const directives = copied.directives?.map(unresolvable) ?? [];
    return { ...copied, directives, fields: type.fields?.map(withCopies) ?? [] };
  }

  /** Of a split entity, of which the second subgraph has the key, what requires, and what is required. */
  function fieldOf(type: ObjectTypeDefinitionNode, field: FieldDefinitionNode): FieldDefinitionNode {
    const own = directivesOf(field, 'join__field');
    if (isKeyOf(type, graph, field.name.value)) return withCopies(field);
    if (own.length === 0) {
      // It is of every subgraph that has the type: now of every one but the second.
      const owners = new Set(directivesOf(type, 'join__type').flatMap((each) => graphOf(each) ?? []));
      return { ...field, directives: [...(field.directives ?? []), ...[...owners].map(joinField)] };
    }
    if (own.some((each) => graphOf(each) === graph && isRequiring(each))) {
      const directives = field.directives?.map((each) =>
        graphOf(each) === graph ? ofGraph(each, later) : each,
      );
      return { ...field, directives: directives ?? [] };
    }
    return own.some((each) => graphOf(each) === graph && isExternal(each)) ? withCopies(field) : field;
  }

  /** Nobody is led to the second subgraph but by what requires something. */
  function unresolvable(directive: ConstDirectiveNode): ConstDirectiveNode {
    if (graphOf(directive) !== later || textArgument(directive, 'key') === undefined) return directive;
    return withArgument(directive, 'resolvable', { kind: Kind.BOOLEAN, value: false });
  }

  function definition(each: DefinitionNode): DefinitionNode {
    switch (each.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
        return objectType(each);
      case Kind.SCALAR_TYPE_DEFINITION:
        return withCopies(each);
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        return { ...withCopies(each), fields: each.fields?.map(withCopies) ?? [] };
      case Kind.ENUM_TYPE_DEFINITION:
        return each.name.value === 'join__Graph'
          ? withGraph(each, graph, later)
          : { ...withCopies(each), values: each.values?.map(withCopies) ?? [] };
      default:
        return each;
    }
  }

  return { ...document, definitions: document.definitions.map(definition) };
}

function withGraph(graphs: EnumTypeDefinitionNode, graph: string, later: string): EnumTypeDefinitionNode {
  const values = (graphs.values ?? []).flatMap((value) => {
    if (value.name.value !== graph) return value;
    const directives = value.directives?.map((each) =>
      withArgument(each, 'name', { kind: Kind.STRING, value: `${textArgument(each, 'name')}${LATER}` }),
    );
    return [value, { ...value, name: { ...value.name, value: later }, directives: directives ?? [] }];
  });
  return { ...graphs, values };
}

type Value = NonNullable<ConstDirectiveNode['arguments']>[number]['value'];

function withArgument(directive: ConstDirectiveNode, name: string, value: Value): ConstDirectiveNode {
  const others = directive.arguments?.filter((each) => each.name.value !== name) ?? [];
  const argument = { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value } as const;
  return { ...directive, arguments: [...others, argument] };
}

function ofGraph(directive: ConstDirectiveNode, graph: string): ConstDirectiveNode {
  return withArgument(directive, 'graph', { kind: Kind.ENUM, value: graph });
}

function joinField(graph: string): ConstDirectiveNode {
  return ofGraph({ kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'join__field' } }, graph);
}
