/** Resolver types of one subgraph, from its SDL. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { type DocumentNode, Kind } from 'graphql';
import type { ListedSubgraph } from './subgraph-list.ts';

/** How each scalar of the graph looks to a resolver. */
const SCALARS = {
  ID: 'string',
  Fen: 'number',
  DateTime: 'string',
  LocalDate: 'string',
  LocalMonth: 'string',
};

export async function generateResolverTypes(root: string, subgraph: ListedSubgraph): Promise<string> {
  const { name, file, typeDefs } = subgraph;
  const mappers = modelMappers(root, name, typeDefs);
  const code = await codegen({
    filename: `${name}.ts`,
    schema: typeDefs,
    documents: [],
    pluginMap: { typescript, typescriptResolvers },
    plugins: [{ typescript: {} }, { typescriptResolvers: {} }],
    config: {
      federation: true,
      // Without this, the directives of federation 1 would be mixed in.
      disableFederationDirectiveAndScalarInjection: true,
      scalars: SCALARS,
      strictScalars: true,
      enumsAsTypes: true,
      immutableTypes: true,
      useTypeImports: true,
      contextType: `../../subgraphs/${name}/loaders.ts#Context`,
      mappers,
    },
  });
  return `// Generated from ${file} by \`npm run generate\`. Do not edit.\n${withWholeParents(code, Object.keys(mappers))}\n`;
}

/**
 * A type that the subgraph's `model.ts` exports under the name of an SDL object
 * type is what the resolvers of that type receive.
 */
function modelMappers(root: string, name: string, typeDefs: DocumentNode): Record<string, string> {
  const model = `subgraphs/${name}/model.ts`;
  if (!existsSync(join(root, model))) return {};
  const exported = readFileSync(join(root, model), 'utf8').matchAll(/^export (?:interface|type) (\w+)/gm);
  const objectTypes = new Set(
    typeDefs.definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ? [definition.name.value] : [],
    ),
  );
  return Object.fromEntries(
    [...exported]
      .flatMap(([, type]) => (type !== undefined && objectTypes.has(type) ? [type] : []))
      .map((type) => [type, `../../${model}#${type} as ${type}Model`]),
  );
}

/**
 * Codegen lets a reference (the bare key) stand for any entity. A type with a
 * model is loaded by its `__resolveReference`, so its resolvers see the model.
 */
function withWholeParents(code: string, modelTypes: readonly string[]): string {
  return modelTypes.reduce(
    (text, type) =>
      text
        .replace(` | FederationReferenceTypes['${type}'];`, ';')
        .replace(
          `<Maybe<ResolversTypes['${type}']> | FederationReferenceType,`,
          `<Maybe<ResolversTypes['${type}']>,`,
        ),
    code,
  );
}
