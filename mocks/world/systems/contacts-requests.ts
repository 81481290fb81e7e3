/** Service requests 服务请求: what customers had done, and what we had done for them. */
import type { ChannelCode, World } from '../model.ts';
import { DAY, type Draft, type Subject } from './contacts-draft.ts';
import { CAMPAIGNS, type ContactType } from './contacts-vocabulary.ts';

export interface RequestDraft {
  readonly requestedAt: number;
  readonly direction: 'PASSIVE' | 'ACTIVE';
  readonly type: ContactType;
  readonly title: string;
  readonly priority: number;
  readonly channel: ChannelCode;
  readonly originDepartment: string | null;
  readonly status: 'OPEN' | 'DONE' | 'CANCELLED';
  readonly dueAt: number | null;
  readonly contact: Draft | null;
}

const HANDLED_WITHIN = 2 * DAY;
const TREATED_WITHIN = 7 * DAY;
/** Part of the newest transactions that are done within their two days already. */
const DONE_AT_ONCE = 0.6;
const GIVEN_UP = 0.02;
/** These carry a message one way: sent is done. */
const ONE_WAY: readonly ChannelCode[] = ['SMS', 'MAIL', 'EMAIL', 'FAX'];

/** @returns Oldest first. */
export function createRequests({
  catalogue,
}: World): (drafts: readonly Draft[], subject: Subject) => RequestDraft[] {
  const topicNames = new Map(catalogue.topics.map(({ code, name }) => [code, name]));

  const made = (contact: Draft, { customer, random, now }: Subject): RequestDraft[] => {
    const { at, type, channel, topicCode } = contact;
    const common = { requestedAt: at, type, channel, contact };
    if (type === 'HANDLE') {
      const young = at > now - HANDLED_WITHIN && !random.chance(DONE_AT_ONCE);
      const open = contact.leftOpen || young;
      return [
        {
          ...common,
          direction: 'PASSIVE',
          title: `${topicNames.get(topicCode) ?? topicCode}办理`,
          priority: customer.memberships.length > 0 ? 2 : 3,
          originDepartment: null,
          status: open ? 'OPEN' : random.chance(GIVEN_UP) ? 'CANCELLED' : 'DONE',
          dueAt: at + HANDLED_WITHIN,
        },
      ];
    }
    if (type !== 'REVISIT') return [];
    const plan = {
      title: '工单回访',
      priority: 2,
      originDepartment: '客户服务部',
      status: 'DONE',
      dueAt: null,
    } as const;
    return [{ ...common, ...plan, direction: 'ACTIVE' }];
  };

  const asked = (drafts: readonly Draft[], { customer, from, now }: Subject): RequestDraft[] =>
    customer.treatments.flatMap((treatment) => {
      const { treatedAt, channel, campaignKind, campaignName } = treatment;
      if (treatedAt < from || treatedAt > now) return [];
      const { type, department, priority } = CAMPAIGNS[campaignKind];
      // A treatment has happened, so its request is done; only an answer may still be due.
      const answerable = treatment.response === null && !ONE_WAY.includes(channel);
      const waiting = answerable && treatedAt > now - TREATED_WITHIN;
      return [
        {
          requestedAt: treatedAt,
          direction: 'ACTIVE',
          type,
          title: campaignName,
          priority,
          channel,
          originDepartment: department,
          status: waiting ? 'OPEN' : 'DONE',
          dueAt: treatedAt + TREATED_WITHIN,
          contact: drafts.find((draft) => draft.treatment === treatment) ?? null,
        },
      ];
    });

  return (drafts, subject) =>
    [...drafts.flatMap((draft) => made(draft, subject)), ...asked(drafts, subject)].sort(
      (a, b) => a.requestedAt - b.requestedAt,
    );
}
