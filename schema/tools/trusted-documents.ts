/** The manifest of trusted documents: the operations that production answers. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  Source,
  validate,
} from 'graphql';

export interface TrustedDocument {
  /** File name without extension: `POST /operations/<name>`. */
  readonly name: string;
  readonly operationName: string;
  /** SHA-256 of `body`, hex: what a client sends instead of the text. */
  readonly hash: string;
  /** The file, byte for byte. */
  readonly body: string;
  /** False only where the file says `# personal-data: none`: it may then be read with GET. */
  readonly personal: boolean;
  /** Each variable's type as written, default included: `Int! = 12`. */
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * Reads `schema/operations/*.graphql`, sorted by name.
 *
 * @throws Error that lists every fault of every file.
 */
export function loadTrustedDocuments(root: string, apiSchema: GraphQLSchema): TrustedDocument[] {
  const files = globSync('schema/operations/*.graphql', { cwd: root }).sort();
  const faults: string[] = [];
  const documents = files.flatMap((file) => {
    const body = readFileSync(join(root, file), 'utf8');
    const document = parse(new Source(body, file));
    const [operation, ...others] = operationsOf(document);
    if (!operation?.name || others.length > 0) {
      faults.push(`${file}: must hold exactly one operation, and name it`);
      return [];
    }
    faults.push(...validate(apiSchema, document).map((fault) => `${file}${lineOf(fault)}: ${fault.message}`));
    return {
      name: basename(file, '.graphql'),
      operationName: operation.name.value,
      hash: createHash('sha256').update(body).digest('hex'),
      body,
      personal: !leadingComment(body).includes('# personal-data: none'),
      variables: variablesOf(operation),
    };
  });
  if (faults.length > 0) throw new Error(`Trusted documents with faults:\n  ${faults.join('\n  ')}`);
  return documents;
}

function operationsOf(document: DocumentNode): OperationDefinitionNode[] {
  return document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}

function variablesOf(operation: OperationDefinitionNode): Record<string, string> {
  const typeByName = new Map(
    operation.variableDefinitions?.map(({ variable, type, defaultValue }) => [
      variable.name.value,
      print(type) + (defaultValue ? ` = ${print(defaultValue)}` : ''),
    ]),
  );
  return Object.fromEntries(typeByName);
}

/** Comment lines before the first line that is none. */
function leadingComment(body: string): string[] {
  const lines = body.split('\n').map((line) => line.trim());
  const end = lines.findIndex((line) => line !== '' && !line.startsWith('#'));
  return lines.slice(0, end);
}

function lineOf({ locations }: { locations?: readonly { line: number }[] | undefined }): string {
  return locations?.[0] ? `:${locations[0].line}` : '';
}
