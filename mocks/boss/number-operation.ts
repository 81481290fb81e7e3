/** KF1001: who holds a number now, with the line and its account; the shape of a public UserCheckRsp. */
import {
  CERTIFICATE_TYPES,
  CUSTOMER_TYPES,
  codeOf,
  NET_TYPES,
  PAY_METHODS,
  PAY_MODES,
  SUBSCRIBER_STATES,
} from './codes.ts';
import { type Element, group, money, text } from './content.ts';
import { createVipLevels } from './customer-operations.ts';
import type { Asked, Operations, Reply } from './operation.ts';
import type { Operator } from './operator.ts';
import { toCompact, toLi, toYuan } from './wire-values.ts';

interface HolderRow {
  readonly customer_id: number;
  readonly name: string;
  readonly segment: string;
  readonly document_type: string | null;
  readonly document_number: string | null;
  readonly address: string | null;
  readonly region_code: string;
  readonly development_channel: string;
  readonly subscriber_id: number;
  readonly account_id: number;
  readonly net_class: string;
  readonly brand_code: string;
  readonly line_status: string;
  readonly line_opened_on: string;
}

interface PlanRow {
  readonly offer_id: number;
  readonly name: string;
}

interface AccountRow {
  readonly pay_mode: string;
  readonly pay_method: string;
  readonly credit_limit_fen: number;
  readonly owed_fen: number;
}

export function createNumberOperation({ crm, billing, nowSeconds, today }: Operator): Operations {
  const holder = crm.prepare<[string, number, number], HolderRow>(
    `select customer_id, customer.name, segment, document_type, document_number, address, region_code,
       customer.development_channel, subscriber_id, account_id, net_class, brand_code,
       subscriber.status as line_status, subscriber.opened_on as line_opened_on
     from number_holding join subscriber using (subscriber_id) join customer using (customer_id)
     where number_holding.service_number = ? and held_since_at <= ?
       and (held_until_at is null or held_until_at > ?)
     order by held_since_at desc limit 1`,
  );
  const plan = crm.prepare<[number, string, string], PlanRow>(
    `select offer_id, offer.name from subscription join offer using (offer_id)
     where subscriber_id = ? and kind = 'PLAN' and started_on <= ? and (ended_on is null or ended_on >= ?)
     order by started_on desc, subscription_id desc limit 1`,
  );
  const account = billing.prepare<[string, number], AccountRow>(
    `select pay_mode, pay_method, credit_limit_fen,
       coalesce((select sum(total_fen - paid_fen) from bill
         where bill.account_id = account.account_id and due_on < ? and paid_fen < total_fen), 0) as owed_fen
     from account where account_id = ?`,
  );
  const vipLevelOf = createVipLevels(crm, today);

  function customerByNumber(asked: Asked): Reply {
    const number = asked.get('ServiceNumber');
    if (!number) return '1001';
    const row = holder.get(number, nowSeconds, nowSeconds);
    if (row === undefined) return '2009';
    const bookkept = account.get(today, row.account_id);
    return [
      group('CustMess', customerElements(row, vipLevelOf(row.customer_id))),
      group('UserMess', lineElements(row, plan.get(row.subscriber_id, today, today), bookkept)),
      group('AcctMess', [
        text('AcctID', row.account_id),
        text('AcctType', bookkept === undefined ? null : codeOf(PAY_MODES, bookkept.pay_mode)),
        text('PayType', bookkept === undefined ? null : codeOf(PAY_METHODS, bookkept.pay_method)),
      ]),
    ];
  }

  return { KF1001: { perform: customerByNumber } };
}

function customerElements(row: HolderRow, vipLevel: string | null): readonly Element[] {
  return [
    text('Custid', row.customer_id),
    text('CustName', row.name),
    text('CertType', row.document_type === null ? null : codeOf(CERTIFICATE_TYPES, row.document_type)),
    text('CertNum', row.document_number),
    text('CertAddr', row.address),
    text('CustLvl', vipLevel ?? 0),
    text('CustomerType', codeOf(CUSTOMER_TYPES, row.segment)),
    text('CustomerLoc', row.region_code),
    text('DevChnlID', row.development_channel),
  ];
}

/** What the operator does not keep (LandLvl, RoamStat), and what its account does not say, is empty. */
function lineElements(
  row: HolderRow,
  plan: PlanRow | undefined,
  account: AccountRow | undefined,
): readonly Element[] {
  return [
    text('NetType', codeOf(NET_TYPES, row.net_class)),
    text('SubscrbID', row.subscriber_id),
    text('SubscrbStat', codeOf(SUBSCRIBER_STATES, row.line_status)),
    text('Brand', row.brand_code),
    text('ProvCode', row.region_code.slice(0, 2)),
    text('CityCode', row.region_code),
    text('OpenDate', toCompact(row.line_opened_on)),
    text('LandLvl', null),
    text('RoamStat', null),
    text('ProductID', plan?.offer_id ?? null),
    text('ProductName', plan?.name ?? null),
    money('CreditVale', account === undefined ? null : toLi(account.credit_limit_fen)),
    money('ArrearageFee', account === undefined ? null : toYuan(account.owed_fen)),
  ];
}
