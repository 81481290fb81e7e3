/**
 * The customer system: who customers are, which lines and products they have,
 * who looks after them. It records the truth as it is.
 */
import type { CreateSystemWriter, Insert, SqlValue, WorldCustomer } from '../model.ts';
import { createLineWriter } from './crm-lines.ts';
import { createReferenceWriter } from './crm-reference.ts';

export const createCrmWriter: CreateSystemWriter = (into, world) => {
  const person = createPersonWriter(into);
  const line = createLineWriter(into);
  return {
    reference: createReferenceWriter(into, world),
    customer(customer) {
      person(customer);
      for (const subscriber of customer.subscribers) line(customer.customerId, subscriber);
    },
  };
};

function createPersonWriter(
  into: (table: string, columns: readonly string[]) => Insert,
): (customer: WorldCustomer) => void {
  const row = into('customer', [
    'customer_id',
    'name',
    'segment',
    'status',
    'document_type',
    'document_number',
    'region_code',
    'development_channel',
    'language',
    'list_flag',
    'opened_on',
    'opened_by_staff_id',
    'contact_phone',
    'email',
    'address',
    'mailing_address',
    'hobbies',
    'manager_staff_id',
  ]);
  const relation = into('customer_relation', ['customer_id', 'other_customer_id', 'kind', 'since_on']);
  const membership = into('membership', [
    'customer_id',
    'membership_id',
    'club',
    'level',
    'card_number',
    'valid_from',
    'valid_until',
    'points',
  ]);
  const groupCustomer = into('group_customer', [
    'customer_id',
    'unit_name',
    'unit_level',
    'contact_name',
    'contact_phone',
  ]);
  const groupMember = into('group_member', ['customer_id', 'group_customer_id', 'position', 'key_person']);
  const accountRef = into('account_ref', ['account_id', 'customer_id']);

  return (customer) => {
    const { customerId, document, group, groupSeat } = customer;
    row([
      customerId,
      customer.name,
      customer.segment,
      customer.status,
      document.type,
      document.number,
      customer.regionCode,
      customer.developmentChannel,
      customer.language,
      customer.listFlag,
      customer.openedOn,
      customer.openedByStaffId,
      toPhone(customer.contactPhone),
      toLower(customer.email),
      customer.address,
      customer.mailingAddress,
      customer.hobbies.join(','),
      group?.managerStaffId ?? customer.managerStaffId,
    ]);
    for (const { customerId: other, kind, since } of customer.relations)
      relation([customerId, other, kind, since]);
    for (const card of customer.memberships) {
      membership([
        customerId,
        card.membershipId,
        card.club,
        card.level,
        card.cardNumber,
        card.validFrom,
        card.validUntil,
        card.points,
      ]);
    }
    if (group) {
      groupCustomer([
        customerId,
        group.unitName,
        group.unitLevel,
        group.contactName,
        toPhone(group.contactPhone),
      ]);
    }
    if (groupSeat) {
      groupMember([customerId, groupSeat.groupCustomerId, groupSeat.position, groupSeat.keyPerson ? 1 : 0]);
    }
    for (const { accountId } of customer.accounts) accountRef([accountId, customerId]);
  };
}

/** Lookup columns hold the form in which crm compares: digits, and lower case. */
const toPhone = (phone: string | null): SqlValue => phone?.replace(/\D/g, '') ?? null;
const toLower = (text: string | null): SqlValue => text?.toLowerCase() ?? null;
