/**
 * Lines, orders and ties, from the customer system. It does not say when a row was changed, so all of them are copied
 * each time.
 */
import { startOfDay, toDateTime } from '#kit/clock';
import type { Block, Copy, CopyOptions } from './copy.ts';

interface LineRow {
  customer_id: number;
  subscriber_id: number;
  account_id: number;
  net_class: string;
  status: string;
  status_since_at: number;
  opened_on: string;
}

interface OrderRow {
  customer_id: number;
  subscriber_id: number;
  subscription_id: number;
  offer_id: number;
  offer_kind: string;
  monthly_fee_fen: number;
  started_on: string;
  ended_on: string | null;
  contract_ends_on: string | null;
}

type DayBlock = Block & Readonly<{ asOf: string }>;

/** In which the last right to use a line has ended. */
const GIVEN_UP: ReadonlySet<string> = new Set(['PRE_CLOSED', 'CLOSED']);

export function createCrmCopy({ source, write, asOf }: CopyOptions): Copy {
  const lines = source.prepare<DayBlock, LineRow>((sql, params) =>
    sql('subscriber')
      .select([
        'customer_id',
        'subscriber_id',
        'account_id',
        'net_class',
        'status',
        'status_since_at',
        'opened_on',
      ])
      .where('customer_id', '>', params.after)
      .where('customer_id', '<=', params.upTo)
      .where('opened_on', '<', params.asOf)
      .orderBy(['customer_id', 'subscriber_id']),
  );
  const orders = source.prepare<DayBlock, OrderRow>((sql, params) =>
    sql('subscriber')
      .join('subscription', 'subscription.subscriber_id', 'subscriber.subscriber_id')
      .join('offer', 'offer.offer_id', 'subscription.offer_id')
      .select([
        'subscriber.customer_id',
        'subscriber.subscriber_id',
        'subscription_id',
        'offer.offer_id',
        'offer.kind as offer_kind',
        'monthly_fee_fen',
        'started_on',
        'ended_on',
        'contract_ends_on',
      ])
      .where('subscriber.customer_id', '>', params.after)
      .where('subscriber.customer_id', '<=', params.upTo)
      .where('subscriber.opened_on', '<', params.asOf)
      .where('started_on', '<', params.asOf)
      .orderBy(['subscriber.customer_id', 'subscriber.subscriber_id', 'subscription_id']),
  );
  const ofFamilies = source.prepare<Block, { id: number }>((sql, { after, upTo }) =>
    sql('customer')
      .select({ id: 'customer_id' })
      .where('customer_id', '>', after)
      .where('customer_id', '<=', upTo)
      .where('segment', 'FAMILY')
      .orderBy('customer_id'),
  );
  const ofUnits = source.prepare<Block, { id: number }>((sql, { after, upTo }) =>
    sql('group_member')
      .select({ id: 'customer_id' })
      .where('customer_id', '>', after)
      .where('customer_id', '<=', upTo)
      .orderBy('customer_id'),
  );
  const before = startOfDay(asOf);

  return {
    anew: ['fact_line', 'fact_subscription', 'fact_tie'],
    async copyBlock(block) {
      const [held, ordered, families, units] = await Promise.all([
        lines({ ...block, asOf }),
        orders({ ...block, asOf }),
        ofFamilies(block),
        ofUnits(block),
      ]);
      await write(
        'fact_line',
        held.map((line) => [
          line.customer_id,
          line.subscriber_id,
          line.account_id,
          line.net_class === 'FIXED' ? 0 : 1,
          statusOf(line, before),
          line.opened_on,
          closingDay(line, before),
        ]),
      );
      await write(
        'fact_subscription',
        ordered.map((order) => [
          order.customer_id,
          order.subscriber_id,
          order.subscription_id,
          order.offer_id,
          order.offer_kind,
          order.monthly_fee_fen,
          order.started_on,
          order.ended_on !== null && order.ended_on < asOf ? order.ended_on : null,
          order.contract_ends_on,
        ]),
      );
      await write('fact_tie', [
        ...families.map(({ id }) => [id, 'FAMILY']),
        ...units.map(({ id }) => [id, 'UNIT']),
      ]);
    },
  };
}

type Status = Pick<LineRow, 'status' | 'status_since_at'>;

/** Which status a line had before its last one is not kept: nearly all were in order. */
function statusOf({ status, status_since_at }: Status, before: number): string {
  return status_since_at < before ? status : 'ACTIVE';
}

function closingDay({ status, status_since_at }: Status, before: number): string | null {
  const isOver = GIVEN_UP.has(status) && status_since_at < before;
  return isOver ? toDateTime(status_since_at).slice(0, 10) : null;
}
