/** Ties between contacts 关联接触. */
import type { Database } from '#kit/database';
import type { ContactRelation } from '#schema/contacts';
import type { ContactLink } from '../model.ts';
import { ofOneCustomer } from './customer-rows.ts';

interface LinkRow {
  readonly contact_id: number;
  readonly other_contact_id: number;
  readonly relation: ContactRelation;
}

export interface ContactLinksSource {
  /** Oldest first; a contact without ties is absent. */
  byContacts(contactIds: readonly number[]): Promise<ReadonlyMap<number, readonly ContactLink[]>>;
}

export function createContactLinksSource(db: Database): ContactLinksSource {
  const byContacts = db.prepare<{ ids: readonly number[] }, LinkRow>((sql, { ids }) =>
    sql('contact_link')
      .select('contact_id', 'other_contact_id', 'relation')
      .where(db.oneOf('contact_id', ids))
      .whereRaw(ofOneCustomer('contact_id', 'other_contact_id'))
      .orderBy(['contact_id', 'other_contact_id']),
  );

  return {
    async byContacts(contactIds) {
      const rows = Map.groupBy(await byContacts({ ids: contactIds }), (row) => row.contact_id);
      return new Map([...rows].map(([contact, own]) => [contact, own.map(toLink)]));
    },
  };
}

function toLink({ relation, other_contact_id }: LinkRow): ContactLink {
  return { relation, contactId: String(other_contact_id) };
}
