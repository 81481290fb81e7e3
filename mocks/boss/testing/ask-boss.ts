/** Asks a BOSS over HTTP and reads what comes with a parser; nothing of the simulator is used. */
import { XMLParser } from 'fast-xml-parser';
import iconv from 'iconv-lite';
import { type Dispatcher, request } from 'undici';

export type Family = 'InterBOSS' | 'UniBSS';

/** Elements as a parser gives them: texts, and lists where a name repeats. */
export type Parsed = Readonly<Record<string, unknown>>;

export interface BossReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The body as it came. */
  readonly body: Buffer;
  /** The answer document, decoded as the header says. */
  readonly text: string;
  /** What is under the root element. */
  readonly envelope: Parsed;
  /** What is under the content document's root element, and that element's name. */
  readonly content: Parsed;
  readonly contentRoot: string | undefined;
}

export interface Asking {
  readonly family?: Family;
  readonly transIdo?: string;
  readonly testFlag?: string;
  readonly fault?: string;
  /** Instead of the content document of these fields. */
  readonly content?: string;
  readonly bipCode?: string;
}

export type AskBoss = (
  operation: string,
  fields: Readonly<Record<string, string>>,
  asking?: Asking,
) => Promise<BossReply>;

const parser = new XMLParser({ parseTagValue: false, ignoreDeclaration: true });
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** @param url Where a BOSS listens. */
export function askerOf(url: string): AskBoss {
  let asked = 0;
  return async (operation, fields, asking = {}) => {
    const family = asking.family ?? 'InterBOSS';
    const { statusCode, headers, body } = await request(
      ...toRequest(url, operation, fields, { transIdo: `T${++asked}`, ...asking }),
    );
    return read(family, statusCode, headers, Buffer.from(await body.arrayBuffer()));
  };
}

/** What undici's `request` takes. */
export function toRequest(
  url: string,
  operation: string,
  fields: Readonly<Record<string, string>>,
  asking: Asking = {},
) {
  const { family = 'InterBOSS', transIdo = 'T', testFlag = '0', fault } = asking;
  const content =
    asking.content ??
    `${DECLARATION}<${operation}Req>${Object.entries(fields)
      .map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`)
      .join('')}</${operation}Req>`;
  const bipCode = asking.bipCode ?? `KFBIP${operation.slice(2)}`;
  const form = FORMS[family]({ operation, bipCode, transIdo, testFlag, content });
  return [
    `${url}${family === 'InterBOSS' ? '/interboss' : '/unibss'}`,
    {
      method: 'POST' as const,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(fault !== undefined && { 'x-boss-fault': fault }),
      },
      body: new URLSearchParams(form).toString(),
    },
  ] as const;
}

function read(
  family: Family,
  status: number,
  headers: Dispatcher.ResponseData['headers'],
  body: Buffer,
): BossReply {
  const charset = /charset=(\S+)/.exec(String(headers['content-type']))?.[1] ?? 'UTF-8';
  const text = iconv.decode(family === 'UniBSS' ? percentDecoded(body) : body, charset);
  const envelope = (): Parsed => elementsOf(elementsOf(parser.parse(text))[family]);
  const inner = (): Parsed => {
    const content = envelope()['SvcCont'];
    return elementsOf(parser.parse(typeof content === 'string' ? content : ''));
  };
  // Read when a test looks: some answers are made so that no parser takes them.
  return {
    status,
    headers,
    body,
    text,
    get envelope() {
      return envelope();
    },
    get content() {
      return elementsOf(Object.values(inner())[0]);
    },
    get contentRoot() {
      return Object.keys(inner())[0];
    },
  };
}

/** Nothing where there are none. */
function elementsOf(parsed: unknown): Parsed {
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
}

function percentDecoded(body: Buffer): Buffer {
  const bytes = body
    .toString('latin1')
    .replace(/^xmlmsg=/, '')
    .replace(/%([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

interface Message {
  readonly operation: string;
  readonly bipCode: string;
  readonly transIdo: string;
  readonly testFlag: string;
  readonly content: string;
}

const FORMS: Readonly<Record<Family, (message: Message) => Record<string, string>>> = {
  InterBOSS: ({ operation, bipCode, transIdo, testFlag, content }) => ({
    xmlhead:
      `${DECLARATION}<InterBOSS><Version>0100</Version><TestFlag>${testFlag}</TestFlag>` +
      `<BIPType><BIPCode>${bipCode}</BIPCode><ActivityCode>${operation}</ActivityCode><ActionCode>0</ActionCode></BIPType>` +
      '<RoutingInfo><OrigDomain>CTRM</OrigDomain><RouteType>00</RouteType>' +
      '<Routing><HomeDomain>BOSS</HomeDomain><RouteValue>280</RouteValue></Routing></RoutingInfo>' +
      `<TransInfo><SessionID>S1</SessionID><TransIDO>${transIdo}</TransIDO><TransIDOTime>20261120100000</TransIDOTime></TransInfo>` +
      '<SNReserve><CutOffDay>20261120</CutOffDay><MsgSender>0011</MsgSender></SNReserve></InterBOSS>',
    xmlbody: `${DECLARATION}<InterBOSS><SvcCont><![CDATA[${content}]]></SvcCont></InterBOSS>`,
  }),
  UniBSS: ({ operation, bipCode, transIdo, testFlag, content }) => ({
    xmlmsg:
      `${DECLARATION}<UniBSS><OrigDomain>CTRM</OrigDomain><HomeDomain>BOSS</HomeDomain><BIPCode>${bipCode}</BIPCode>` +
      `<BIPVer>0100</BIPVer><ActivityCode>${operation}</ActivityCode><ActionCode>0</ActionCode><ActionRelation>0</ActionRelation>` +
      '<Routing><RouteType>00</RouteType><RouteValue>51</RouteValue></Routing><ProcID>P1</ProcID>' +
      `<TransIDO>${transIdo}</TransIDO><ProcessTime>20261120100000</ProcessTime>` +
      '<SPReserve><CutOffDay>20261120</CutOffDay></SPReserve>' +
      `<TestFlag>${testFlag}</TestFlag><MsgSender>0011</MsgSender><SvcContVer>0100</SvcContVer>` +
      `<SvcCont><![CDATA[${content}]]></SvcCont></UniBSS>`,
  }),
};

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
