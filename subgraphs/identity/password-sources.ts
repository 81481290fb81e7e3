/** Which system checks service passwords: configuration, read once at start. */
import type { BossClient } from '#kit/boss/client';
import { TIMEOUT_MS } from '#kit/pace';
import type { PasswordSystem } from './password-system.ts';
import { createPasswordSystem } from './sources/passwords-boss.ts';

/**
 * @param sections `passwords: boss`, or nothing.
 * @returns Null where nothing is named: the demonstration's checks them then.
 * @throws Error that says what may be named.
 */
export function openPasswords(
  boss: BossClient | null,
  sections: Readonly<Record<string, string>>,
): PasswordSystem | null {
  const { passwords, ...others } = sections;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw new Error(`Bad identity sources:\n  ${unknown}: there is no such section; there are: passwords`);
  }
  if (passwords === undefined) return null;
  if (passwords !== 'boss') {
    throw new Error(`Bad identity sources:\n  passwords: has no adapter ${passwords}; there are: boss`);
  }
  if (boss) return createPasswordSystem(boss, TIMEOUT_MS.SECTION);
  throw new Error('Bad identity sources:\n  passwords: needs a BOSS, and none is configured');
}
