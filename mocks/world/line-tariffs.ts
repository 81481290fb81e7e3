import type { Calendar } from './calendar.ts';
import type { Order } from './orders.ts';
import { createTariff, type Tariff } from './rating.ts';

/** Bits of the mask below that say "in force"; those above say "in contract". */
const MOST_ORDERS = 16;

/** The tariff of each month. Orders stay the same for months on end, so it is put together only when they change. */
export function createTariffs(
  orders: readonly Order[],
  monthStarts: Calendar['monthStarts'],
): (month: number) => Tariff {
  if (orders.length > MOST_ORDERS) throw new RangeError(`A line has at most ${MOST_ORDERS} orders.`);
  let known = 0;
  let tariff: Tariff | undefined;

  return (month) => {
    const start = monthStarts[month] as number;
    const next = monthStarts[month + 1] as number;
    let mask = 0;
    for (let at = 0; at < orders.length; at++) {
      const { fromDay, toDay, contractEndDay } = orders[at] as Order;
      if (fromDay < next && toDay >= start) mask |= 1 << at;
      if (contractEndDay !== null && contractEndDay >= start) mask |= 1 << (at + MOST_ORDERS);
    }
    if (tariff !== undefined && mask === known) return tariff;

    known = mask;
    tariff = createTariff(
      orders.flatMap(({ offer, spCode, contractEndDay }, at) =>
        mask & (1 << at)
          ? { offer, spCode, inContract: contractEndDay !== null && contractEndDay >= start }
          : [],
      ),
    );
    return tariff;
  };
}
