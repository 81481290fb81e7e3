/** Answers as BOSS writes them, made by hand: the tests of what reads them do not trust another writer. */
import type { EnvelopeForm } from '../envelope.ts';

export interface Said {
  readonly operation: string;
  readonly transactionId: string;
  readonly testFlag?: string;
  readonly rspType?: string;
  readonly rspCode?: string;
  /** What follows the declaration of the content; the whole of it where it begins with `<?xml`. Empty for none. */
  readonly content?: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** The content of a success. */
export function found(operation: string, elements = ''): string {
  return `<${operation}Rsp><RspCode>0000</RspCode><RspDesc>成功</RspDesc>${elements}</${operation}Rsp>`;
}

/** The content of a business failure. */
export function refused(operation: string, code: string, elements = ''): string {
  return `<${operation}Rsp><RspCode>${code}</RspCode><RspDesc>失败</RspDesc>${elements}</${operation}Rsp>`;
}

export function answerText(form: EnvelopeForm, said: Said): string {
  const { operation, transactionId, testFlag = '1', rspType = '0', rspCode = '0000' } = said;
  const content = said.content ?? found(operation);
  const cdata = content.startsWith('<?xml') || content === '' ? content : DECLARATION + content;
  const type = `<BIPCode>KFBIP</BIPCode><ActivityCode>${operation}</ActivityCode><ActionCode>1</ActionCode>`;
  const transaction = `<TransIDO>${transactionId}</TransIDO><TransIDH>H1</TransIDH>`;
  const nested = form === 'InterBOSS';
  return (
    `${DECLARATION}<${form}><TestFlag>${testFlag}</TestFlag>` +
    (nested ? `<BIPType>${type}</BIPType><TransInfo>${transaction}</TransInfo>` : type + transaction) +
    `<Response><RspType>${rspType}</RspType><RspCode>${rspCode}</RspCode><RspDesc>成功</RspDesc></Response>` +
    `<SvcCont>${cdata === '' ? '' : `<![CDATA[${cdata}]]>`}</SvcCont></${form}>`
  );
}

export function mediaTypeOf(form: EnvelopeForm): string {
  return form === 'InterBOSS' ? 'text/xml' : 'application/x-www-form-urlencoded';
}

/** The bytes of an answer's body, in UTF-8. */
export function answerBytes(form: EnvelopeForm, text: string): Buffer {
  return Buffer.from(form === 'InterBOSS' ? text : `xmlmsg=${encodeURIComponent(text)}`);
}
