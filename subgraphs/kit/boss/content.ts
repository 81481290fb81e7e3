/**
 * Reads the content of an answer. An element that is missing, one that is empty
 * and one that says 0 are three things: which of them may be is for the adapter
 * to say, and everything else is malformed.
 */
import { malformed } from '../errors.ts';
import { count, type ReadText } from './units.ts';
import type { XmlElement } from './xml.ts';

export interface Content {
  /** What there must be. */
  value<V>(name: string, read: ReadText<V>): V;
  /** Null where the element is there and empty: BOSS does not know. */
  known<V>(name: string, read: ReadText<V>): V | null;
  /** Null where there is no such element: it does not apply. */
  given<V>(name: string, read: ReadText<V>): V | null;
  /** The elements of that name, each a record, as many as the count says. */
  list(countName: string, name: string): readonly Content[];
  /** The answer says what cannot be. */
  malformed(why: string): Error;
}

/** Names that BOSS misspells, by what they should be. Both are understood, but not both in one place. */
const MISSPELT: ReadonlyMap<string, string> = new Map([
  ['CreditValue', 'CreditVale'],
  ['FreeTotal', 'FreeTotle'],
]);

/** @param operation Named in errors, together with the element. The text of an element never is. */
export function createContent(operation: string, element: XmlElement): Content {
  const bad = (why: string): Error => malformed('boss', `an answer to ${operation}`, new Error(why));

  function find(name: string): XmlElement | undefined {
    const [found, ...others] = element.children.filter(
      (child) => child.name === name || child.name === MISSPELT.get(name),
    );
    if (others.length > 0) throw bad(`${name} is there more than once.`);
    return found;
  }

  function readFrom<V>({ text, children }: XmlElement, name: string, read: ReadText<V>): V {
    const value = text === '' || children.length > 0 ? undefined : read(text);
    if (value === undefined) throw bad(`${name} cannot be read.`);
    return value;
  }

  function require(name: string): XmlElement {
    const found = find(name);
    if (found === undefined) throw bad(`${name} is missing.`);
    return found;
  }

  return {
    value: (name, read) => readFrom(require(name), name, read),
    known(name, read) {
      const found = require(name);
      return found.text === '' && found.children.length === 0 ? null : readFrom(found, name, read);
    },
    given(name, read) {
      const found = find(name);
      return found === undefined ? null : readFrom(found, name, read);
    },
    list(countName, name) {
      const entries = element.children.filter((child) => child.name === name);
      if (readFrom(require(countName), countName, count) !== entries.length) {
        throw bad(`${countName} is not the number of ${name}.`);
      }
      return entries.map((entry) => createContent(operation, entry));
    },
    malformed: bad,
  };
}
