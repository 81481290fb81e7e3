/** Wires staff identity: keys of the provider, rights taken back, and who asks. */
import type { FastifyPluginAsync } from 'fastify';
import { DEMO_KEY } from '#kit/keys';
import { type Access, type AccessOptions, createAccess } from './access.ts';
import { backchannelLogout } from './backchannel-logout.ts';
import { openEpochs } from './epochs.ts';
import { createKeySet } from './jwks.ts';
import type { FetchKeys } from './provider-keys.ts';

interface StaffIdentityOptions extends Omit<AccessOptions, 'keys' | 'epochs'> {
  readonly fetchKeys: FetchKeys;
  /** Id of the client that logout tokens are for; the audience where it is left out. */
  readonly clientId?: string | undefined;
  /** Where rights taken back are kept; nodes may share it. */
  readonly epochsFile: string;
  /** Told in words when something it depends on fails, and when it works again. */
  readonly report: (what: string) => void;
}

export interface StaffIdentity {
  readonly access: Access;
  /** `POST /backchannel-logout`. */
  readonly routes: FastifyPluginAsync;
  close(): void;
}

/** @throws Error where the file can't be opened. A provider that does not answer yet is waited for. */
export function openStaffIdentity(options: StaffIdentityOptions): StaffIdentity {
  const { fetchKeys, clientId = options.audience, epochsFile, report, refusesDemo = false } = options;
  const says = (what: string) => (why: string | null) => report(`${what}: ${why ?? 'works again'}`);
  const epochs = openEpochs({ file: epochsFile, onFault: says('rights taken back') });
  const keys = createKeySet({
    fetchKeys,
    isAccepted: (kid) => !(refusesDemo && kid?.startsWith(DEMO_KEY)),
    onFault: says('identity provider'),
  });
  return {
    access: createAccess({ ...options, keys, epochs }),
    routes: async (app) => {
      await app.register(backchannelLogout, { ...options, clientId, keys, epochs });
    },
    close() {
      keys.close();
      epochs.close();
    },
  };
}
