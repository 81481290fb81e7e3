/**
 * XML as BOSS sends it: elements and text, and nothing else. A document is whole
 * and alone, or it is refused: the parser alone would read half of one without
 * complaint.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element has children or text. Text is as it was sent, without the space around it. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** The parser's own form: the one key is the name; what it holds is a text or a list. */
type ParsedNode = Readonly<Record<string, string | readonly ParsedNode[]>>;

const MAX_DEPTH = 12;
const TEXT = '#text';
const CDATA = '#cdata';
const DECLARATION = '?xml';
const ATTRIBUTES = ':@';

/** What may stand before the root: a declaration. A DOCTYPE may not, nor may what it declares. */
const START = /^\s*(?:<\?xml\s[^<>]*\?>\s*)?<[A-Za-z_]/;
/**
 * What no XML document may hold: control characters, and what is no character. And what none of ours holds,
 * behind `<!`, but comments and CDATA: the parser would drop it from the midst of a value.
 */
const FORBIDDEN = /[^\t\n\r\u0020-\uFFFD]|<!(?!--|\[CDATA\[)/;
const NAME = /^[A-Za-z_][\w.-]*$/;

/**
 * @returns The root.
 * @throws Error, without content, where the text is not one whole document of that root.
 */
export function parseXml(text: string, rootName: string): XmlElement {
  // The validator overlooks text behind a root that closes itself.
  const ends = text.trimEnd().endsWith(`</${rootName}>`);
  // Deprecated in favour of a package of its own, which does the same.
  // oxlint-disable-next-line typescript/no-deprecated
  if (!ends || !START.test(text) || FORBIDDEN.test(text) || XMLValidator.validate(text) !== true) {
    throw new Error('The text is not one XML document.');
  }
  const [node, ...others] = parse(text).filter(
    (each) => !(DECLARATION in each) && (!isText(each) || textOf(each).trim() !== ''),
  );
  const root = node && toElement(node);
  if (root === undefined || others.length > 0) throw new Error('The text is not one XML document.');
  if (root.name !== rootName) throw new Error(`The document is no ${rootName}.`);
  return root;
}

/** For the text of an element that we send. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Made for each document: the parser keeps what it has read. */
function parse(text: string): readonly ParsedNode[] {
  const parser = new XMLParser({
    preserveOrder: true,
    cdataPropName: CDATA,
    ignoreAttributes: false,
    parseTagValue: false,
    trimValues: false,
    processEntities: false,
    maxNestedTags: MAX_DEPTH,
  });
  try {
    return parser.parse(text) as readonly ParsedNode[];
  } catch {
    // Its messages quote the document.
    throw new Error('The document cannot be parsed.');
  }
}

function toElement(node: ParsedNode): XmlElement {
  const [[name, inside] = ['', '']] = Object.entries(node);
  if (!NAME.test(name) || typeof inside === 'string') {
    throw new Error('The document holds what is neither element nor text.');
  }
  const children = inside.filter((child) => !isText(child));
  // It might say that a value is none, or of another unit.
  if (children.some((child) => ATTRIBUTES in child)) throw new Error('An element has attributes.');
  const text = inside.filter(isText).map(textOf).join('').trim();
  if (children.length > 0 && text !== '') throw new Error('An element holds text beside elements.');
  return { name, text, children: children.map(toElement) };
}

function isText(node: ParsedNode): boolean {
  return TEXT in node || CDATA in node;
}

function textOf({ [TEXT]: text, [CDATA]: section }: ParsedNode): string {
  if (typeof text === 'string') return decodeEntities(text);
  return Array.isArray(section) ? section.map(textIn).join('') : '';
}

/** Of a CDATA section, in which an ampersand is an ampersand. */
function textIn({ [TEXT]: text }: ParsedNode): string {
  return typeof text === 'string' ? text : '';
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five that XML has by itself, and characters by number. There are no others without a DOCTYPE. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7});|#x([\da-f]{1,6});|(\w+);)?/gi, (_, decimal, hex, name) => {
    const code = Number(decimal ?? `0x${hex}`);
    const character = name === undefined ? characterOf(code) : ENTITIES[name];
    if (character === undefined) throw new Error('The document uses an entity that there is not.');
    return character;
  });
}

function characterOf(code: number): string | undefined {
  const isCharacter = code >= 0x20 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff);
  if (!isCharacter || code === 0xff_fd) return undefined;
  return String.fromCodePoint(code);
}
