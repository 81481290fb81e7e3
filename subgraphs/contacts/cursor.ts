/**
 * Cursors of `Customer.contacts`: the id of the last contact of a page. Contact
 * ids are in the order of time, so the id alone says where to go on, also when
 * new contacts have come in between.
 */
import { appError } from '#kit/errors';
import { toId } from '#kit/ids';
import { customerOf } from './ids.ts';

export function encodeCursor(contactId: string): string {
  return Buffer.from(`contact:${contactId}`).toString('base64url');
}

/** @throws BAD_USER_INPUT when the cursor is none of this customer's contacts. */
export function decodeCursor(cursor: string, customerId: string): number {
  const id = toId(
    Buffer.from(cursor, 'base64url')
      .toString()
      .replace(/^contact:/, ''),
  );
  if (id === null || encodeCursor(String(id)) !== cursor || String(customerOf(id)) !== customerId) {
    throw appError('BAD_USER_INPUT', 'after must be an endCursor that contacts of this customer gave.');
  }
  return id;
}
