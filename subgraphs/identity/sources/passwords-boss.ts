/**
 * The check of service passwords (I09) at BOSS (KF1011, invented). The sealed
 * block goes through and is neither kept, logged nor shared between callers.
 */
import { hash } from 'node:crypto';
import type { BossClient, CallOptions } from '#kit/boss/client';
import { oneOf } from '#kit/boss/units';
import { appError } from '#kit/errors';
import type { PasswordSystem } from '../password-system.ts';

const checked = oneOf({ '00': 'OK', '01': 'OK_INITIAL', '02': 'WRONG', '03': 'UNREADABLE' } as const);
const changed = oneOf({ '00': 'OK', '03': 'UNREADABLE', '04': 'TOO_WEAK' } as const);

export function createPasswordSystem(boss: BossClient, timeoutMs: number): PasswordSystem {
  const call = (Action: 'CHECK' | 'CHANGE', SubscrbID: string, PasswordBlock: string, options: CallOptions) =>
    boss.call('KF1011', { Action, SubscrbID, PasswordBlock }, options);

  return {
    async check(subscriberId, block) {
      // A block is good for once: who sends another's must not get the answer to it.
      const content = await call('CHECK', subscriberId ?? '', block, { timeoutMs, alone: true });
      return content ? content.value('Result', checked) : 'WRONG';
    },
    async change(subscriberId, block) {
      // The same for the same block, so that a change that is sent again is done once.
      const transactionId = hash('sha256', `${subscriberId} ${block}`).slice(0, 30);
      const content = await call('CHANGE', subscriberId, block, { timeoutMs, write: { transactionId } });
      if (content) return content.value('Result', changed);
      throw appError('SOURCE_UNAVAILABLE', 'The boss system does not know the line.', { source: 'boss' });
    },
  };
}
