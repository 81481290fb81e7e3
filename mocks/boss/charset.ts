/** The bytes of an answer document, and what is said of them; faults of both. */
import iconv from 'iconv-lite';
import { type Fault, findFault } from './faults.ts';

export type Charset = 'UTF-8' | 'GB18030';

interface Encoding {
  /** What the bytes are. */
  readonly actual: Charset;
  /** What XML declarations say; null for nothing. */
  readonly inXml: string | null;
  /** What HTTP says; null for nothing. */
  readonly inHttp: string | null;
}

export function chooseEncoding(charset: Charset, faults: readonly Fault[]): Encoding {
  if (findFault(faults, 'gbk-bytes')) return { actual: 'GB18030', inXml: 'UTF-8', inHttp: 'UTF-8' };
  if (findFault(faults, 'bad-utf8')) return { actual: 'UTF-8', inXml: 'UTF-8', inHttp: 'UTF-8' };
  const silent = findFault(faults, 'no-charset');
  if (silent) return { actual: charset, inXml: silent.param === 'bare' ? null : charset, inHttp: null };
  return { actual: charset, inXml: charset, inHttp: charset };
}

export function encode(document: string, { actual }: Encoding, faults: readonly Fault[]): Buffer {
  const bytes = iconv.encode(document, actual);
  if (findFault(faults, 'bad-utf8')) bytes[bytes.findIndex((byte) => byte > 0x7f)] = 0xff;
  return bytes;
}

export function isCharset(text: string): text is Charset {
  return text === 'UTF-8' || text === 'GB18030';
}
