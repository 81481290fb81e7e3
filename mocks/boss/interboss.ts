/** InterBOSS 0100: a nested header and the content in two form fields, one XML document back. */
import { group, text, toXml } from './content.ts';
import { type BossAnswer, headerOf, type Protocol, parseDocument, toCdata } from './envelope.ts';

const ROOT = 'InterBOSS';

export const interBoss: Protocol = {
  path: '/interboss',
  root: ROOT,
  read(form) {
    const head = parseDocument(form.get('xmlhead') ?? '', ROOT);
    const content = parseDocument(form.get('xmlbody') ?? '', ROOT)?.['SvcCont'];
    return head === null || typeof content !== 'string' ? null : { header: headerOf(head), content };
  },
  write: (answer) => `<${ROOT}>${headerXml(answer)}<SvcCont>${toCdata(answer.content)}</SvcCont></${ROOT}>`,
  contentType: 'text/xml',
  toBody: (document) => document,
};

function headerXml({ header, transIdo, testFlag, transIdh, madeAt, response }: BossAnswer): string {
  const repeated = (...names: string[]) => names.map((name) => text(name, header.get(name) ?? ''));
  return [
    ...repeated('Version'),
    text('TestFlag', testFlag),
    group('BIPType', [...repeated('BIPCode', 'ActivityCode'), text('ActionCode', 1)]),
    group('RoutingInfo', [
      ...repeated('OrigDomain', 'RouteType'),
      group('Routing', repeated('HomeDomain', 'RouteValue')),
    ]),
    group('TransInfo', [
      ...repeated('SessionID'),
      text('TransIDO', transIdo),
      ...repeated('TransIDOTime'),
      text('TransIDH', transIdh),
      text('TransIDHTime', madeAt),
    ]),
    group(
      'SNReserve',
      repeated(
        'TransIDC',
        'ConvID',
        'CutOffDay',
        'OSNTime',
        'OSNDUNS',
        'HSNDUNS',
        'MsgSender',
        'MsgReceiver',
        'Priority',
        'ServiceLevel',
        'SvcContType',
      ),
    ),
    group('Response', [
      text('RspType', response.type),
      text('RspCode', response.code),
      text('RspDesc', response.description),
    ]),
  ]
    .map(toXml)
    .join('');
}
