import { prepareAnalytics } from './analytics.ts';
import { prepareBilling } from './billing.ts';
import { prepareContacts } from './contacts.ts';
import { prepareCrm } from './crm.ts';
import type { Systems } from './systems.ts';

export type Statements = ReturnType<typeof prepareStatements>;

/** Every statement of the endpoint, prepared once for the life of the process. */
export function prepareStatements(systems: Systems) {
  return {
    crm: prepareCrm(systems),
    billing: prepareBilling(systems),
    analytics: prepareAnalytics(systems),
    contacts: prepareContacts(systems),
  };
}
