/** For each reason to call: whether it holds at a moment, and the evidence. */
import { addMonths, daysBetween, monthsBefore, startOfDay, toDateTime } from '#kit/clock';
import type { CallReasonCode, CallReasonPolicy } from '../call-reason-policy.ts';
import type { Evidence } from '../model.ts';
import type { ContactFact, CustomerFacts, LateBillFact, LineFacts, TicketFact } from './facts.ts';
import { isOpenAt } from './open-ticket.ts';

/** What is known of a customer at a moment. */
export interface Known {
  readonly facts: CustomerFacts;
  /** Epoch seconds. */
  readonly at: number;
  /** Its day in Shanghai. */
  readonly today: string;
  readonly policy: CallReasonPolicy;
}

export interface Found extends Omit<Evidence, 'code'> {
  /** Predicted besides those that the policy names. */
  readonly topics?: readonly string[];
}

const DAY = 86_400;
const ASKING: ReadonlySet<string> = new Set(['CONSULT', 'QUERY', 'COMPLAINT', 'FAULT', 'HANDLE']);
/** A ticket is about what the contact was about that it was opened in. */
const OPENED_WITHIN = DAY;

/** Whether the customer began it, because of something. */
export function isAsking({ direction, type }: ContactFact): boolean {
  return direction === 'INBOUND' && ASKING.has(type);
}

export const RULES: Readonly<Record<CallReasonCode, (known: Known) => Found | null>> = {
  BILL_ISSUED({ facts, today, policy: { billIssueDay, days } }) {
    const running = today.slice(0, 7);
    const thisMonth = `${running}-${String(billIssueDay).padStart(2, '0')}`;
    const issuedOn = thisMonth <= today ? thisMonth : `${addMonths(running, -1)}${thisMonth.slice(7)}`;
    const since = daysBetween(issuedOn, today);
    const month = addMonths(issuedOn.slice(0, 7), -1);
    const isBilled = facts.lines.some(({ months }) => months.some((one) => one.month === month));
    if (since >= days.billIssued || !isBilled) return null;
    return {
      textZh: since === 0 ? `${month}账单今天出账` : `${month}账单${since}天前出账`,
      textEn: `The bill of ${month} was issued ${daysAgo(since)}`,
      numbers: [{ name: 'daysSinceBill', value: since, unit: 'day' }],
    };
  },

  SUSPENDED({ facts, today }) {
    const lines = facts.lines.filter((line) => isHeld(line, today));
    const bothWays = lines.filter(({ status }) => status === 'SUSPENDED').length;
    const count = bothWays + lines.filter(({ status }) => status === 'SUSPENDED_ONE_WAY').length;
    if (count === 0) return null;
    return {
      textZh: bothWays > 0 ? `${count}个号码停机` : `${count}个号码单向停机`,
      textEn: `${counted(count, 'line')} suspended${bothWays > 0 ? '' : ' one way'}`,
      numbers: [{ name: 'suspendedLines', value: count, unit: 'count' }],
    };
  },

  ALLOWANCE_SPENT({ facts, today, policy }) {
    let percent = 0;
    for (const line of facts.lines) {
      if (!isHeld(line, today)) continue;
      const running = line.months.at(-1);
      if (running === undefined || running.month !== today.slice(0, 7) || running.dataAllowanceKilobytes <= 0)
        continue;
      percent = Math.max(percent, (running.dataKilobytes / running.dataAllowanceKilobytes) * 100);
    }
    if (percent < policy.allowanceSpentPercent) return null;
    const spent = Math.floor(percent);
    return {
      textZh: `本月流量已用${spent}%`,
      textEn: `${spent}% of this month's data is spent`,
      numbers: [{ name: 'dataSpent', value: spent, unit: 'percent' }],
    };
  },

  PAYMENT_FAILED({ facts, today, policy: { days } }) {
    const late = lateBillsAt(facts, today);
    const unpaid = late.find((bill) => isUnpaid(bill, today));
    if (unpaid !== undefined) {
      const daysLate = daysBetween(unpaid.dueOn, today);
      return {
        textZh: `${unpaid.month}账单逾期${daysLate}天未缴`,
        textEn: `The bill of ${unpaid.month} is ${counted(daysLate, 'day')} overdue`,
        numbers: [{ name: 'daysLate', value: daysLate, unit: 'day' }],
      };
    }
    const paid = late.findLast(({ dueOn }) => daysBetween(dueOn, today) <= days.becameLate);
    if (paid === undefined || paid.paidOn === null) return null;
    const daysLate = daysBetween(paid.dueOn, paid.paidOn);
    return {
      textZh: `${paid.month}账单逾期${daysLate}天后缴清`,
      textEn: `The bill of ${paid.month} was paid ${counted(daysLate, 'day')} late`,
      numbers: [{ name: 'daysLate', value: daysLate, unit: 'day' }],
    };
  },

  TICKET_OVERDUE(known) {
    // The one that is longest overdue.
    const ticket = openTickets(known).find(({ dueAt }) => dueAt < known.at);
    if (ticket === undefined) return null;
    const overdue = Math.floor((known.at - ticket.dueAt) / DAY);
    return {
      textZh: overdue === 0 ? '工单超时不到1天未办结' : `工单超时${overdue}天未办结`,
      textEn: `A ticket is ${overdue === 0 ? 'less than a day' : counted(overdue, 'day')} past its deadline`,
      numbers: [{ name: 'daysOverdue', value: overdue, unit: 'day' }],
      topics: topicsOf(ticket, known),
    };
  },

  TICKET_OPEN(known) {
    const ticket = openTickets(known).find(({ dueAt }) => dueAt >= known.at);
    if (ticket === undefined) return null;
    const left = Math.floor((ticket.dueAt - known.at) / DAY);
    return {
      textZh: left === 0 ? '工单处理中，不到1天到期' : `工单处理中，还有${left}天到期`,
      textEn: `A ticket is open, due in ${left === 0 ? 'less than a day' : counted(left, 'day')}`,
      numbers: [{ name: 'daysLeft', value: left, unit: 'day' }],
      topics: topicsOf(ticket, known),
    };
  },

  MASS_SMS({ facts, at, today, policy: { days, marketingKinds } }) {
    const last = facts.treatments.findLast(
      ({ campaignKind, channel, treatedAt }) =>
        treatedAt <= at && channel === 'SMS' && marketingKinds.includes(campaignKind),
    );
    const since = last === undefined ? null : daysBetween(dayOf(last.treatedAt), today);
    if (since === null || since > days.massSms) return null;
    return {
      textZh: since === 0 ? '今天收到营销短信' : `${since}天前收到营销短信`,
      textEn: `An SMS to sell something was sent ${daysAgo(since)}`,
      numbers: [{ name: 'daysSinceSms', value: since, unit: 'day' }],
    };
  },

  USUAL({ facts, at, today, policy }) {
    const { months, leastContacts } = policy.usual;
    const from = startOfDay(monthsBefore(today, months));
    const counts = new Map<string, number>();
    let usual: string | null = null;
    let most = 0;
    for (const contact of facts.contacts) {
      const { startedAt, topic } = contact;
      if (startedAt < from || topic === null || !isAsking(contact)) continue;
      if (startedAt > at) break;
      const count = (counts.get(topic) ?? 0) + 1;
      counts.set(topic, count);
      // Of two as frequent, the one asked last.
      if (count >= most) [usual, most] = [topic, count];
    }
    if (usual === null || most < leastContacts) return null;
    const name = policy.topics[usual] ?? { zh: usual, en: usual };
    return {
      textZh: `近${months}个月来问最多：${name.zh}（${most}次）`,
      textEn: `Asks most often about ${name.en}: ${most} times in ${months} months`,
      numbers: [{ name: 'contacts', value: most, unit: 'count' }],
      topics: [usual],
    };
  },
};

