import { entryOf } from '#kit/audit/entry';
import { toDateTime } from '#kit/clock';
import { requireReason } from '#kit/reason';
import type { MutationResolvers, RevealField } from '#schema/crm';
import type { Loaders } from '../loaders.ts';
import { isInUse } from '../subscriber-figures.ts';

/** For each person; more is no work at a counter. */
const REVEALS_PER_HOUR = 20;

export const Revelations = {
  async reveal(_mutation, { input }, { viewer, owners, trail, loaders }) {
    const { customerId, field, purpose } = input;
    const reason = requireReason(input.reason);
    await owners.require('customer', customerId);
    // Nothing is read before it is on record.
    await trail.append(
      entryOf(viewer, {
        kind: 'REVEAL',
        customers: [customerId],
        operation: 'reveal',
        fields: [`RevealField.${field}`],
        purpose,
        reason,
        outcome: 'OK',
      }),
      { perHour: REVEALS_PER_HOUR },
    );
    const value = await clearValue(loaders, customerId, field);
    // When it was shown is a matter of the real clock, whatever day the operator stands at.
    return { field, value, revealedAt: toDateTime(Math.floor(Date.now() / 1_000)) };
  },
} satisfies MutationResolvers;

async function clearValue(loaders: Loaders, customerId: string, field: RevealField): Promise<string | null> {
  const customer = await loaders.customers.load(customerId);
  switch (field) {
    case 'NAME':
      return customer.name;
    case 'SERVICE_NUMBERS': {
      const lines = await loaders.subscribersOf.load(customerId);
      return (
        lines
          .filter(isInUse)
          .map(({ serviceNumber }) => serviceNumber)
          .join(',') || null
      );
    }
    case 'ID_DOCUMENT':
      return customer.document?.number ?? null;
    case 'CONTACT_PHONE':
      return customer.contactPhone;
    case 'EMAIL':
      return customer.email;
    case 'ADDRESS':
      return customer.address;
    case 'MAILING_ADDRESS':
      return customer.mailingAddress;
  }
}
