/**
 * The billing system's check of service passwords (I09): the one place that has
 * them. What passes here is sealed by whoever collected it, and can't be opened.
 */
export interface PasswordSystem {
  /**
   * @param subscriberId The line; null where there is none: the same work is done, and the answer is WRONG.
   * @throws SOURCE_UNAVAILABLE or SOURCE_TIMEOUT, naming the system.
   */
  check(subscriberId: string | null, block: string): Promise<'OK' | 'OK_INITIAL' | 'WRONG' | 'UNREADABLE'>;
  change(subscriberId: string, block: string): Promise<'OK' | 'TOO_WEAK' | 'UNREADABLE'>;
}
