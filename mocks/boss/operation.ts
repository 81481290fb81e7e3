/** What an operation is: what was asked in, elements or a refusal out. */
import type { Element } from './content.ts';

/** The elements of a request's content by name. An empty element is `''`; one that is missing is absent. */
export type Asked = ReadonlyMap<string, string>;

/** Second-level codes of a business failure. The first two are public, the others invented. */
export const REFUSALS = {
  '2009': '用户不存在或状态不正常',
  '3A34': '重复交易',
  '1001': '请求无法识别',
  '1002': '查询范围过大',
} as const;

export type Refusal = keyof typeof REFUSALS;

/** Nothing was done: what was asked is refused, or a system behind this one cannot be reached. */
export type Failure = Refusal | 'UNREACHABLE';

export type Reply = readonly Element[] | Failure;

export interface Operation {
  perform(asked: Asked): Reply | Promise<Reply>;
  /** Done once for each TransIDO. */
  isWrite?(asked: Asked): boolean;
}

/** By code, `KF1004`. */
export type Operations = Readonly<Record<string, Operation>>;

export function isFailure(reply: Reply): reply is Failure {
  return typeof reply === 'string';
}
