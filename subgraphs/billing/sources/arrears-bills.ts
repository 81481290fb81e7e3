/** What is owed, worked out from bills, wherever they come from: the replica keeps no figure of its own. */
import { type Arrears, arrearsOf } from '../arrears.ts';
import type { Bill } from '../model.ts';

/** What a source of arrears is told of the request that it serves. */
export interface ArrearsRequest {
  readonly today: string;
  /** All bills of an account that are not paid in full, and maybe others; read once for the request. */
  readonly unpaidBills: (accountId: string) => Promise<readonly Bill[]>;
}

export interface ArrearsSource {
  /**
   * Begins a request. `arrearsOf` says what is owed, whoever knows the bills. An account without any owes
   * nothing; one that the source can tell it does not know is an error.
   */
  open(request: ArrearsRequest): (accountId: string) => Promise<Arrears>;
}

/** Reads nothing by itself, so that bills and arrears cost one statement. */
export function createArrearsSource(): ArrearsSource {
  return {
    open:
      ({ today, unpaidBills }) =>
      async (accountId) =>
        arrearsOf(await unpaidBills(accountId), today),
  };
}
