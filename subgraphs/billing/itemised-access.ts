/**
 * Who may see itemised records 清单, beyond what the SDL says of the field: the
 * customer must have been authenticated for this viewer just now, and it must be
 * said what for. Moments are of the real clock: a receipt runs out whatever the
 * operator's clock shows.
 */
import { refusalOf } from '#kit/access/refusal';
import { appError } from '#kit/errors';
import { readApproval } from '#kit/receipt';
import type { Viewer } from '#kit/viewer';

export interface ItemisedAccess {
  /** @throws NEEDS_AUTHENTICATION, NEEDS_PURPOSE where the viewer may not see records of this customer's lines. */
  require(viewer: Viewer, customerId: string): void;
  /** @throws FORBIDDEN where no second person approved that this viewer takes out all records of the month. */
  requireApproved(viewer: Viewer, wanted: Wanted): void;
}

interface Wanted {
  readonly subscriberId: string;
  readonly month: string;
  /** As identity signed it. */
  readonly approval: string;
}

/** @param now Epoch milliseconds. */
export function createItemisedAccess(receiptKey: Uint8Array, now: () => number): ItemisedAccess {
  return {
    require({ subject, authenticated, purpose }, customerId) {
      const isAuthenticated =
        authenticated !== null &&
        authenticated.customerId === customerId &&
        authenticated.subject === subject &&
        authenticated.until > now();
      if (!isAuthenticated) throw refusalOf({ kind: 'policies', anyOf: [['customer_authenticated']] });
      if (purpose === null) throw refusalOf({ kind: 'policies', anyOf: [['purpose']] });
    },
    requireApproved({ subject }, { subscriberId, month, approval }) {
      const given = readApproval(receiptKey, approval);
      const isApproved =
        given !== null &&
        given.subscriberId === subscriberId &&
        given.month === month &&
        given.requestedBy === subject &&
        given.approvedBy !== subject &&
        given.until > now();
      if (!isApproved) throw appError('FORBIDDEN', 'A second person must approve this export first.');
    },
  };
}
