/** UniBSS: a flat header and the content in one form field, and the same form back, percent-encoded. */
import { group, text, toXml } from './content.ts';
import { type BossAnswer, headerOf, type Protocol, parseDocument, toCdata } from './envelope.ts';

const ROOT = 'UniBSS';
const FIELD = 'xmlmsg';

export const uniBss: Protocol = {
  path: '/unibss',
  root: ROOT,
  read(form) {
    const message = parseDocument(form.get(FIELD) ?? '', ROOT);
    const content = message?.['SvcCont'];
    if (message === null || typeof content !== 'string') return null;
    const { SvcCont: _, ...header } = message;
    return { header: headerOf(header), content };
  },
  write: (answer) => `<${ROOT}>${headerXml(answer)}<SvcCont>${toCdata(answer.content)}</SvcCont></${ROOT}>`,
  contentType: 'application/x-www-form-urlencoded',
  toBody: (document) => Buffer.from(`${FIELD}=${percentEncode(document)}`, 'latin1'),
};

function headerXml({ header, transIdo, testFlag, transIdh, madeAt, response }: BossAnswer): string {
  const repeated = (...names: string[]) => names.map((name) => text(name, header.get(name) ?? ''));
  return [
    ...repeated('OrigDomain', 'HomeDomain', 'BIPCode', 'BIPVer', 'ActivityCode'),
    text('ActionCode', 1),
    ...repeated('ActionRelation'),
    group('Routing', repeated('RouteType', 'RouteValue')),
    ...repeated('ProcID'),
    text('TransIDO', transIdo),
    text('TransIDH', transIdh),
    text('ProcessTime', madeAt),
    group('Response', [
      text('RspType', response.type),
      text('RspCode', response.code),
      text('RspDesc', response.description),
    ]),
    group('SPReserve', repeated('TransIDC', 'CutOffDay', 'OSNDUNS', 'HSNDUNS', 'ConvID')),
    text('TestFlag', testFlag),
    ...repeated('MsgSender', 'MsgReceiver', 'SvcContVer'),
  ]
    .map(toXml)
    .join('');
}

const PLAIN = /[A-Za-z0-9._~-]/;
const ENCODED: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  return PLAIN.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
});

/** Of bytes in whatever charset: `encodeURIComponent` would know UTF-8 alone. */
function percentEncode(bytes: Buffer): string {
  const parts: string[] = [];
  for (const byte of bytes) parts.push(ENCODED[byte] ?? '');
  return parts.join('');
}
