/** Types of a schema by their names, as operations and answers name them. */
import {
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';

/** Undefined where the type has no such field. */
export function fieldOf(
  schema: GraphQLSchema,
  parent: string,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  const type = schema.getType(parent);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** As of `fieldOf`, and of what types have without listing it. */
export function fieldType(
  schema: GraphQLSchema,
  parent: string,
  name: string,
): GraphQLOutputType | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef.type;
  const field = fieldOf(schema, parent, name);
  if (field) return field.type;
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef.type;
  return name === TypeMetaFieldDef.name ? TypeMetaFieldDef.type : undefined;
}

/** Whether every object of the type is of the other one too: a fragment on that applies. */
export function isWithin(schema: GraphQLSchema, name: string, condition: string): boolean {
  if (name === condition) return true;
  const type = schema.getType(name);
  const other = schema.getType(condition);
  return (
    isAbstractType(other) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(other, type)
  );
}

/** The object types that an object of the type can be of. */
export function possibleTypes(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  return isAbstractType(type) ? schema.getPossibleTypes(type).map((each) => each.name) : [name];
}

/** Fields of the root that only the schema answers. */
export function isIntrospection(field: string): boolean {
  return field === SchemaMetaFieldDef.name || field === TypeMetaFieldDef.name;
}
