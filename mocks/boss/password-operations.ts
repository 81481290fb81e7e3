/** Service passwords: sealed blocks go to whoever can open them; here they are opaque. */
import { PASSWORD_RESULTS } from './codes.ts';
import { text } from './content.ts';
import type { Asked, Operations, Reply } from './operation.ts';

/** The part of the billing system that knows passwords (mocks/billing-system). */
export interface Passwords {
  check(subscriberId: string | null, block: string): Promise<'OK' | 'OK_INITIAL' | 'WRONG' | 'UNREADABLE'>;
  change(subscriberId: string, block: string): Promise<'OK' | 'TOO_WEAK' | 'UNREADABLE'>;
}

/** @param passwords Null where nobody can reach them. */
export function createPasswordOperations(passwords: Passwords | null): Operations {
  async function perform(asked: Asked): Promise<Reply> {
    const action = asked.get('Action');
    const subscriberId = asked.get('SubscrbID');
    const block = asked.get('PasswordBlock');
    if ((action !== 'CHECK' && action !== 'CHANGE') || subscriberId === undefined || !block) return '1001';
    if (passwords === null) return 'UNREACHABLE';
    // Nobody's password is compared all the same: how long it takes must not tell who exists.
    const result =
      action === 'CHANGE' && subscriberId !== ''
        ? passwords.change(subscriberId, block)
        : passwords.check(subscriberId === '' ? null : subscriberId, block);
    return result.then(
      (word) => [text('Result', PASSWORD_RESULTS[word])],
      () => 'UNREACHABLE',
    );
  }

  return { KF1011: { perform, isWrite: (asked) => asked.get('Action') === 'CHANGE' } };
}
