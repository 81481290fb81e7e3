/** Faults of an answer's envelope and of its text. */
import type { BossAnswer } from './envelope.ts';
import { type Fault, findFault } from './faults.ts';

export function spoilEnvelope(answer: BossAnswer, faults: readonly Fault[]): BossAnswer {
  const has = (name: Fault['name']): boolean => findFault(faults, name) !== undefined;
  return {
    ...answer,
    ...(has('wrong-transido') && { transIdo: another(answer.transIdo) }),
    ...(has('testflag') && { testFlag: answer.testFlag === '0' ? '1' : '0' }),
    content: spoilContentText(answer.content, faults),
  };
}

function spoilContentText(content: string, faults: readonly Fault[]): string {
  if (findFault(faults, 'empty-body')) return '';
  const declared = spoilDocument(padded(content, faults), 'content', faults);
  return findFault(faults, 'truncated-cdata') ? declared.slice(0, declared.length / 2) : declared;
}

/** Elements of nobody's schema at the end, nested or long. As text: no depth is too deep for it. */
function padded(content: string, faults: readonly Fault[]): string {
  const depth = Number(findFault(faults, 'deep')?.param ?? 0);
  const bytes = Number(findFault(faults, 'huge')?.param ?? 0);
  const more =
    '<Deep>'.repeat(depth) +
    '</Deep>'.repeat(depth) +
    (bytes === 0 ? '' : `<Filler>${'x'.repeat(bytes)}</Filler>`);
  return content.replace(/<\/\w+>$/, (end) => more + end);
}

/** @param where Which document this is: what is declared in it, a fault may want in the other. */
export function spoilDocument(
  document: string,
  where: 'content' | 'envelope',
  faults: readonly Fault[],
): string {
  const isHere = (name: Fault['name']): boolean => {
    const fault = findFault(faults, name);
    return fault !== undefined && (fault.param === 'envelope' ? 'envelope' : 'content') === where;
  };
  if (isHere('entity-bomb')) {
    const bomb = document.replace(/<RspDesc>[^<]*/, '<RspDesc>&bomb9;');
    return withDoctype(bomb, ` [${ENTITIES}]`);
  }
  return isHere('doctype') ? withDoctype(document, '') : document;
}

/** Ten times ten times …: nine levels of three bytes. */
const ENTITIES = [
  '<!ENTITY bomb0 "lol">',
  ...Array.from({ length: 9 }, (_, at) => `<!ENTITY bomb${at + 1} "${`&bomb${at};`.repeat(10)}">`),
].join('');

function withDoctype(document: string, internal: string): string {
  return document.replace(
    /^(<\?xml[^>]*\?>)<(\w+)/,
    (_, declared, root) => `${declared}<!DOCTYPE ${root}${internal}><${root}`,
  );
}

function another(transIdo: string): string {
  const first = transIdo.startsWith('X') ? 'Y' : 'X';
  return first + transIdo.slice(1);
}
