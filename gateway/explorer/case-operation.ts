import { type ExplorerOperation, LOOKUP_OPERATION, type NamedCase } from './explorer-config.ts';

/** The operation about this case; undefined when it requires a variable that the case cannot fill. */
export function forCase(operation: ExplorerOperation, namedCase: NamedCase): ExplorerOperation | undefined {
  const values = valuesOf(namedCase);
  if (!operation.requires.every((variable) => variable in values)) return undefined;
  const variables = Object.fromEntries(operation.requires.map((variable) => [variable, values[variable]]));
  return { ...operation, variables };
}

/** What opens a case: the chosen document or, where the case cannot fill it, the lookup. */
export function operationFor(
  namedCase: NamedCase,
  operations: readonly ExplorerOperation[],
  chosen: string,
): ExplorerOperation | undefined {
  const named = (name: string) => operations.filter((operation) => operation.name === name);
  const candidates = [...named(chosen), ...named(LOOKUP_OPERATION)];
  return candidates.map((operation) => forCase(operation, namedCase)).find(Boolean);
}

function valuesOf({ customerId, subscriberId, serviceNumber }: NamedCase): Readonly<Record<string, string>> {
  return subscriberId === null
    ? { customerId, by: 'CONTACT_PHONE', value: serviceNumber }
    : { customerId, subscriberId, number: serviceNumber, by: 'SERVICE_NUMBER', value: serviceNumber };
}
