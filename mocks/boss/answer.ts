/** From an envelope that was read to the reply it gets: which operation, whether it is done, what is answered. */
import { declaration, type Element, text, toXml } from './content.ts';
import { spoilContent } from './content-faults.ts';
import type { CallCounts } from './control.ts';
import { type BossAnswer, type BossRequest, parseContent } from './envelope.ts';
import { type Fault, findFault } from './faults.ts';
import { isFailure, type Operations, REFUSALS, type Refusal, type Reply } from './operation.ts';
import type { Transactions } from './transactions.ts';

export type Response = Pick<BossAnswer, 'response'> & {
  /** Elements of the content document; null without any. */
  readonly content: { readonly root: string; readonly elements: readonly Element[] } | null;
};

interface Answering {
  readonly operations: Operations;
  readonly transactions: Transactions;
  readonly writes: CallCounts;
}

const SUCCESS = { type: '0', code: '0000', description: '成功' } as const;
/** A business failure: the true cause is in the content. */
const FAILURE = { type: '2', code: '2998', description: '业务处理失败' } as const;
/** Invented: no failure of a hub is known from public samples. */
const HUB_FAILURE: Response = {
  response: { type: '1', code: '9001', description: '枢纽故障' },
  content: null,
};

const TRANS_IDO = /^[A-Za-z0-9]{1,30}$/;

/** 'no effect' where a fault that was asked for finds nothing to act on. */
export type Answerer = (request: BossRequest, faults: readonly Fault[]) => Promise<Response | 'no effect'>;

export function createAnswerer({ operations, transactions, writes }: Answering): Answerer {
  return async ({ header, content }, faults) => {
    if (findFault(faults, 'rsptype-1')) return HUB_FAILURE;
    const code = header.get('ActivityCode') ?? '';
    const operation = Object.hasOwn(operations, code) ? operations[code] : undefined;
    const asked = parseContent(content, `${code}Req`);
    // Whatever was named instead is not to become a name in our answer.
    if (operation === undefined) return toResponse('Unknown', '1001', faults);
    if (asked === null || !isUnderstood(header)) return toResponse(code, '1001', faults);
    if (findFault(faults, '2998-2009')) return toResponse(code, '2009', faults);
    if (!operation.isWrite?.(asked)) return toResponse(code, await operation.perform(asked), faults);

    const key = `${header.get('OrigDomain')} ${header.get('TransIDO')}`;
    const { reply, isRepeat } = await transactions.once(key, () => operation.perform(asked));
    if (!isRepeat && !isFailure(reply)) writes.count(code);
    return toResponse(code, reply, faults, isRepeat);
  };
}

function isUnderstood(header: BossRequest['header']): boolean {
  return (
    TRANS_IDO.test(header.get('TransIDO') ?? '') &&
    header.get('BIPCode') === `KFBIP${header.get('ActivityCode')?.slice(2)}` &&
    header.get('ActionCode') === '0' &&
    /^[01]$/.test(header.get('TestFlag') ?? '')
  );
}

function toResponse(
  code: string,
  reply: Reply,
  faults: readonly Fault[],
  isRepeat = false,
): Response | 'no effect' {
  if (reply === 'UNREACHABLE') return HUB_FAILURE;
  const isDuplicate = isRepeat || findFault(faults, '3A34') !== undefined;
  const cause = isFailure(reply) ? reply : isDuplicate ? '3A34' : null;
  const elements = spoilContent([...resultElements(cause), ...(isFailure(reply) ? [] : reply)], faults);
  if (elements === null) return 'no effect';
  const response = cause === null ? SUCCESS : FAILURE;
  const content = findFault(faults, 'wrong-operation') ? ofAnother(code) : { root: `${code}Rsp`, elements };
  return { response, content };
}

function resultElements(cause: Refusal | null): readonly Element[] {
  return [
    text('RspCode', cause ?? SUCCESS.code),
    text('RspDesc', cause === null ? SUCCESS.description : REFUSALS[cause]),
  ];
}

/** Good content of another operation: nobody with that certificate, or no line. */
function ofAnother(code: string): Response['content'] {
  const [root, count] = code === 'KF1002' ? ['KF1003Rsp', 'SubscrbNum'] : ['KF1002Rsp', 'CustNum'];
  return { root, elements: [...resultElements(null), text(count, 0)] };
}

/** The document in the envelope; empty without any. */
export function contentText({ content }: Response, encoding: string | null): string {
  if (content === null) return '';
  return declaration(encoding) + toXml({ name: content.root, value: content.elements });
}
