/** What a customer did that shows how closely he watches what he pays. */
import { addMonths, daysBetween, startOfDay, toDateTime } from '#kit/clock';
import type { Policy } from '../policy.ts';
import type { CustomerFacts, LineFacts, TreatmentFact } from './facts.ts';
import { type Factor, type SensitivityEvent, toEvent } from './sensitivity-event.ts';

type FeePolicy = Policy['fees'];

const CHARGES = 'CHARGES';
const HOUR_SECONDS = 3_600;

/** In no order. Whether somebody accepts discounts only is not among the facts, and does not count. */
export function feeEvents(facts: CustomerFacts, policy: FeePolicy): SensitivityEvent[] {
  return [
    ...questions(facts, policy),
    ...billComplaints(facts, policy),
    ...facts.lines.flatMap((line) => downgrades(line, policy)),
  ];
}

function questions({ contacts, treatments }: CustomerFacts, policy: FeePolicy): SensitivityEvent[] {
  const events: SensitivityEvent[] = [];
  for (const { direction, type, topic, startedAt } of contacts) {
    if (direction !== 'INBOUND' || topic === null) continue;
    for (const code in policy.questions) {
      const question = policy.questions[code];
      if (question?.topic !== topic || !question.types.includes(type)) continue;
      if (policy.dunning.questions.includes(code) && isReminded(startedAt, treatments, policy)) continue;
      events.push(toEvent(code, startedAt, question, afterBill(startedAt, policy)));
    }
  }
  return events;
}

function isReminded(at: number, treatments: readonly TreatmentFact[], { dunning }: FeePolicy): boolean {
  return treatments.some(
    ({ campaignKind, treatedAt }) =>
      campaignKind === 'DUNNING' && treatedAt <= at && at < treatedAt + dunning.hours * HOUR_SECONDS,
  );
}

function billComplaints({ tickets }: CustomerFacts, policy: FeePolicy): SensitivityEvent[] {
  const events: SensitivityEvent[] = [];
  for (const { complaintClass, complaintTopic, acceptedAt } of tickets) {
    if (complaintClass !== CHARGES) continue;
    const { weight, zh, en } = policy.billComplaint;
    const words = { weight, zh: complaintTopic === null ? zh : `${zh}：${complaintTopic}`, en };
    events.push(toEvent('BILL_COMPLAINT', acceptedAt, words, afterBill(acceptedAt, policy)));
  }
  return events;
}

/**
 * A plan that begins where a dearer one ended, the same day or the next. That most begin with a month, as bills do, says
 * nothing about when they were asked for.
 */
function downgrades({ subscriptions }: LineFacts, { downgrade }: FeePolicy): SensitivityEvent[] {
  const plans = subscriptions.filter(({ offerKind }) => offerKind === 'PLAN');
  const events: SensitivityEvent[] = [];
  for (const { startedOn, monthlyFeeFen } of plans) {
    const followsDearer = plans.some((before) => {
      if (before.endedOn === null || before.startedOn >= startedOn) return false;
      const gap = daysBetween(before.endedOn, startedOn);
      return gap >= 0 && gap <= 1 && before.monthlyFeeFen > monthlyFeeFen;
    });
    if (followsDearer) events.push(toEvent('DOWNGRADE', startOfDay(startedOn), downgrade, []));
  }
  return events;
}

function afterBill(at: number, { billIssueDay, afterBillDays, factors }: FeePolicy): Factor[] {
  const day = toDateTime(at).slice(0, 10);
  const issueOf = (month: string): string => `${month}-${String(billIssueDay).padStart(2, '0')}`;
  const thisMonth = issueOf(day.slice(0, 7));
  const issued = thisMonth <= day ? thisMonth : issueOf(addMonths(day.slice(0, 7), -1));
  if (daysBetween(issued, day) >= afterBillDays) return [];
  return [
    {
      factor: factors.afterBill,
      zh: `出账${afterBillDays}日内`,
      en: `within ${afterBillDays} days of the bill`,
    },
  ];
}
