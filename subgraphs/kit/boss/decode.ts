/** Bytes of a BOSS answer as text: never a guess, never a replacement character. */

/** By any name that an answer may state. `TextDecoder` knows GBK as a part of GB18030. */
const CHARSETS: ReadonlyMap<string, 'utf-8' | 'gb18030'> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['gb18030', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
]);

/**
 * Decodes by the charset that HTTP states, else by the XML declaration, else as
 * UTF-8 and, where that fails, as GB18030. What is stated is believed: bytes that
 * do not fit it are a fault.
 *
 * @param contentType The header as it came.
 * @throws Error, without content, where the bytes are not that text.
 */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const stated = charsetOf(contentType) ?? declaredIn(bytes);
  const text =
    stated === undefined
      ? (read(bytes, 'utf-8') ?? read(bytes, 'gb18030'))
      : read(bytes, CHARSETS.get(stated.toLowerCase()));
  if (text === undefined) throw new Error('The bytes are not of their charset.');
  if (text.includes('\uFFFD')) throw new Error('A character was lost before it was sent.');
  return text;
}

/**
 * The bytes behind the one field of a form, for an answer that comes as a form.
 *
 * @throws Error where it is not exactly that field, percent-encoded.
 */
export function formField(body: Uint8Array, name: string): Uint8Array {
  const prefix = Buffer.from(`${name}=`);
  if (!prefix.equals(body.subarray(0, prefix.length))) throw new Error('The form has another field.');
  const decoded = new Uint8Array(body.length - prefix.length);
  let length = 0;
  for (let at = prefix.length; at < body.length; at++) {
    const byte = body[at] as number;
    if (byte === PERCENT) {
      decoded[length++] = hexByte(body[at + 1], body[at + 2]);
      at += 2;
    } else if (byte === AMPERSAND || byte === EQUALS || byte <= SPACE || byte >= DELETE) {
      throw new Error('The form is not percent-encoded.');
    } else {
      decoded[length++] = byte === PLUS ? SPACE : byte;
    }
  }
  return decoded.subarray(0, length);
}

const SPACE = 0x20;
const PERCENT = 0x25;
const AMPERSAND = 0x26;
const PLUS = 0x2b;
const EQUALS = 0x3d;
const DELETE = 0x7f;

function hexByte(high = 0, low = 0): number {
  const digits = String.fromCharCode(high, low);
  if (!/^[\da-f]{2}$/i.test(digits)) throw new Error('The form is not percent-encoded.');
  return Number.parseInt(digits, 16);
}

function charsetOf(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*"?([\w-]+)"?/i.exec(contentType)?.[1];
}

/** The declaration is ASCII in each of the charsets, at the very beginning. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 128)).toString('latin1');
  return /^(?:\xef\xbb\xbf)?<\?xml\s[^>]*?encoding\s*=\s*["']([\w-]+)["'][^>]*\?>/.exec(start)?.[1];
}

function read(bytes: Uint8Array, charset: 'utf-8' | 'gb18030' | undefined): string | undefined {
  if (charset === undefined) return undefined;
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
