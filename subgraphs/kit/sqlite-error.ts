/**
 * Whether the driver failed, and not we. By its code, not by its class: the native
 * part keeps the class of whoever loaded it first in the process, and tests load it
 * more than once.
 */
export function isSqliteError(error: unknown): error is Error & { readonly code: string } {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('SQLITE_')
  );
}
