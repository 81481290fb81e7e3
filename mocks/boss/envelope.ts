/**
 * What a request's envelope says and what an answer's has to, whatever the
 * protocol: InterBOSS nests its header and takes two form fields, UniBSS is
 * flat and takes one.
 */
import { XMLParser } from 'fast-xml-parser';
import type { Asked } from './operation.ts';

export interface BossRequest {
  /** Elements of the header by name. No name comes twice in either protocol. */
  readonly header: ReadonlyMap<string, string>;
  /** Text of the content document. */
  readonly content: string;
}

export interface BossAnswer {
  /** Of the request: most of an answer's header repeats it. */
  readonly header: ReadonlyMap<string, string>;
  readonly transIdo: string;
  readonly testFlag: string;
  /** Number of the answer, and when it was made, `YYYYMMDDHHMMSS`. */
  readonly transIdh: string;
  readonly madeAt: string;
  readonly response: { readonly type: '0' | '1' | '2'; readonly code: string; readonly description: string };
  /** Text of the content document; empty without any. */
  readonly content: string;
}

export interface Protocol {
  readonly path: string;
  readonly root: string;
  /** Null where it is no request. */
  read(form: URLSearchParams): BossRequest | null;
  /** The answer document, from the root element on. */
  write(answer: BossAnswer): string;
  /** Content type without its charset, and body of an answer. */
  readonly contentType: string;
  toBody(document: Buffer): Buffer;
}

const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true, ignoreDeclaration: true });

type Parsed = string | { readonly [name: string]: Parsed } | readonly Parsed[];

/** What is under the root element; null where the text is no such document. */
export function parseDocument(xml: string, root: string): Readonly<Record<string, Parsed>> | null {
  // Before the root element: what is in a CDATA section is another document's.
  const prolog = xml.slice(0, Math.max(0, xml.indexOf(`<${root}`)));
  // The parser takes a document that was cut off without complaint.
  if (prolog.includes('<!DOCTYPE') || !xml.trimEnd().endsWith(`</${root}>`)) return null;
  const parsed: unknown = parser.parse(xml);
  const under = isElement(parsed) ? parsed[root] : undefined;
  return isElement(under) ? under : null;
}

/** The fields of a content document; null where it is none, or has more than a text for a name. */
export function parseContent(xml: string, root: string): Asked | null {
  const under = parseDocument(xml, root);
  if (under === null) return null;
  const asked = new Map<string, string>();
  for (const [name, value] of Object.entries(under)) {
    if (typeof value !== 'string') return null;
    asked.set(name, value);
  }
  return asked;
}

/** Every text below, by name. */
export function headerOf(under: Parsed, header = new Map<string, string>()): ReadonlyMap<string, string> {
  if (!isElement(under)) return header;
  for (const [name, value] of Object.entries(under)) {
    if (typeof value === 'string') header.set(name, value);
    else headerOf(value, header);
  }
  return header;
}

function isElement(value: unknown): value is Readonly<Record<string, Parsed>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param text A document whose values have their `>` escaped, so that nothing in it ends the section. */
export function toCdata(text: string): string {
  return text === '' ? '' : `<![CDATA[${text}]]>`;
}
