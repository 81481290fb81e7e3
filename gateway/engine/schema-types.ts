/** Types of a schema by their names, as operations and answers name them. */
import {
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
export function fieldType(
  schema: GraphQLSchema,
  parent: string,
  name: string,
): GraphQLOutputType | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef.type;
  const type = schema.getType(parent);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  if (field) return field.type;
  // The root has these without listing them.
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
