/** What a request looked at, for the record. */
export interface Accesses {
  /** A customer of whom anything was read. */
  saw(customerId: string): void;
  /** A customer, or null, of whom something was asked that is out of the viewer's reach. */
  refused(customerId: string | null): void;
}
