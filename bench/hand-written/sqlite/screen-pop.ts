/** 来电弹屏, read statement by statement. */
import type { Clock } from '../../../subgraphs/kit/clock.ts';
import { toLookupValue } from '../../../subgraphs/kit/lookup-value.ts';
import { type BusinessTime, readTime } from '../business-time.ts';
import type { CallerRow } from '../crm.ts';
import { type CallerRows, toScreenPop } from '../screen-pop.ts';
import { readInsights } from './analytics.ts';
import { readMoney, readUsage } from './billing.ts';
import { readHistory } from './contacts.ts';
import type { Statements } from './statements.ts';

/** @returns What answers for a number as it was dialled. */
export function createScreenPop({ crm, billing, analytics, contacts }: Statements, clock: Clock) {
  function readCaller(row: CallerRow, time: BusinessTime): CallerRows {
    const { customer_id: customerId, subscriber_id: subscriberId } = row;
    return {
      row,
      lines: crm.lines.all(customerId),
      memberships: crm.memberships.all(customerId),
      running: crm.running.all(subscriberId, time.today),
      money: readMoney(billing, customerId, row.account_id, time.runningMonth),
      usage: readUsage(billing, subscriberId, time.runningMonth),
      insights: readInsights(analytics, customerId, subscriberId, time),
      history: readHistory(contacts, customerId),
    };
  }

  return (dialled: string) => {
    const number = toLookupValue('SERVICE_NUMBER', dialled);
    const time = readTime(clock);
    const callers = crm.callers.all(number, time.nowAt, time.nowAt).map((row) => readCaller(row, time));
    return toScreenPop(crm.origin.get({ number }), callers, time);
  };
}
