/**
 * The envelope around what is asked of BOSS, in its two forms: InterBOSS with a
 * nested header, and the flat one of UniBSS. Only the files of this folder know
 * either; the operations inside have codes that we made up (KF1001 to KF1013),
 * because those of real systems are not public.
 */
import { decodeText, formField } from './decode.ts';
import { escapeXml, parseXml, type XmlElement } from './xml.ts';

export type EnvelopeForm = 'InterBOSS' | 'UniBSS';

/** Elements of a request in order; an empty text is an empty element. */
export type RequestBody = Readonly<Record<string, string>>;

export interface RequestHead {
  readonly operation: string;
  /** 1 to 30 letters and digits, never used for anything else. */
  readonly transactionId: string;
  /** 0 is real and 1 is a test, in both forms. (CSVC's `envFlag` is the reverse.) */
  readonly testFlag: '0' | '1';
  /** Code of the province that is asked, for example `351`. */
  readonly province: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface HttpRequest {
  readonly path: string;
  readonly body: string;
}

export interface AnswerHead {
  readonly operation: string;
  readonly transactionId: string;
  readonly testFlag: string;
  readonly actionCode: string;
  readonly rspType: string;
  readonly rspCode: string;
}

/** An answer as the wire gave it: nothing of it is believed yet. */
export interface Answer {
  readonly head: AnswerHead;
  /** Null where the envelope holds nothing, as when the hub itself answers. */
  readonly content: XmlElement | null;
}

/** What goes into a file about bytes that a server sent, so that a thread can read them. */
export interface AnswerBytes {
  readonly form: EnvelopeForm;
  readonly operation: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** In an envelope; made up. */
const ORIGIN = 'KFPT';
const HOME = 'BOSS';
/** RspType where the hub failed, and not the operation. */
export const HUB_FAILURE = '1';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** The form that carries a request. */
export function writeRequest(form: EnvelopeForm, head: RequestHead, body: RequestBody): HttpRequest {
  const content = `<SvcCont><![CDATA[${DECLARATION}${element(`${head.operation}Req`, fields(body))}]]></SvcCont>`;
  if (form === 'UniBSS') {
    const xmlmsg = document('UniBSS', flatHead(head) + content);
    return { path: '/unibss', body: new URLSearchParams({ xmlmsg }).toString() };
  }
  const xmlhead = document('InterBOSS', nestedHead(head));
  const xmlbody = document('InterBOSS', content);
  return { path: '/interboss', body: new URLSearchParams({ xmlhead, xmlbody }).toString() };
}

/**
 * Reads twice: the envelope, and then what it holds as a document of its own.
 *
 * @throws Error, without content, where either cannot be read.
 */
export function readAnswer({ form, operation, contentType, bytes }: AnswerBytes): Answer {
  const isForm = form === 'UniBSS';
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType !== (isForm ? 'application/x-www-form-urlencoded' : 'text/xml')) {
    throw new Error('The answer is of another media type.');
  }
  const root = parseXml(decodeText(isForm ? formField(bytes, 'xmlmsg') : bytes, contentType), form);
  const head = isForm ? readFlatHead(root) : readNestedHead(root);
  const svcCont = textAt(root, 'SvcCont');
  // What a hub that failed has put there is nothing of the operation's.
  const isEmpty = svcCont === '' || head.rspType === HUB_FAILURE;
  return { head, content: isEmpty ? null : parseXml(svcCont, `${operation}Rsp`) };
}

function nestedHead({ operation, transactionId, testFlag, province, now }: RequestHead): string {
  const time = timeOf(now);
  return (
    fields({ Version: '0100', TestFlag: testFlag }) +
    element('BIPType', fields({ BIPCode: bipOf(operation), ActivityCode: operation, ActionCode: '0' })) +
    element(
      'RoutingInfo',
      fields({ OrigDomain: ORIGIN, RouteType: '00' }) +
        element('Routing', fields({ HomeDomain: HOME, RouteValue: province })),
    ) +
    element(
      'TransInfo',
      fields({
        SessionID: transactionId,
        TransIDO: transactionId,
        TransIDOTime: time,
        TransIDH: '',
        TransIDHTime: '',
      }),
    ) +
    element(
      'SNReserve',
      fields({
        TransIDC: transactionId,
        ConvID: transactionId,
        CutOffDay: time.slice(0, 8),
        OSNTime: time,
        ...nodesOf(province),
        Priority: '3',
        ServiceLevel: '1',
        SvcContType: '0',
      }),
    ) +
    element('Response', fields({ RspType: '', RspCode: '', RspDesc: '' }))
  );
}

function flatHead({ operation, transactionId, testFlag, province, now }: RequestHead): string {
  const time = timeOf(now);
  const { OSNDUNS, HSNDUNS, MsgSender, MsgReceiver } = nodesOf(province);
  return (
    fields({
      OrigDomain: ORIGIN,
      HomeDomain: HOME,
      BIPCode: bipOf(operation),
      BIPVer: '0100',
      ActivityCode: operation,
      ActionCode: '0',
      ActionRelation: '0',
    }) +
    element('Routing', fields({ RouteType: '00', RouteValue: province })) +
    fields({ ProcID: transactionId, TransIDO: transactionId, TransIDH: '', ProcessTime: time }) +
    element('Response', fields({ RspType: '', RspCode: '', RspDesc: '' })) +
    element(
      'SPReserve',
      fields({
        TransIDC: transactionId,
        CutOffDay: time.slice(0, 8),
        OSNDUNS,
        HSNDUNS,
        ConvID: transactionId,
      }),
    ) +
    fields({ TestFlag: testFlag, MsgSender, MsgReceiver, SvcContVer: '0100' })
  );
}

function readNestedHead(root: XmlElement): AnswerHead {
  const type = childAt(root, 'BIPType');
  return {
    operation: textAt(type, 'ActivityCode'),
    actionCode: textAt(type, 'ActionCode'),
    transactionId: textAt(childAt(root, 'TransInfo'), 'TransIDO'),
    testFlag: textAt(root, 'TestFlag'),
    ...readResponse(root),
  };
}

function readFlatHead(root: XmlElement): AnswerHead {
  return {
    operation: textAt(root, 'ActivityCode'),
    actionCode: textAt(root, 'ActionCode'),
    transactionId: textAt(root, 'TransIDO'),
    testFlag: textAt(root, 'TestFlag'),
    ...readResponse(root),
  };
}

function readResponse(root: XmlElement): Pick<AnswerHead, 'rspType' | 'rspCode'> {
  const response = childAt(root, 'Response');
  return { rspType: textAt(response, 'RspType'), rspCode: textAt(response, 'RspCode') };
}

/** @throws Error where there is none, or more than one. */
function childAt(parent: XmlElement, name: string): XmlElement {
  const [child, ...others] = parent.children.filter((each) => each.name === name);
  if (child === undefined || others.length > 0) throw new Error(`The envelope has no one ${name}.`);
  return child;
}

function textAt(parent: XmlElement, name: string): string {
  const { text, children } = childAt(parent, name);
  if (children.length > 0) throw new Error(`The envelope's ${name} is no text.`);
  return text;
}

/** Node numbers are the province's code and a digit: 0 for its switch, 1 for its BOSS. */
function nodesOf(province: string) {
  const toNode = { HSNDUNS: `${province}0`, MsgReceiver: `${province}1` };
  return { OSNDUNS: '1000', ...toNode, MsgSender: '1001' };
}

function bipOf(operation: string): string {
  return `KFBIP${operation.slice(2)}`;
}

/** `YYYYMMDDHHMMSS` in Shanghai. */
function timeOf(epochMs: number): string {
  return new Date(epochMs + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14);
}

function document(root: EnvelopeForm, inside: string): string {
  return DECLARATION + element(root, inside);
}

function element(name: string, inside: string): string {
  return `<${name}>${inside}</${name}>`;
}

function fields(body: RequestBody): string {
  return Object.entries(body)
    .map(([name, text]) => element(name, escapeXml(text)))
    .join('');
}