/** Day in Shanghai. */
export function dayOf(at: number): string {
  return toDateTime(at).slice(0, 10);
}

function isHeld({ openedOn, closedOn }: LineFacts, today: string): boolean {
  return openedOn <= today && (closedOn === null || closedOn >= today);
}

/** Of all lines, longest due first. A bill is late from the day after the one it was due. */
function lateBillsAt({ lines }: CustomerFacts, today: string): LateBillFact[] {
  return lines
    .flatMap(({ lateBills }) => lateBills)
    .filter(({ dueOn }) => dueOn < today)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** A payment of today is not known yet: it has no hour. */
function isUnpaid({ paidOn }: LateBillFact, today: string): boolean {
  return paidOn === null || paidOn >= today;
}

/** Soonest due first. */
function openTickets({ facts, at }: Known): TicketFact[] {
  return facts.tickets.filter((ticket) => isOpenAt(ticket, at)).sort((a, b) => a.dueAt - b.dueAt);
}

function topicsOf({ acceptedAt }: TicketFact, { facts }: Known): string[] {
  const opening = facts.contacts.findLast(
    (contact) =>
      contact.startedAt <= acceptedAt &&
      contact.startedAt > acceptedAt - OPENED_WITHIN &&
      (contact.type === 'COMPLAINT' || contact.type === 'FAULT'),
  );
  return opening?.topic ? [opening.topic] : [];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function daysAgo(days: number): string {
  return days === 0 ? 'today' : `${counted(days, 'day')} ago`;
}
