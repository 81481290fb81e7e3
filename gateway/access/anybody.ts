/** A gateway for supergraphs that are not ours and without an identity provider: nobody is asked who they are. */
import { createGrants } from '#kit/access/grants';
import { createViewer } from '#kit/viewer';
import type { AppOptions } from '../app.ts';

/**
 * What such a gateway is built with. Who asks is nobody: fields with a rule are
 * refused, and anything else may be asked.
 */
export function openToAnybody(): Pick<AppOptions, 'access' | 'recorder' | 'hashAddress'> {
  const nobody = createViewer({
    subject: 'anybody',
    role: 'WEB_HALL',
    channel: 'WEB',
    reach: { kind: 'NOBODY' },
    scopes: ['explore'],
    policies: [],
    epoch: 0,
    purpose: null,
    authenticated: null,
  });
  const viewer = {
    ...nobody,
    grants: { ...createGrants(['explore'], []), key: 'anybody', authenticated: false },
  };
  const record = { accesses: { saw() {}, refused() {} }, finish: () => undefined };
  return {
    access: { identify: () => viewer },
    recorder: { begin: () => record },
    hashAddress: () => '',
  };
}
