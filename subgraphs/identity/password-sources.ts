/** Which system checks service passwords: configuration, read once at start. */
import type { BossClient } from '#kit/boss/client';
import { TIMEOUT_MS } from '#kit/pace';
import type { PasswordSystem } from './password-system.ts';
import { createPasswordSystem } from './sources/passwords-boss.ts';

interface OpenedPasswords {
  readonly passwords: PasswordSystem;
  close(): void;
}

/**
 * @param sections `passwords: boss`, or nothing.
 * @param openDemo The demonstration's, which checks them where nothing is named.
 * @throws Error that says what may be named.
 */
export async function openPasswords(
  boss: BossClient | null,
  sections: Readonly<Record<string, string>>,
  openDemo: () => Promise<OpenedPasswords>,
): Promise<OpenedPasswords> {
  const { passwords, ...others } = sections;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw new Error(`Bad identity sources:\n  ${unknown}: there is no such section; there are: passwords`);
  }
  if (passwords === undefined) return openDemo();
  if (passwords !== 'boss') {
    throw new Error(`Bad identity sources:\n  passwords: has no adapter ${passwords}; there are: boss`);
  }
  if (boss) return { passwords: createPasswordSystem(boss, TIMEOUT_MS.SECTION), close() {} };
  throw new Error('Bad identity sources:\n  passwords: needs a BOSS, and none is configured');
}
