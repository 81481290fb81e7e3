/** Customers, their lines and products, and the little about them that may be changed. */
import {
  CERTIFICATE_TYPES,
  CUSTOMER_STATES,
  codeOf,
  LAYERS,
  SUBSCRIBER_STATES,
  VIP_LEVELS,
  wordOf,
} from './codes.ts';
import { type Element, list, optional, text } from './content.ts';
import type { Asked, Operations, Reply } from './operation.ts';
import type { Operator } from './operator.ts';
import { toCompact } from './wire-values.ts';

interface CustomerRow {
  readonly customer_id: number;
  readonly name: string;
  readonly status: string;
}

interface LineRow {
  readonly subscriber_id: number;
  readonly service_number: string;
  readonly status: string;
  readonly account_id: number;
}

interface ProductRow {
  readonly offer_id: number;
  readonly name: string;
  readonly started_on: string;
  readonly ended_on: string | null;
}

const CHANGEABLE = ['ContactPhone', 'Email', 'MailAddr'] as const;

export function createCustomerOperations({ crm, billing, today }: Operator): Operations {
  const byCertificate = crm.prepare<[string, string], CustomerRow>(
    'select customer_id, name, status from customer where document_type = ? and document_number = ? order by customer_id',
  );
  const linesOf = crm.prepare<[string], LineRow>(
    `select subscriber_id, service_number, status, account_id from subscriber
     where customer_id = ? order by subscriber_id`,
  );
  const products = crm.prepare<[string, string], ProductRow>(
    `select offer_id, offer.name, started_on, ended_on from subscription join offer using (offer_id)
     where subscriber_id = ? and (ended_on is null or ended_on >= ?) order by subscription_id`,
  );
  const isCustomer = crm.prepare<[string]>('select 1 from customer where customer_id = ?');
  const isBilled = billing.prepare<[string]>('select 1 from customer_reach where customer_id = ?');
  const register = billing.prepare<[string], { registered_layer: string }>(
    'select registered_layer from customer_register where customer_id = ?',
  );
  const vipLevelOf = createVipLevels(crm, today);

  function customers(asked: Asked): Reply {
    const type = wordOf(CERTIFICATE_TYPES, asked.get('CertType') ?? '');
    const number = asked.get('CertNum');
    if (type === undefined || !number) return '1001';
    return list('CustNum', 'Cust', byCertificate.all(type, number).map(customerElements));
  }

  function lines(asked: Asked): Reply {
    const customerId = asked.get('CustID');
    return customerId ? list('SubscrbNum', 'Subscrb', linesOf.all(customerId).map(lineElements)) : '1001';
  }

  function subscriptions(asked: Asked): Reply {
    const subscriberId = asked.get('SubscrbID');
    if (!subscriberId) return '1001';
    return list('SubNum', 'Sub', products.all(subscriberId, today).map(productElements));
  }

  function layer(asked: Asked): Reply {
    const customerId = asked.get('CustID');
    if (!customerId) return '1001';
    if (isBilled.get(customerId) === undefined) return '2009';
    const registered = register.get(customerId);
    return [
      text('Registered', registered === undefined ? 0 : 1),
      ...optional('Layer', registered === undefined ? null : codeOf(LAYERS, registered.registered_layer)),
      ...optional('VIPLev', vipLevelOf(customerId)),
    ];
  }

  /**
   * Takes a change and says how many fields it had. The files are read only
   * and no operation reads these fields back, so nothing is kept of it.
   */
  function update(asked: Asked): Reply {
    const customerId = asked.get('CustID');
    const changed = CHANGEABLE.filter((name) => asked.has(name));
    if (!customerId || changed.length === 0) return '1001';
    return isCustomer.get(customerId) === undefined ? '2009' : [text('Updated', changed.length)];
  }

  return {
    KF1002: { perform: customers },
    KF1003: { perform: lines },
    KF1009: { perform: subscriptions },
    KF1012: { perform: layer },
    KF1013: { perform: update, isWrite: () => true },
  };
}

/** The level of the best card that is valid today, as a code; null without one. */
export function createVipLevels(
  crm: Operator['crm'],
  today: string,
): (customerId: string | number) => string | null {
  const levels = crm
    .prepare<[string | number, string], string>(
      'select level from membership where customer_id = ? and ? between valid_from and valid_until',
    )
    .pluck();
  return (customerId) =>
    levels
      .all(customerId, today)
      .map((level) => codeOf(VIP_LEVELS, level))
      .sort()
      .at(-1) ?? null;
}

function customerElements(row: CustomerRow): readonly Element[] {
  return [
    text('CustID', row.customer_id),
    text('CustName', row.name),
    text('CustStat', codeOf(CUSTOMER_STATES, row.status)),
  ];
}

function lineElements(row: LineRow): readonly Element[] {
  return [
    text('SubscrbID', row.subscriber_id),
    text('ServiceNumber', row.service_number),
    text('SubscrbStat', codeOf(SUBSCRIBER_STATES, row.status)),
    text('AcctID', row.account_id),
  ];
}

/** A product lasts from the first second of its first day to the last of its last. */
function productElements(row: ProductRow): readonly Element[] {
  return [
    text('ProductID', row.offer_id),
    text('ProductName', row.name),
    text('EffTime', `${toCompact(row.started_on)}000000`),
    ...optional('ExpTime', row.ended_on === null ? null : `${toCompact(row.ended_on)}235959`),
  ];
}
