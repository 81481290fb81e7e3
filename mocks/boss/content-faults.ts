/** Faults of a content document: each takes its elements and gives them back spoilt. */
import { type Element, group, toXml } from './content.ts';
import type { Fault, FaultName } from './faults.ts';

type Spoil = (elements: readonly Element[], param: string) => readonly Element[];

const NOT_A_NUMBER = 'abc';

const SPOIL: Partial<Record<FaultName, Spoil>> = {
  'empty-element': (elements, param) => overwrite(elements, param, ''),
  'not-a-number': (elements, param) => overwrite(elements, param, NOT_A_NUMBER),
  'missing-element': (elements, name) =>
    mapTree(elements, (element) => (element.name === name ? [] : [element])),
  'single-instead-of-list': firstEntries,
  'wrong-count': (elements, param) => {
    const first = flatten(elements).find(({ countOf }) => countOf !== undefined);
    return mapTree(elements, (element) =>
      element === first ? [{ ...element, value: param || String(Number(element.value) + 1) }] : [element],
    );
  },
};

/** Null where a fault finds nothing that it could spoil: a test that asks for it would test nothing. */
export function spoilContent(
  elements: readonly Element[],
  faults: readonly Fault[],
): readonly Element[] | null {
  let spoilt = elements;
  for (const { name, param } of faults) {
    const spoil = SPOIL[name];
    if (spoil === undefined) continue;
    const before = spoilt;
    spoilt = spoil(before, param);
    if (spoilt.map(toXml).join('') === before.map(toXml).join('')) return null;
  }
  return spoilt;
}

/** @param param A name, the place of a value element, or nothing: then the first amount. */
function overwrite(elements: readonly Element[], param: string, value: string): readonly Element[] {
  const values = flatten(elements).filter(
    (element) => typeof element.value === 'string' && !element.name.startsWith('Rsp'),
  );
  const chosen = /^\d+$/.test(param)
    ? values[Number(param)]
    : param === ''
      ? (values.find(({ isMoney }) => isMoney) ?? values.find((element) => /^\d+$/.test(toText(element))))
      : undefined;
  return mapTree(elements, (element) =>
    element === chosen || (typeof element.value === 'string' && element.name === param)
      ? [{ ...element, value }]
      : [element],
  );
}

/** Empty where it holds elements. */
function toText({ value }: Element): string {
  return typeof value === 'string' ? value : '';
}

/** Of each list the first entry; what counts them stays. */
function firstEntries(elements: readonly Element[]): readonly Element[] {
  const listed = new Set(elements.flatMap(({ countOf }) => countOf ?? []));
  const seen = new Set<string>();
  return elements
    .filter(({ name }) => {
      const isLeftOut = listed.has(name) && seen.has(name);
      seen.add(name);
      return !isLeftOut;
    })
    .map((element) =>
      typeof element.value === 'string' ? element : group(element.name, firstEntries(element.value)),
    );
}

/** Elements before those that they hold. */
function flatten(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => [
    element,
    ...(typeof element.value === 'string' ? [] : flatten(element.value)),
  ]);
}

function mapTree(
  elements: readonly Element[],
  map: (element: Element) => readonly Element[],
): readonly Element[] {
  return elements.flatMap((element) =>
    map(typeof element.value === 'string' ? element : group(element.name, mapTree(element.value, map))),
  );
}
